import Testing

@testable import TextFiles

@Suite struct DecodedTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let text: String
    let encoding: TextEncoding
    var warning: String?
  }

  static let cases = [
    Case(
      testDescription: "ASCII is UTF-8", bytes: Array("plain".utf8), text: "plain", encoding: .utf8),
    Case(
      testDescription: "UTF-8 stays as it is", bytes: Array("Zoë – 김정은 😀".utf8),
      text: "Zoë – 김정은 😀", encoding: .utf8),
    Case(
      testDescription: "a UTF-8 byte order mark is dropped",
      bytes: [0xEF, 0xBB, 0xBF] + Array("é".utf8), text: "é", encoding: .utf8),
    Case(testDescription: "nothing is an empty text", bytes: [], text: "", encoding: .utf8),
    Case(
      testDescription: "UTF-16LE with its mark", bytes: [0xFF, 0xFE, 0x41, 0, 0x3D, 0xD8, 0, 0xDE],
      text: "A😀", encoding: .utf16le),
    Case(
      testDescription: "UTF-16BE with its mark", bytes: [0xFE, 0xFF, 0, 0x41, 0x20, 0x14],
      text: "A—", encoding: .utf16be),
    Case(
      testDescription: "a lone surrogate and an odd byte become U+FFFD",
      bytes: [0xFF, 0xFE, 0x3D, 0xD8, 0x41, 0, 0, 0xDC, 0x42], text: "\u{FFFD}A\u{FFFD}\u{FFFD}",
      encoding: .utf16le, warning: "3 lone surrogates in UTF-16 replaced by U+FFFD"),
    Case(
      testDescription: "curly quotes and accents of Windows-1252",
      bytes: [0x93] + Array("caf".utf8) + [0xE9, 0x94, 0x20, 0x80, 0x81], text: "“café” €\u{81}",
      encoding: .windows1252, warning: "is not valid UTF-8; read as windows-1252"),
    Case(
      testDescription: "a bad byte among much UTF-8 is replaced",
      bytes: Array(String(repeating: "Привет ", count: 40).utf8) + [0xFF] + Array("да".utf8),
      text: String(repeating: "Привет ", count: 40) + "\u{FFFD}да", encoding: .utf8,
      warning: "1 invalid UTF-8 sequence replaced by U+FFFD"),
    Case(
      testDescription: "UTF-8 cut off within its last character stays UTF-8",
      bytes: Array("café, naïv".utf8) + [0xE2, 0x80], text: "café, naïv\u{FFFD}", encoding: .utf8,
      warning: "1 invalid UTF-8 sequence replaced by U+FFFD"),
    Case(
      testDescription: "a mark states UTF-8 however bad the rest",
      bytes: [0xEF, 0xBB, 0xBF, 0x41, 0xE9, 0x42, 0xE9], text: "A\u{FFFD}B\u{FFFD}",
      encoding: .utf8, warning: "2 invalid UTF-8 sequences replaced by U+FFFD"),
  ]

  @Test("the encoding is found and the text brought to UTF-8", arguments: cases)
  func decodes(_ testCase: Case) throws {
    for decoded in [
      try DecodedText.decode(testCase.bytes.span), try DecodedText.decode(owned: testCase.bytes),
    ] {
      #expect(String(decoding: decoded.utf8, as: UTF8.self) == testCase.text)
      #expect(decoded.encoding == testCase.encoding)
      #expect(decoded.warning == testCase.warning)
    }
  }

  @Test(
    "bytes with control characters as no text has them are binary",
    arguments: [
      [UInt8](repeating: 0, count: 100), Array("GIF89a".utf8) + [0, 1, 2, 3, 0xFF, 0xFE],
      (0..<32).map { UInt8($0) }, [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0],
      // UTF-16 without a mark, which nothing tells apart from a table of numbers.
      [0x41, 0, 0x42, 0, 0x43, 0], [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0],
    ])
  func binary(_ bytes: [UInt8]) {
    #expect(throws: UndecodableText.binary) { try DecodedText.decode(bytes.span) }
    #expect(throws: UndecodableText.binary) { try DecodedText.decode(owned: bytes) }
    #expect(UndecodableText.binary.description == "is binary, not text")
  }

  @Test("what stands for UTF-8 is what the standard library takes for it, in all short sequences")
  func shortSequences() {
    let interesting: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
      0xEF,
      0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    var wrong = 0
    for first in interesting {
      for second in interesting {
        for third in interesting {
          for fourth in interesting {
            let bytes = [first, second, third, fourth]
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            if UTF8Check.isValid(bytes.span) != isValid { wrong += 1 }
          }
        }
      }
    }
    #expect(wrong == 0)
  }

  @Test("a repair is what the standard library makes of the bytes, wherever they lie in a word")
  func repairs() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var state = seed
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in next() % 3 == 0 ? next() : next() & 0x7F }
      let bad = UTF8Check.firstInvalid(in: bytes.span)
      let repaired = UTF8Repair(bytes.span, firstBad: bad).utf8
      #expect(repaired == Array(String(decoding: bytes, as: UTF8.self).utf8), "seed \(seed)")
    }
  }
}
