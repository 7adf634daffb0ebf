import CByteMasks
import TextFiles

/// Numbers found by 32 bits of a hash, by open addressing.
///
/// A slot holds those 32 bits above the number plus one, and 0 where it is free. The first slot that a
/// number may take rises with its hash. So the slots stand in the order of their hashes, but for where
/// they clash, and growing walks through old and new slots side by side: it needs neither what was
/// hashed nor a jump through memory.
struct NumberTable {
  private var slots: FixedTable<UInt64>
  private var count = 0

  /// - Parameter slots: How many slots it begins with.
  init(slots: Int = 1 << 12) { self.slots = FixedTable(inLargePages: max(16, slots)) }

  /// The number with a hash that is meant, if any.
  ///
  /// - Parameters:
  ///   - hash: Its hash.
  ///   - isMeant: Whether a number whose hash is the same is the one.
  /// - Complexity: O(1) expected.
  @inline(__always)
  func number(_ hash: UInt32, where isMeant: (UInt32) -> Bool) -> UInt32? {
    var slot = slot(of: hash)
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
    if count * 10 >= slots.count * 7 { grow(to: slots.count * 2) }
    put(UInt64(hash) << 32 | UInt64(number + 1))
    count += 1
  }

  /// Sees to it that so many more numbers fit, and half of the slots stay free.
  mutating func makeRoom(for more: Int) {
    if (count + more) * 2 > slots.count { grow(to: (count + more) * 2) }
  }

  /// Fetches the memory that `number` will read.
  @inline(__always)
  func fetch(_ hash: UInt32) { slots.fetch(slot(of: hash)) }

  /// What is likely the number with a hash, to fetch its memory; any number where there is none.
  @inline(__always)
  func guess(_ hash: UInt32) -> UInt32 {
    let slot = slots[slot(of: hash)]
    return slot &>> 32 == hash && slot != 0 ? UInt32(truncatingIfNeeded: slot) &- 1 : 0
  }

  /// Empties the table and gives its memory away, to be used for something else.
  mutating func giveMemory() -> FixedTable<UInt64> {
    var memory = FixedTable<UInt64>(inLargePages: 16)
    swap(&memory, &slots)
    count = 0
    return memory
  }

  @inline(__always)
  private func slot(of hash: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* UInt64(truncatingIfNeeded: slots.count)) &>> 32)
  }

  @inline(__always)
  private mutating func put(_ taken: UInt64) {
    var slot = slot(of: UInt32(truncatingIfNeeded: taken &>> 32))
    while slots[slot] != 0 { slot = slot &+ 1 == slots.count ? 0 : slot &+ 1 }
    slots[slot] = taken
  }

  private mutating func grow(to count: Int) {
    precondition(count <= 1 << 32, "2^31 numbers are more than memory holds")
    let old = slots
    slots = FixedTable(inLargePages: count)
    for slot in 0..<old.count where old[slot] != 0 { put(old[slot]) }
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

extension MutableSpan where Element: BitwiseCopyable {
  /// The same of elements that are lent.
  @inline(__always)
  func fetch(_ index: Int) {
    unsafe withUnsafeBufferPointer { elements in
      precondition(elements.indices.contains(index), "the element is there")
      guard let start = elements.baseAddress else { return }
      unsafe relata_fetch(start + index)
    }
  }
}
