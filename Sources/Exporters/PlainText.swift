import EntityGraphs
import TextFiles

/// Characters that formats forbid.
enum PlainText {
  /// The text without the characters that XML 1.0 forbids (control characters but tab, line feed
  /// and carriage return; U+FFFE; U+FFFF), each replaced by U+FFFD.
  ///
  /// - Returns: `nil` when the text has none and can stand as it is.
  static func withoutForbidden(_ text: String) -> String? {
    guard mayHoldForbidden(text) else { return nil }
    var isClean = true
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let forbidden =
        switch scalar.value {
        case 0x9, 0xA, 0xD: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
      if forbidden { isClean = false }
      clean.append(forbidden ? "\u{FFFD}" : scalar)
    }
    return isClean ? nil : String(clean)
  }

  /// A quick look at the bytes: forbidden control characters, and 0xEF, which begins U+F000 to U+FFFF.
  private static func mayHoldForbidden(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x20, byte != 0xEF { continue }
      if byte != 0x9, byte != 0xA, byte != 0xD { return true }
    }
    return false
  }

  /// Evidence as text, one window a line: `000.txt[96:231] The sentence.`
  ///
  /// Line breaks and tabs within a window become spaces, so that a line stays a line.
  static func lines(of evidence: [Evidence], into buffer: inout ByteBuffer) {
    for (number, window) in evidence.enumerated() {
      if number > 0 { buffer.append(UInt8(ascii: "\n")) }
      appendFlat(window.document, to: &buffer)
      buffer.append(UInt8(ascii: "["))
      buffer.append(window.start)
      buffer.append(UInt8(ascii: ":"))
      buffer.append(window.end)
      buffer.append("] ")
      appendFlat(window.text, to: &buffer)
    }
  }

  /// The evidence of a tie as one text; empty without any.
  static func lines(of evidence: [Evidence]) -> String {
    var buffer = ByteBuffer()
    lines(of: evidence, into: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private static func appendFlat(_ text: String, to buffer: inout ByteBuffer) {
    let bytes = text.utf8.span
    var start = 0
    for index in bytes.indices where (0x9...0xD).contains(bytes[index]) {
      buffer.append(bytes.extracting(start..<index))
      buffer.append(UInt8(ascii: " "))
      start = index + 1
    }
    buffer.append(bytes.extracting(start..<bytes.count))
  }
}
