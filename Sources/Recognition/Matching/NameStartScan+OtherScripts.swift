import Gazetteers

/// What of other scripts may begin a name.
extension NameStartScan {
  /// The bits of the scalars of other scripts that may begin a name.
  ///
  /// - Parameters:
  ///   - leads: Where they begin.
  ///   - block: 72 readable bytes, the first 64 of which are the block.
  @unsafe func passing(leads: UInt64, _ block: UnsafePointer<UInt8>) -> UInt64 {
    if wantsAll { return leads }
    var (left, result): (UInt64, UInt64) = (leads, 0)
    while left != 0 {
      let bit = left.trailingZeroBitCount
      left &= left &- 1
      // Bounds: bit is below 64, and nine bytes are looked at.
      result |= (unsafe tables.mayBegin(at: block + bit) ? 1 : 0) &<< UInt64(bit)
    }
    return result
  }
}
