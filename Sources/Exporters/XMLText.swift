import EntityGraphs
import TextFiles

/// Text as it stands between the tags of an XML document.
///
/// Escapes what libxml2 escapes, in the same way, sixteen bytes at a time; a test compares both.
enum XMLText {
  /// What must not stand as it is, or may not: U+FFFE and U+FFFF begin with 0xEF.
  private static let special = ByteSet(
    below: 0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), 0xEF)

  /// Appends the evidence of a tie, as `PlainText.appendLines` has it.
  ///
  /// - Parameters:
  ///   - opening: What stands before it; nothing is appended where there is none.
  ///   - lineBreak: What stands between its windows.
  ///   - tie: The tie.
  ///   - buffer: Where it goes.
  /// - Returns: Whether it held characters that XML forbids, which became U+FFFD.
  static func append(
    _ opening: StaticString, lineBreak: StaticString = "\n", evidenceOf tie: Tie,
    to buffer: inout ByteBuffer
  ) -> Bool {
    var heldForbidden = false
    var isFirst = true
    tie.forEachEvidence { document, start, end, text in
      buffer.append(literal: isFirst ? opening : lineBreak)
      isFirst = false
      if append(document, isFlat: true, to: &buffer) { heldForbidden = true }
      PlainText.appendPlace(start, end, to: &buffer)
      if append(text, isFlat: true, to: &buffer) { heldForbidden = true }
    }
    return heldForbidden
  }

  /// Appends a text, as below.
  static func append(_ text: String, isFlat: Bool = false, to buffer: inout ByteBuffer) -> Bool {
    text.withUTF8Span { append($0, isFlat: isFlat, to: &buffer) }
  }

  /// Appends a text.
  ///
  /// - Parameters:
  ///   - utf8: Any text.
  ///   - isFlat: Whether line breaks and tabs become spaces.
  ///   - buffer: Where the text goes.
  /// - Returns: Whether it held characters that XML forbids, which became U+FFFD.
  static func append(
    _ utf8: Span<UInt8>, isFlat: Bool = false, to buffer: inout ByteBuffer
  ) -> Bool {
    var heldForbidden = false
    var start = 0
    while true {
      var end = special.first(in: utf8, from: start)
      while end < utf8.count, utf8[end] == 0xEF, PlainText.forbidden(in: utf8, at: end) == 0 {
        end = special.first(in: utf8, from: end + 1)
      }
      buffer.append(utf8.extracting(start..<end))
      if end == utf8.count { return heldForbidden }
      start = end + 1
      switch utf8[end] {
      case UInt8(ascii: "<"): buffer.append(literal: "&lt;")
      case UInt8(ascii: ">"): buffer.append(literal: "&gt;")
      case UInt8(ascii: "&"): buffer.append(literal: "&amp;")
      case UInt8(ascii: "\""): buffer.append(literal: "&quot;")
      case 0x9...0xD where isFlat: buffer.append(UInt8(ascii: " "))
      case 0x9, 0xA: buffer.append(utf8[end])
      case 0xD: buffer.append(literal: "&#13;")
      default:
        buffer.append(literal: "\u{FFFD}")
        heldForbidden = true
        if utf8[end] == 0xEF { start = end + 3 }
      }
    }
  }
}
