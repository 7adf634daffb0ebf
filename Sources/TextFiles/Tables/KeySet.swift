/// A set of well-mixed keys of 64 bits, of which each costs eleven to twenty-one bytes.
public struct KeySet: Sendable {
  /// A slot has a key.
  private var table: SlotTable
  private var holdsZero = false

  /// The number of keys.
  public var count: Int { table.count + (holdsZero ? 1 : 0) }

  /// Why the folder took no more keys, if so; they are in memory then.
  public var failure: FileError? { table.failure }

  /// - Parameter overflow: Where goes what memory shall not hold; nil keeps all in memory.
  public init(overflow: BytePool.Overflow? = nil) {
    table = SlotTable(overflow: overflow)
  }

  /// Adds a key.
  ///
  /// - Returns: Whether it is new.
  /// - Complexity: O(1) expected, amortized.
  public mutating func insert(_ key: UInt64) -> Bool {
    if key == 0 {
      defer { holdsZero = true }
      return !holdsZero
    }
    table.makeRoom()
    var slot = table.slot(of: key)
    while true {
      let found = table.slots[slot]
      if found == key { return false }
      if found == 0 { break }
      slot = table.slot(after: slot)
    }
    table.fill(slot, with: key)
    return true
  }

  /// Asks for the memory of a key that is added soon.
  public func prepare(_ key: UInt64) {
    table.slots.prepare(table.slot(of: key))
  }
}
