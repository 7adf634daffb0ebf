import EntityGraphs
import TextFiles

/// Characters that formats forbid.
enum PlainText {
  /// The text without the characters that XML 1.0 forbids (control characters but tab, line feed
  /// and carriage return; U+FFFE; U+FFFF), each replaced by U+FFFD.
  ///
  /// - Returns: `nil` when the text has none and can stand as it is.
  static func withoutForbidden(_ text: String) -> String? {
    guard text.withUTF8Span({ holdsForbidden($0) }) else { return nil }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD: clean.append(scalar)
      case 0..<0x20, 0xFFFE, 0xFFFF: clean.append("\u{FFFD}")
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }

  /// Whether a text has characters that XML forbids.
  static func holdsForbidden(_ utf8: Span<UInt8>) -> Bool {
    var place = suspect.first(in: utf8)
    while place < utf8.count {
      if forbidden(in: utf8, at: place) > 0 { return true }
      place = suspect.first(in: utf8, from: place + 1)
    }
    return false
  }

  /// How many bytes a character that XML forbids has at a place; 0 where none begins there.
  static func forbidden(in utf8: Span<UInt8>, at place: Int) -> Int {
    switch utf8[place] {
    case 0x9, 0xA, 0xD: 0
    case 0..<0x20: 1
    case 0xEF
    where place + 2 < utf8.count && utf8[place + 1] == 0xBF && utf8[place + 2] >= 0xBE: 3
    default: 0
    }
  }

  /// Control characters, and 0xEF, which begins U+F000 to U+FFFF.
  private static let suspect = ByteSet(below: 0x20, 0xEF)

  /// Evidence as text, one window a line: `000.txt[96:231] The sentence.`
  ///
  /// Line breaks and tabs within a window become spaces, so that a line stays a line.
  static func appendLines(of tie: Tie, to buffer: inout ByteBuffer) {
    let begin = buffer.count
    tie.forEachEvidence { document, start, end, text in
      if buffer.count > begin { buffer.append(UInt8(ascii: "\n")) }
      appendLine(document, start, end, text, to: &buffer)
    }
  }

  private static func appendLine(
    _ document: Span<UInt8>, _ start: Int, _ end: Int, _ text: Span<UInt8>,
    to buffer: inout ByteBuffer
  ) {
    appendFlat(document, to: &buffer)
    appendPlace(start, end, to: &buffer)
    appendFlat(text, to: &buffer)
  }

  /// Appends where a window stands: `[96:231] `.
  static func appendPlace(_ start: Int, _ end: Int, to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "["))
    buffer.append(start)
    buffer.append(UInt8(ascii: ":"))
    buffer.append(end)
    buffer.append(literal: "] ")
  }

  /// The evidence of a tie, such a line for each window.
  static func windows(of tie: Tie) -> [String] {
    var windows: [String] = []
    var line = ByteBuffer()
    tie.forEachEvidence { document, start, end, text in
      line.clear()
      appendLine(document, start, end, text, to: &line)
      windows.append(line.withBytes { String(copying: $0) })
    }
    return windows
  }

  private static func appendFlat(_ bytes: Span<UInt8>, to buffer: inout ByteBuffer) {
    var start = 0
    while true {
      var end = breaks.first(in: bytes, from: start)
      while end < bytes.count, bytes[end] < 0x9 { end = breaks.first(in: bytes, from: end + 1) }
      buffer.append(bytes.extracting(start..<end))
      if end == bytes.count { return }
      buffer.append(UInt8(ascii: " "))
      start = end + 1
    }
  }

  /// Line breaks and tabs, 0x9 to 0xD, and what stands below them.
  private static let breaks = ByteSet(below: 0xE, 0x9)
}
