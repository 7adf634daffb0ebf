import Gazetteers

/// A set of words, looked up by the hash of their folded form, so that no string is built of a text.
///
/// The rules ask some ten of these sets about the words beside a name. The hashes are well mixed as they
/// are, so they lie in an open-addressing table at the place that their lowest bits give, and are not
/// hashed anew, as by a `Set`.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>

  private let beginnings: WordBeginnings

  /// No word has fewer letters and digits, nor more, folded.
  let lengths: ClosedRange<Int>

  /// Twice as many slots as words at least, a power of two; 0 in those that are free.
  private let slots: LastingTable<UInt64>

  /// - Parameter words: Words separated by white space, in any case.
  init(_ words: String) {
    let tokenizer = Tokenizer()
    let bytes = Array(words.utf8)
    var hashes: Set<UInt64> = []
    var beginnings = WordBeginnings()
    var (shortest, longest, end) = (Int.max, 0, 0)
    while let start = bytes[end...].firstIndex(where: { $0 > 0x20 }) {
      end = bytes[start...].firstIndex { $0 <= 0x20 } ?? bytes.count
      hashes.insert(tokenizer.token(bytes.span, at: start, limit: end).hash)
      beginnings.add(bytes[start..<end])
      // A letter of two bytes folds to one letter at least, to two at most.
      shortest = min(shortest, bytes[start..<end].count { $0 & 0xC0 != 0x80 })
      longest = max(longest, end - start)
    }
    self.init(hashes, min(shortest, longest)...longest, beginnings)
  }

  private init(
    _ hashes: Set<UInt64>, _ lengths: ClosedRange<Int>, _ beginnings: WordBeginnings
  ) {
    self.hashes = hashes
    self.lengths = lengths
    self.beginnings = beginnings
    var count = 2
    while count < hashes.count * 2 { count *= 2 }
    var slots = [UInt64](repeating: 0, count: count)
    for hash in hashes.sorted() {
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = hash
    }
    self.slots = LastingTable(slots)
  }

  func contains(_ token: Token) -> Bool {
    var slot = Int(truncatingIfNeeded: token.hash) & (slots.count &- 1)
    while true {
      let hash = slots[slot]
      // A free slot comes at last, since no more than half of them are taken.
      if hash == 0 { return false }
      if hash == token.hash { return true }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  /// Whether the word at a place may be one of them, as its first two letters tell: where they do not, it
  /// need not be read.
  @inline(__always)
  func mayHold(_ text: Span<UInt8>, at place: Int) -> Bool { beginnings.mayHold(text, at: place) }

  func union(_ other: WordSet) -> WordSet {
    let lengths =
      min(
        lengths.lowerBound, other.lengths.lowerBound)...max(
        lengths.upperBound, other.lengths.upperBound)
    return WordSet(
      hashes.union(other.hashes), lengths, beginnings.union(other.beginnings))
  }
}
