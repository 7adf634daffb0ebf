/// A set of well-mixed keys of 64 bits, of which each costs eleven to twenty-one bytes.
///
/// The highest bits of a key choose its slot. A set that is large is a file that is mapped, where a
/// folder is given for it.
public struct KeySet: Sendable {
  /// A slot has a key, or 0.
  private var slots: FixedTable<UInt64>
  private var shift: UInt64 = 60
  private var holdsZero = false
  private let overflow: BytePool.Overflow?

  /// The number of keys.
  public private(set) var count = 0

  /// Why the folder took no more slots, if so; they are in memory then.
  public private(set) var failure: FileError?

  /// - Parameter overflow: Where slots go that memory shall not hold; nil keeps all in memory.
  public init(overflow: BytePool.Overflow? = nil) {
    self.overflow = overflow
    slots = FixedTable(count: 16, overflow: nil, failure: &failure)
  }

  /// Adds a key.
  ///
  /// - Returns: Whether it is new.
  /// - Complexity: O(1) expected, amortized.
  public mutating func insert(_ key: UInt64) -> Bool {
    if key == 0 {
      if holdsZero { return false }
      holdsZero = true
    } else {
      // Three of four slots are taken at most.
      if (count + 1) * 4 > slots.count * 3 { grow() }
      guard put(key) else { return false }
    }
    count += 1
    return true
  }

  /// Asks for the memory of a key that is added soon.
  public func prepare(_ key: UInt64) {
    slots.prepare(Int(key &>> shift))
  }

  /// Puts a key into its slot; false where it has one.
  private mutating func put(_ key: UInt64) -> Bool {
    var slot = Int(key &>> shift)
    while true {
      let found = slots[slot]
      if found == key { return false }
      if found == 0 { break }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    slots[slot] = key
    return true
  }

  /// Doubles the table. What comes in the order of the slots also goes to slots that rise.
  private mutating func grow() {
    let old = slots
    slots = FixedTable(count: old.count * 2, overflow: overflow, failure: &failure)
    shift -= 1
    for slot in 0..<old.count where old[slot] != 0 { _ = put(old[slot]) }
  }
}
