/// A set of hashes that may seem to hold more than was put in: one bit each.
struct HashFilter {
  private(set) var words: [UInt64]

  /// - Parameter bits: At least so many, rounded up to a power of two.
  init(bits: Int) {
    var count = 1
    while count * 64 < bits { count *= 2 }
    words = Array(repeating: 0, count: count)
  }

  /// - Parameters:
  ///   - hashes: What it holds.
  ///   - bitsEach: Bits for each of them, at least.
  init(of hashes: Set<UInt64>, bitsEach: Int = 16) {
    self.init(bits: hashes.count * bitsEach)
    for hash in hashes { insert(hash) }
  }

  mutating func insert(_ hash: UInt64) { words[word(of: hash)] |= 1 << (hash & 63) }

  /// Fetches the memory that `insert` will change.
  @inline(__always)
  func fetch(_ hash: UInt64) { words.fetch(word(of: hash)) }

  private func word(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 6) & (words.count - 1)
  }
}
