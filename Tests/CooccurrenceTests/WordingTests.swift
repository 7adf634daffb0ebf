import Gazetteers
import Testing

@testable import Cooccurrence

/// The fast hash of a wording against the plain one.
@Suite struct WordingTests {
  /// Pieces that end tokens in all ways: short and long words, marks, initials, other scripts, controls.
  static let pieces = [
    "a", "I", "the", "Kim", "letters", "eightlet", "ninelette", "internationalisation", "42", "3rd",
    String(repeating: "long", count: 17), String(repeating: "ab", count: 32),
    " ", "  ", ".", ",", "&", "-", "–", "'", "’", "\n", "\0", "\u{6}", "\u{E}", "é", "e\u{301}",
    "ß", "U.N.",
    "J.", "漢", "한", "я", "🙂", "\u{AD}", "\u{FEFF}", "ﬁ",
  ]

  @Test(
    "64 bytes at a time give the hash of token by token, at any distance from the end",
    arguments: 1...200)
  func plain(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let tokenizer = Tokenizer()
    for _ in 0..<100 {
      let count = Int.random(in: 0...[12, 40, 100][Int(seed % 3)], using: &generator)
      let text = Array(
        (0..<count).map { _ in Self.pieces.randomElement(using: &generator)! }.joined().utf8)
      // Any range, since hostile text may be cut anywhere.
      let start = Int.random(in: 0...text.count, using: &generator)
      let range = start..<Int.random(in: start...text.count, using: &generator)
      #expect(
        tokenizer.wording(text.span, range) == tokenizer.plainWording(text.span, range),
        "seed \(seed): \(String(decoding: text, as: UTF8.self)) \(range)")
    }
  }
}
