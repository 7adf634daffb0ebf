import CByteMasks
import TextFiles

/// Numbers found by 32 bits of a hash, by open addressing.
///
/// A slot holds those 32 bits above the number plus one, and 0 where it is free. The highest of the
/// bits choose the slot. So the slots stand in the order of their hashes, but for where they clash, and
/// growing walks through old and new slots side by side: it needs neither what was hashed nor a jump
/// through memory.
struct NumberTable {
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  private var shift: UInt32 = 32 - 12
  private var count = 0

  /// The number with a hash that is meant, if any.
  ///
  /// - Parameters:
  ///   - hash: Its hash.
  ///   - isMeant: Whether a number whose hash is the same is the one.
  /// - Complexity: O(1) expected.
  @inline(__always)
  func number(_ hash: UInt32, where isMeant: (UInt32) -> Bool) -> UInt32? {
    var slot = Int(hash &>> shift)
    while slots[slot] != 0 {
      if slots[slot] &>> 32 == hash {
        let found = UInt32(truncatingIfNeeded: slots[slot]) &- 1
        if isMeant(found) { return found }
      }
      slot = slot &+ 1 == slots.count ? 0 : slot &+ 1
    }
    return nil
  }

  /// Adds a number that is not in the table; below 2^32 - 1.
  mutating func insert(_ number: UInt32, _ hash: UInt32) {
    if count * 2 >= slots.count { grow() }
    put(UInt64(hash) << 32 | UInt64(number + 1))
    count += 1
  }

  /// Fetches the memory that `number` will read.
  @inline(__always)
  func fetch(_ hash: UInt32) { slots.fetch(Int(hash &>> shift)) }

  /// What is likely the number with a hash, to fetch its memory; any number where there is none.
  @inline(__always)
  func guess(_ hash: UInt32) -> UInt32 {
    let slot = slots[Int(hash &>> shift)]
    return slot &>> 32 == hash && slot != 0 ? UInt32(truncatingIfNeeded: slot) &- 1 : 0
  }

  @inline(__always)
  private mutating func put(_ taken: UInt64) {
    var slot = Int((taken &>> 32) &>> UInt64(shift))
    while slots[slot] != 0 { slot = slot &+ 1 == slots.count ? 0 : slot &+ 1 }
    slots[slot] = taken
  }

  private mutating func grow() {
    let old = slots
    precondition(shift >= 2, "2^31 numbers are more than memory holds")
    shift -= 2
    slots = Array(inLargePages: 0, count: old.count * 4)
    for taken in old where taken != 0 { put(taken) }
  }
}

extension Array where Element: BitwiseCopyable {
  /// Fetches the memory of an element that is used soon, without waiting for it: of many elements fetched
  /// one after another, the processor reads a good number at once.
  ///
  /// The unsafe code reads a byte of the element, whose index is checked.
  @inline(__always)
  func fetch(_ index: Int) {
    precondition(index >= 0 && index < count, "the element is there")
    unsafe withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return }
      unsafe relata_fetch(start + index)
    }
  }
}
