import Gazetteers

/// The first two letters of some words: a bit for each pair, by the five lowest bits of both, so that capitals
/// and small letters are the same.
struct WordBeginnings: Sendable {
  private var pairs = InlineArray<16, UInt64>(repeating: 0)

  /// Adds a word, UTF-8.
  mutating func add(_ word: ArraySlice<UInt8>) {
    var letters = Array(word.prefix(2))
    if letters.contains(where: { $0 >= 0x80 }) {
      let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.prefix(2)
      letters = Array(scalars.map(ScalarTable.shared.folded).joined().utf8.prefix(2))
    }
    // Of a word of one letter nothing is asked.
    guard letters.count == 2 else { return }
    let pair = Self.pair(letters[0], letters[1])
    pairs[pair >> 6] |= 1 << UInt64(pair & 63)
  }

  /// Whether one of the words may be that at a place; it is no more certain where the first two bytes are not
  /// ASCII letters or digits.
  @inline(__always)
  func mayHold(_ text: Span<UInt8>, at place: Int) -> Bool {
    guard place &+ 1 < text.count, TextPlace.isAlphanumeric(text[place]),
      TextPlace.isAlphanumeric(text[place &+ 1])
    else { return true }
    let pair = Self.pair(text[place], text[place &+ 1])
    return pairs[pair &>> 6] &>> UInt64(pair & 63) & 1 == 1
  }

  func union(_ other: WordBeginnings) -> WordBeginnings {
    var union = self
    for index in pairs.indices { union.pairs[index] |= other.pairs[index] }
    return union
  }

  @inline(__always)
  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) &<< 5 | Int(second & 31)
  }
}
