/// A word of a text that is looked at, as the masks show it.
struct WordStart {
  var place: Int

  /// Its ASCII letters and digits up to the first other byte; 0 where it begins with another.
  var length: Int32

  /// Whether it begins with a small letter, so that only names without capitals begin with it.
  var isSmall: Bool
}

/// The words that were noted of some blocks.
///
/// Invariant of the unsafe code: `start` has room for `capacity` words, which whoever made the list
/// holds; only what was written is read.
@safe struct WordList {
  private let start: UnsafeMutablePointer<WordStart>
  private let capacity: Int

  /// How many there are.
  private(set) var count = 0

  /// - Parameter start: Room for as many words as `capacity` says.
  @unsafe init(_ start: UnsafeMutablePointer<WordStart>, capacity: Int) {
    unsafe self.start = start
    self.capacity = capacity
  }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ word: WordStart) {
    precondition(count < capacity)
    unsafe (start + count).initialize(to: word)
    count &+= 1
  }

  /// Appends the words of a block.
  ///
  /// - Parameters:
  ///   - wanted: Where they begin, a bit for each byte of the block.
  ///   - ends: The bytes that belong to no word.
  ///   - block: Where the block begins.
  ///   - small: Which of them begin with a small letter.
  @inline(__always)
  mutating func append(_ wanted: UInt64, ends: UInt64, block: Int, small: UInt64) {
    var left = wanted
    while left != 0 {
      let bit = left.trailingZeroBitCount
      left &= left &- 1
      // Where the block ends within the word this is what there is of it.
      let length = min((ends &>> UInt64(bit)).trailingZeroBitCount, 64 &- bit)
      append(
        WordStart(
          place: block &+ bit, length: Int32(truncatingIfNeeded: length),
          isSmall: small &>> UInt64(bit) & 1 == 1))
    }
  }

  @inline(__always)
  subscript(_ index: Int) -> WordStart {
    precondition(index >= 0 && index < count)
    return unsafe start[index]
  }

  /// Where the last one ends, as far as it is known; -1 where there is none.
  @inline(__always)
  var lastEnd: Int {
    count == 0 ? -1 : unsafe start[count &- 1].place &+ Int(start[count &- 1].length)
  }

  /// Makes the last one longer.
  @inline(__always)
  mutating func extendLast(by length: Int) {
    precondition(count > 0)
    unsafe start[count &- 1].length &+= Int32(truncatingIfNeeded: length)
  }
}
