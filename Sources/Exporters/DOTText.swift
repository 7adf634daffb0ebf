import TextFiles

/// Quoted strings that Graphviz and Gephi's importer read as the same text.
enum DOTText {
  /// Appends a label in its quotes: `a"b\N` as `"a\"b\\N"`.
  ///
  /// Backslash and quote take a backslash; a line break of any sort becomes `\n`. Graphviz would
  /// also read `&amp;` as `&`: a backslash before the semicolon, which both readers drop, ends that.
  ///
  /// - Parameter text: Any text without the characters that XML forbids, which would spoil an SVG.
  static func appendLabel(_ text: String, to buffer: inout ByteBuffer) {
    let bytes = text.utf8.span
    buffer.append(UInt8(ascii: "\""))
    var inReference = false
    var afterReturn = false
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""):
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(byte)
      case UInt8(ascii: "\r"):
        buffer.append("\\n")
      case UInt8(ascii: "\n"):
        if !afterReturn { buffer.append("\\n") }
      case UInt8(ascii: ";") where inReference:
        buffer.append("\\;")
      default:
        buffer.append(byte)
      }
      inReference =
        byte == UInt8(ascii: "&") || inReference && (byte == UInt8(ascii: "#") || isAlnum(byte))
      afterReturn = byte == UInt8(ascii: "\r")
    }
    buffer.append(UInt8(ascii: "\""))
  }

  private static func isAlnum(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
