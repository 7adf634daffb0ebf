import CByteMasks

/// An array inside the memory of a lexicon, read-only.
///
/// Invariant of the unsafe code: `start` points to `count` elements, and to eight bytes at least, that
/// belong to a `LexiconImage`, which whoever holds the array holds too. An index that is out of range,
/// which only a damaged lexicon can give, reads the first element: wrong names, but no wrong memory.
@safe @usableFromInline struct FlatArray<Element: BitwiseCopyable>: @unchecked Sendable {
  @usableFromInline let start: UnsafePointer<Element>
  @usableFromInline let count: Int

  @unsafe init(_ start: UnsafePointer<Element>, count: Int) {
    unsafe self.start = start
    self.count = count
  }

  @inlinable @inline(__always)
  subscript(_ index: Int) -> Element {
    unsafe start[UInt(bitPattern: index) < UInt(bitPattern: count) ? index : 0]
  }

  /// Asks for the memory of an element that is read soon.
  @inlinable @inline(__always)
  func prepare(_ index: Int) {
    unsafe relata_prefetch(start + index)
  }
}

extension FlatArray where Element == UInt8 {
  /// The text of some bytes.
  func text(_ range: Range<Int>) -> String {
    guard range.lowerBound >= 0, range.upperBound <= count else { return "" }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: start + range.lowerBound, count: range.count),
      as: UTF8.self)
  }
}
