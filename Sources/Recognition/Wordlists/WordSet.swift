import Gazetteers

/// A set of words, looked up by the hash of their folded form, so that no string is built of a text.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>

  /// - Parameter words: Words separated by white space, in any case.
  init(_ words: String) {
    let tokenizer = Tokenizer()
    hashes = Set(
      words.split(whereSeparator: \.isWhitespace).map { word in
        let bytes = Array(word.utf8)
        return tokenizer.token(bytes.span, at: 0, limit: bytes.count).hash
      })
  }

  private init(hashes: Set<UInt64>) {
    self.hashes = hashes
  }

  func contains(_ token: Token) -> Bool { hashes.contains(token.hash) }

  func union(_ other: WordSet) -> WordSet { WordSet(hashes: hashes.union(other.hashes)) }
}
