import TextFiles

/// Quoted strings that Graphviz and Gephi's importer read as the same text.
enum DOTText {
  /// Appends a label in its quotes: `a"b\N` as `"a\"b\\N"`.
  ///
  /// - Parameters:
  ///   - bytes: Any text.
  ///   - buffer: Where the label goes.
  /// - Returns: Whether it held characters that XML forbids, as `append` says.
  static func appendLabel(_ bytes: Span<UInt8>, to buffer: inout ByteBuffer) -> Bool {
    buffer.append(UInt8(ascii: "\""))
    defer { buffer.append(UInt8(ascii: "\"")) }
    return append(bytes, to: &buffer)
  }

  /// Appends a part of a label, without the quotes.
  ///
  /// Backslash and quote take a backslash; a line break of any sort becomes `\n`. Graphviz would
  /// also read `&amp;` as `&`: a backslash before the semicolon, which both readers drop, ends that.
  ///
  /// - Parameters:
  ///   - bytes: Any text.
  ///   - buffer: Where it goes.
  /// - Returns: Whether it held characters that XML forbids, which would spoil an SVG and became U+FFFD.
  static func append(_ bytes: Span<UInt8>, to buffer: inout ByteBuffer) -> Bool {
    var heldForbidden = false
    var (start, index) = (0, 0)
    while true {
      index = special.first(in: bytes, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""):
        buffer.append(bytes.extracting(start..<index))
        buffer.append(UInt8(ascii: "\\"))
        start = index
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        buffer.append(bytes.extracting(start..<index))
        start = index + 1
        let endsPair = byte == UInt8(ascii: "\n") && index > 0 && bytes[index - 1] == 0x0D
        if !endsPair { buffer.append(literal: "\\n") }
      case UInt8(ascii: "&"):
        var end = index + 1
        while end < bytes.count, bytes[end] == UInt8(ascii: "#") || isAlnum(bytes[end]) { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: ";") {
          buffer.append(bytes.extracting(start..<end))
          buffer.append(UInt8(ascii: "\\"))
          start = end
        }
      default:
        let length = PlainText.forbidden(in: bytes, at: index)
        guard length > 0 else { break }
        buffer.append(bytes.extracting(start..<index))
        buffer.append(literal: "\u{FFFD}")
        heldForbidden = true
        start = index + length
        index = start - 1
      }
      index += 1
    }
    buffer.append(bytes.extracting(start..<bytes.count))
    return heldForbidden
  }

  private static let special = ByteSet(
    below: 0x20, UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "&"), 0xEF)

  private static func isAlnum(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
