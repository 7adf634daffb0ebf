import TextFiles

/// Readable identifiers made of names.
package enum Slug {
  /// Folded letters and digits, with a hyphen for all else: `Jaʿfar O'Neal` becomes `jafar-oneal`.
  package static func of(_ name: String) -> String {
    var out = ByteBuffer()
    name.withUTF8Span { append($0, to: &out) }
    return text(out)
  }

  /// The identifier of an entity that has none of its own: `person/jafar-oneal`.
  static func identifier(kind: String, name: String) -> String {
    var out = ByteBuffer()
    name.withUTF8Span { appendIdentifier(kind: kind, name: $0, to: &out) }
    return text(out)
  }

  /// Appends the identifier of an entity that has none of its own.
  ///
  /// - Parameters:
  ///   - kind: The word for its kind.
  ///   - name: Its name, valid UTF-8.
  ///   - out: Where to append.
  static func appendIdentifier(kind: String, name: Span<UInt8>, to out: inout ByteBuffer) {
    out.append(kind)
    out.append(UInt8(ascii: "/"))
    append(name, to: &out)
  }

  private static func text(_ bytes: borrowing ByteBuffer) -> String {
    bytes.withBytes { bytes in
      guard let text = try? UTF8Span(validating: bytes) else {
        preconditionFailure("a name is valid UTF-8, and so is what it folds to")
      }
      return String(copying: text)
    }
  }

  /// Appends the slug of a name, valid UTF-8.
  static func append(_ name: Span<UInt8>, to out: inout ByteBuffer) {
    let begin = out.count
    var place = 0
    // A hyphen is written when something comes behind it.
    var needsHyphen = false
    func writeHyphen(_ out: inout ByteBuffer) {
      if needsHyphen, out.count > begin { out.append(UInt8(ascii: "-")) }
      needsHyphen = false
    }
    while place < name.count {
      let byte = name[place]
      if byte < 0x80 {
        let bytes = EightBytes(name, at: place, limit: name.count)
        let length = bytes.wordLength
        if length > 0 {
          writeHyphen(&out)
          out.append(bytesOf: bytes.smallLetters, count: length)
          place += length
          continue
        }
        place += 1
        if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#"), out.count > begin {
          // `C++` and `C#` are not `C`.
          needsHyphen = true
          writeHyphen(&out)
          out.append(literal: byte == UInt8(ascii: "+") ? "plus" : "sharp")
        } else if byte != UInt8(ascii: "'") {
          needsHyphen = true
        }
        continue
      }
      let (value, next) = Tokenizer.scalar(name, at: place, limit: name.count)
      place = next
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = ScalarTable.shared.folded(scalar)
      if folded.isEmpty { continue }
      if NameCheck.isWordScalar(scalar) {
        writeHyphen(&out)
        out.append(folded)
      } else if scalar != "’" {
        needsHyphen = true
      }
    }
  }
}
