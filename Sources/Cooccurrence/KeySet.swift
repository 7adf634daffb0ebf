/// A set of well-mixed keys of 64 bits, of which each costs ten to fifteen bytes.
///
/// The highest bits of a key choose one of 256 tables and the following its slot. Each table grows by
/// itself, and by half only, so that neither growing nor free slots take much.
struct KeySet: Sendable {
  fileprivate struct Table {
    /// A slot has a key, or 0.
    var slots: [UInt64] = []
    var count = 0
  }

  private var tables = Array(repeating: Table(), count: 256)
  private var holdsZero = false

  /// The number of keys.
  private(set) var count = 0

  /// Adds a key.
  ///
  /// - Returns: Whether it is new.
  mutating func insert(_ key: UInt64) -> Bool {
    let isNew: Bool
    if key == 0 {
      isNew = !holdsZero
      holdsZero = true
    } else {
      isNew = tables[Int(key >> 56)].insert(key)
    }
    if isNew { count += 1 }
    return isNew
  }
}

extension KeySet.Table {
  fileprivate mutating func insert(_ key: UInt64) -> Bool {
    // Four of five slots are taken at most.
    if count * 5 >= slots.count * 4 { grow() }
    guard let slot = freeSlot(for: key) else { return false }
    slots[slot] = key
    count += 1
    return true
  }

  /// The slot that takes a key; nil where the key has one.
  private func freeSlot(for key: UInt64) -> Int? {
    var slot = Int((key &<< 8).multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[slot] != 0 {
      if slots[slot] == key { return nil }
      slot += 1
      if slot == slots.count { slot = 0 }
    }
    return slot
  }

  private mutating func grow() {
    let keys = slots
    slots = Array(repeating: 0, count: max(16, keys.count / 2 * 3))
    for key in keys where key != 0 {
      if let slot = freeSlot(for: key) { slots[slot] = key }
    }
  }
}
