import TestSupport
import Testing

@testable import Gazetteers

@Suite struct EightBytesTests {
  private static let text = Array("ab C9-\u{1}é😀zZ\u{0}\u{1F} ~\u{7F}xyz".utf8)

  @Test("eight bytes are those of the text, with zeros behind its end")
  func loads() {
    let text = Self.text
    for limit in 1...text.count {
      for place in 0..<limit {
        let expected = (0..<8).reduce(UInt64(0)) { sum, offset in
          sum | (place + offset < limit ? UInt64(text[place + offset]) << UInt64(offset * 8) : 0)
        }
        #expect(
          EightBytes(text.span, at: place, limit: limit).raw == expected, "\(place) of \(limit)")
      }
    }
  }

  @Test("controls and the length of a word are as a look at each byte tells")
  func marks() {
    let text = Self.text
    for place in 0...(text.count - 8) {
      let bytes = EightBytes(text.span, at: place, limit: text.count)
      let part = text[place..<place + 8]
      let controls = part.enumerated().reduce(UInt64(0)) { sum, item in
        sum | (item.element < 0x20 ? 0x80 << UInt64(item.offset * 8) : 0)
      }
      #expect(bytes.controls == controls, "\(place)")
      let word = part.prefix { Character(Unicode.Scalar($0)).isASCIILetterOrDigit }
      #expect(bytes.wordLength == word.count, "\(place)")
    }
  }

  @Test("texts are compared as their bytes are")
  func compares() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let length = Int.random(in: 0...20, using: &random)
      let left = (0..<length).map { _ in UInt8.random(in: 0...1, using: &random) &* 0xFF }
      var right = left.prefix(Int.random(in: 0...length, using: &random)) + []
      if !right.isEmpty, Bool.random(using: &random) { right[right.count - 1] ^= 1 }
      let shared = zip(left, right).prefix { $0 == $1 }.count
      #expect(EightBytes.sharedCount(left.span, right.span) == shared)
      #expect(EightBytes.areEqual(left.span, right.span) == (left == Array(right)))
      #expect(
        EightBytes.precedes(left.span, right.span) == left.lexicographicallyPrecedes(right))
    }
  }
}

extension Character {
  fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
