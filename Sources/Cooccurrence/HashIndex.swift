/// The slots of an open-addressing table whose rows, with their keys, lie elsewhere.
///
/// Keys must be well mixed: their highest bits choose the slot. A slot has the number of a row plus
/// one, or 0.
///
///     var slot = index.slot(of: key)
///     while let row = index.row(at: slot) {
///       if keys[row] == key { return row }
///       slot = index.slot(after: slot)
///     }
///     index.insert(keys.count, at: slot)
///     keys.append(key)
///     if index.isFull { index.grow { keys[$0] } }
struct HashIndex: Sendable {
  private var slots: [UInt32] = Array(repeating: 0, count: 16)
  private var shift: UInt64 = 60
  private var count = 0

  @inline(__always)
  func slot(of key: UInt64) -> Int { Int(key &>> shift) }

  @inline(__always)
  func slot(after slot: Int) -> Int { (slot &+ 1) & (slots.count &- 1) }

  @inline(__always)
  func row(at slot: Int) -> Int? {
    let row = slots[slot]
    return row == 0 ? nil : Int(row) &- 1
  }

  /// Puts a row into the free slot that the search for its key ended at.
  mutating func insert(_ row: Int, at slot: Int) {
    precondition(row < UInt32.max, "there are more rows than can be counted")
    slots[slot] = UInt32(row) + 1
    count += 1
  }

  /// Whether more than half of the slots are taken: the table must grow before it is used again.
  var isFull: Bool { count * 2 > slots.count }

  /// Doubles the table.
  ///
  /// - Parameter key: Gives the key of any row so far.
  mutating func grow(_ key: (Int) -> UInt64) {
    let size = slots.count * 2
    // Given back first, so that there are never two.
    slots = []
    slots = Array(repeating: 0, count: size)
    shift -= 1
    for row in 0..<count {
      var slot = slot(of: key(row))
      while slots[slot] != 0 { slot = self.slot(after: slot) }
      slots[slot] = UInt32(row) + 1
    }
  }
}
