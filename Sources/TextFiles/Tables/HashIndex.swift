/// Finds rows, which lie elsewhere with their keys, by hashing.
///
/// Keys must be well mixed. A slot has the highest 32 bits of a key and the number of the row plus one.
/// So a row is looked at only where it most likely has the key, and growing looks at none.
///
///     if let row = index.find(key, where: { keys[$0] == key }) { return row }
///     index.insert(keys.count, key)
///     keys.append(key)
public struct HashIndex: Sendable {
  @usableFromInline var table: SlotTable

  /// The number of rows.
  public var count: Int { table.count }

  /// Why the folder took no more of the index, if so; it is in memory then.
  public var failure: FileError? { table.failure }

  /// - Parameter overflow: Where goes what memory shall not hold; nil keeps all in memory.
  public init(overflow: BytePool.Overflow? = nil) {
    table = SlotTable(overflow: overflow)
  }

  /// The row that has a key, if any.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - hasKey: Whether a row has it; asked of few rows that have not.
  /// - Complexity: O(1) expected.
  @inlinable @inline(__always)
  public func find(_ key: UInt64, where hasKey: (Int) -> Bool) -> Int? {
    var slot = table.slot(of: key)
    while true {
      let found = table.slots[slot]
      if found == 0 { return nil }
      if (found ^ key) &>> 32 == 0 {
        let row = Int(found & 0xFFFF_FFFF) &- 1
        if hasKey(row) { return row }
      }
      slot = table.slot(after: slot)
    }
  }

  /// Asks for the memory of a key's slot, which is looked for soon.
  @inlinable @inline(__always)
  public func prepare(_ key: UInt64) {
    table.slots.prepare(table.slot(of: key))
  }

  /// Adds a row whose key no other row has.
  ///
  /// - Complexity: O(1) expected, amortized.
  public mutating func insert(_ row: Int, _ key: UInt64) {
    precondition(row < UInt32.max, "there are more rows than can be counted")
    table.makeRoom()
    table.put(key & ~0xFFFF_FFFF | UInt64(row + 1))
  }
}
