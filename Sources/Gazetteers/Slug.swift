import TextFiles

/// Readable identifiers made of names.
package enum Slug {
  /// Folded letters and digits, with a hyphen for all else: `Jaʿfar O'Neal` becomes `jafar-oneal`.
  package static func of(_ name: String) -> String {
    var out: [UInt8] = []
    name.withUTF8Span { append($0, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// The identifier of an entity that has none of its own: `person/jafar-oneal`.
  static func identifier(kind: String, name: String) -> String {
    var out = Array(kind.utf8)
    out.append(UInt8(ascii: "/"))
    name.withUTF8Span { append($0, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the slug of a name, valid UTF-8.
  static func append(_ name: Span<UInt8>, to out: inout [UInt8]) {
    let begin = out.count
    var place = 0
    while place < name.count {
      let byte = name[place]
      if byte < 0x80 {
        place += 1
        if byte &- 0x61 < 26 || byte &- 0x30 < 10 {
          out.append(byte)
        } else if byte &- 0x41 < 26 {
          out.append(byte | 0x20)
        } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#"), out.count > begin {
          // `C++` and `C#` are not `C`.
          appendHyphen(begin, to: &out)
          out.append(contentsOf: (byte == UInt8(ascii: "+") ? "plus" : "sharp").utf8)
        } else if byte != UInt8(ascii: "'") {
          appendHyphen(begin, to: &out)
        }
        continue
      }
      let (value, next) = Tokenizer.scalar(name, at: place, limit: name.count)
      place = next
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = ScalarTable.shared.folded(scalar)
      if folded.isEmpty { continue }
      if NameCheck.isWordScalar(scalar) {
        out.append(contentsOf: folded.utf8)
      } else if scalar != "’" {
        appendHyphen(begin, to: &out)
      }
    }
    if out.count > begin, out.last == UInt8(ascii: "-") { out.removeLast() }
  }

  private static func appendHyphen(_ begin: Int, to out: inout [UInt8]) {
    if out.count > begin, out.last != UInt8(ascii: "-") { out.append(UInt8(ascii: "-")) }
  }
}
