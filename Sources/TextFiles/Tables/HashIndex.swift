/// The slots of an open-addressing table whose rows, with their keys, lie elsewhere.
///
/// Keys must be well mixed. A slot has the highest 32 bits of a key, which choose it, and the number of
/// the row plus one; or 0. So a row is looked at only where it most likely has the key, and growing looks
/// at none.
///
///     if let row = index.find(key, where: { keys[$0] == key }) { return row }
///     index.insert(keys.count, key)
///     keys.append(key)
public struct HashIndex: Sendable {
  @usableFromInline var slots: FixedTable<UInt64>
  /// By how much the highest bits of a key are moved to give a slot.
  @usableFromInline var shift: UInt64 = 60
  private let overflow: BytePool.Overflow?

  /// The number of rows.
  public private(set) var count = 0

  /// Why the folder took no more slots, if so; they are in memory then.
  public private(set) var failure: FileError?

  /// - Parameter overflow: Where slots go that memory shall not hold; nil keeps all in memory.
  public init(overflow: BytePool.Overflow? = nil) {
    self.overflow = overflow
    slots = FixedTable(count: 16, overflow: nil, failure: &failure)
  }

  /// The row that has a key, if any.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - hasKey: Whether a row has it; asked of few rows that have not.
  /// - Complexity: O(1) expected.
  @inlinable @inline(__always)
  public func find(_ key: UInt64, where hasKey: (Int) -> Bool) -> Int? {
    var slot = Int(key &>> shift)
    while true {
      let found = slots[slot]
      if found == 0 { return nil }
      if (found ^ key) &>> 32 == 0 {
        let row = Int(found & 0xFFFF_FFFF) &- 1
        if hasKey(row) { return row }
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  /// Asks for the memory of a key's slot, which is looked for soon.
  @inlinable @inline(__always)
  public func prepare(_ key: UInt64) {
    slots.prepare(Int(key &>> shift))
  }

  /// Adds a row whose key no other row has.
  ///
  /// - Complexity: O(1) expected, amortized.
  public mutating func insert(_ row: Int, _ key: UInt64) {
    precondition(row < UInt32.max, "there are more rows than can be counted")
    // Three of four slots are taken at most.
    if (count + 1) * 4 > slots.count * 3 { grow() }
    put(key & ~0xFFFF_FFFF | UInt64(row + 1))
    count += 1
  }

  private mutating func put(_ entry: UInt64) {
    var slot = Int(entry &>> shift)
    while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
    slots[slot] = entry
  }

  /// Doubles the table. What comes in the order of the slots also goes to slots that rise.
  private mutating func grow() {
    precondition(shift > 32, "there are more rows than can be told apart")
    let old = slots
    slots = FixedTable(count: old.count * 2, overflow: overflow, failure: &failure)
    shift -= 1
    for slot in 0..<old.count where old[slot] != 0 { put(old[slot]) }
  }
}
