/// A set of hashes that may seem to hold more than was put in: one bit each.
struct HashFilter {
  private(set) var words: [UInt64]

  /// - Parameter bits: At least so many, rounded up to a power of two.
  init(bits: Int) {
    var count = 1
    while count * 64 < bits { count *= 2 }
    words = Array(repeating: 0, count: count)
  }

  /// - Parameter hashes: What it holds; 64 bits for each where they are few, since these take no room,
  ///   else 16.
  init(of hashes: Set<UInt64>) {
    self.init(bits: hashes.count * (hashes.count <= 1 << 12 ? 64 : 16))
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
