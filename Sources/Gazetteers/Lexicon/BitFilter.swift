import CByteMasks

/// A filter inside the memory of a lexicon: whether a hash may be one of a set (`HashFilter`).
///
/// Invariant of the unsafe code: `start` points to `mask + 1` numbers that belong to a `LexiconImage`,
/// which whoever holds the filter holds too. The mask cuts every place, so none beyond is read.
@safe @usableFromInline struct BitFilter: @unchecked Sendable {
  @usableFromInline let start: UnsafePointer<UInt64>
  @usableFromInline let mask: UInt64

  /// - Parameter words: Its bits, a power of two of numbers.
  init(_ words: FlatArray<UInt64>) {
    unsafe start = words.start
    // Of an empty section too eight bytes may be read, and a damaged length is cut to less.
    mask = UInt64(truncatingIfNeeded: max(words.count, 1)) &- 1
  }

  /// Whether the bit that a hash chooses is set.
  @inlinable @inline(__always)
  func holds(_ hash: UInt64) -> Bool { bits(hash) & 1 == 1 }

  /// The bit that a hash chooses, as the lowest; those above it are of no meaning.
  @inlinable @inline(__always)
  func bits(_ hash: UInt64) -> UInt64 { unsafe start[place(of: hash)] &>> (hash & 63) }

  /// Asks for the memory that `holds` will read.
  @inlinable @inline(__always)
  func prepare(_ hash: UInt64) { unsafe relata_prefetch(start + place(of: hash)) }

  @inlinable @inline(__always)
  func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 6 & mask) }
}
