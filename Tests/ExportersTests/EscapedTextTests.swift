import CLibXML2
import Foundation
import Testing
import TextFiles

@testable import Exporters

/// Escaping sixteen bytes at a time against libxml2, and against byte by byte.
@Suite struct EscapedTextTests {
  static let pieces = [
    "a", "Kim Jong Un ", "<", ">", "&", "\"", "'", "&amp;", "&#38;", "&lt", ";", "#", "\\", "\n",
    "\r",
    "\r\n", "\t", "\u{B}", "\0", "\u{1F}", "\u{7F}", "é", "漢字", "ｆｕｌｌ", "\u{FFFD}", "\u{FFFE}",
    "\u{FFFF}", "\u{FEFF}", "😀", "a long text without anything to escape, as most are",
  ]

  static func texts(seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<200).map { _ in
      (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }.joined()
    }
  }

  private func escapedByLibXML2(_ text: String) -> String {
    guard let escaped = xmlEncodeSpecialChars(nil, text) else { return "" }
    // `xmlFree` is `free`, but a variable, which Swift 6 does not let us read.
    defer { free(escaped) }
    return String(cString: escaped)
  }

  @Test("text of XML is escaped as libxml2 does, forbidden characters replaced", arguments: 1...20)
  func xml(seed: UInt64) {
    for text in Self.texts(seed: seed) {
      var buffer = ByteBuffer()
      let heldForbidden = XMLText.append(text, to: &buffer)
      let clean = PlainText.withoutForbidden(text)
      #expect(heldForbidden == (clean != nil), "seed \(seed)")
      #expect(
        buffer.bytes == Array(escapedByLibXML2(clean ?? text).utf8), "seed \(seed): \(text)")
    }
  }

  @Test("flat text of XML has spaces in place of line breaks and tabs", arguments: 1...20)
  func flat(seed: UInt64) {
    for text in Self.texts(seed: seed) {
      var buffer = ByteBuffer()
      _ = XMLText.append(text, isFlat: true, to: &buffer)
      let flat = String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { (0x9...0xD).contains($0.value) ? " " : $0 }))
      let clean = PlainText.withoutForbidden(flat) ?? flat
      #expect(buffer.bytes == Array(escapedByLibXML2(clean).utf8), "seed \(seed): \(text)")
    }
  }

  @Test(
    "a label of DOT is escaped as byte by byte, forbidden characters replaced", arguments: 1...20)
  func dot(seed: UInt64) {
    for text in Self.texts(seed: seed) {
      var buffer = ByteBuffer()
      let heldForbidden = text.withUTF8Span { DOTText.appendLabel($0, to: &buffer) }
      let clean = PlainText.withoutForbidden(text)
      #expect(heldForbidden == (clean != nil), "seed \(seed)")
      var expected: [UInt8] = [UInt8(ascii: "\"")]
      var (inReference, afterReturn) = (false, false)
      for byte in (clean ?? text).utf8 {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "\""): expected += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\r"): expected += Array("\\n".utf8)
        case UInt8(ascii: "\n"): if !afterReturn { expected += Array("\\n".utf8) }
        case UInt8(ascii: ";") where inReference: expected += Array("\\;".utf8)
        default: expected.append(byte)
        }
        inReference =
          byte == UInt8(ascii: "&") || inReference && (byte == UInt8(ascii: "#") || isAlnum(byte))
        afterReturn = byte == UInt8(ascii: "\r")
      }
      expected.append(UInt8(ascii: "\""))
      #expect(buffer.bytes == expected, "seed \(seed): \(text)")
    }
  }

  private func isAlnum(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
