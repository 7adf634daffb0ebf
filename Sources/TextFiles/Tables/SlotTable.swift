/// The slots of an open-addressing table: numbers whose highest 32 bits choose the slot, and 0 where a
/// slot is free. Beyond a megabyte they are a file that is mapped, where a folder is given.
///
/// The numbers must be well mixed.
@usableFromInline struct SlotTable: Sendable {
  @usableFromInline var slots: FixedTable<UInt64>
  /// By how much the highest bits are moved to give a slot.
  @usableFromInline var shift: UInt64 = 60
  private let overflow: BytePool.Overflow?

  /// The number of slots that are taken.
  private(set) var count = 0

  /// Why the folder took no more slots, if so; they are in memory then.
  private(set) var failure: FileError?

  init(overflow: BytePool.Overflow?) {
    self.overflow = overflow
    slots = FixedTable(count: 16, overflow: nil, failure: &failure)
  }

  @inlinable @inline(__always)
  func slot(of number: UInt64) -> Int { Int(number &>> shift) }

  @inlinable @inline(__always)
  func slot(after slot: Int) -> Int { (slot &+ 1) & (slots.count &- 1) }

  /// Makes sure that a slot is free for one more, and doubles the table where three of four are taken.
  ///
  /// What comes in the order of the slots also goes to slots that rise.
  mutating func makeRoom() {
    guard (count + 1) * 4 > slots.count * 3 else { return }
    precondition(shift > 32, "there are more numbers than can be told apart")
    let old = slots
    slots = FixedTable(count: old.count * 2, overflow: overflow, failure: &failure)
    shift -= 1
    count = 0
    for slot in 0..<old.count where old[slot] != 0 { put(old[slot]) }
  }

  /// Puts a number into the first free slot of those that are its.
  mutating func put(_ number: UInt64) {
    var slot = slot(of: number)
    while slots[slot] != 0 { slot = self.slot(after: slot) }
    fill(slot, with: number)
  }

  /// Puts a number into a slot that the search for it ended at.
  mutating func fill(_ slot: Int, with number: UInt64) {
    slots[slot] = number
    count += 1
  }
}
