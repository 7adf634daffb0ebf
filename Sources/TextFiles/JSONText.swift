/// Writes JSON values (RFC 8259) as bytes.
public enum JSONText {
  /// Appends a string literal with its quotes: `a"b` as `"a\"b"`.
  ///
  /// The quote, the backslash and control characters are escaped; all else stands as it is.
  public static func append(_ text: String, to buffer: inout ByteBuffer) {
    text.withUTF8Span { append(utf8: $0, to: &buffer) }
  }

  /// Appends a string literal with its quotes.
  ///
  /// - Parameters:
  ///   - utf8: The text; it must be valid UTF-8 for the result to be valid JSON.
  ///   - buffer: Where to append.
  public static func append(utf8: Span<UInt8>, to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "\""))
    var start = 0
    while true {
      let end = special.first(in: utf8, from: start)
      buffer.append(utf8.extracting(start..<end))
      if end == utf8.count { break }
      appendEscape(utf8[end], to: &buffer)
      start = end + 1
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// What a string must escape.
  static let special = ByteSet(below: 0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"))

  /// Appends an integer.
  public static func append(_ value: Int, to buffer: inout ByteBuffer) {
    buffer.append(value)
  }

  /// Appends the shortest number that reads back as the same one; `null` for what is not finite,
  /// which JSON cannot say.
  public static func append(_ value: Double, to buffer: inout ByteBuffer) {
    if value.isFinite { buffer.append(value) } else { buffer.append("null") }
  }

  /// Appends a number rounded to a few decimals, 0 to 6; `null` for what is not finite.
  public static func append(_ value: Double, decimals: Int, to buffer: inout ByteBuffer) {
    if value.isFinite { buffer.append(value, decimals: decimals) } else { buffer.append("null") }
  }

  private static func appendEscape(_ byte: UInt8, to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): buffer.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): buffer.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): buffer.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer.append(byte)
    default:
      buffer.append("u00")
      for digit in [byte >> 4, byte & 15] {
        buffer.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
      }
    }
  }
}
