import Gazetteers

/// Something known of each of some entities, in an open-addressing table: to ask is one look at memory.
///
/// Entities are numbers in a row, which one multiplication spreads well.
struct EntityTable<Value: BitwiseCopyable & Sendable>: Sendable {
  private struct Slot: BitwiseCopyable, Sendable {
    var entity: EntityIndex
    var value: Value
  }

  /// Twice as many as entities at least, a power of two; `nil` where none is.
  private var slots: [Slot?] = []

  /// The number of entities.
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// What is known of an entity.
  subscript(_ entity: EntityIndex) -> Value? {
    slots.isEmpty ? nil : slots[place(of: entity)]?.value
  }

  /// Changes what is known of an entity.
  ///
  /// - Parameters:
  ///   - entity: The entity.
  ///   - unknown: What is changed where nothing is known of it.
  ///   - change: Changes it.
  /// - Complexity: O(1) expected, amortized.
  mutating func update(_ entity: EntityIndex, from unknown: Value, _ change: (inout Value) -> Void)
  {
    if (count + 1) * 2 > slots.count { grow(to: max(16, slots.count * 2)) }
    let place = place(of: entity)
    var slot = slots[place] ?? Slot(entity: entity, value: unknown)
    if slots[place] == nil { count += 1 }
    change(&slot.value)
    slots[place] = slot
  }

  /// Changes what is known of an entity, where something is.
  mutating func change(_ entity: EntityIndex, _ change: (inout Value) -> Void) {
    if slots.isEmpty { return }
    let place = place(of: entity)
    guard var slot = slots[place] else { return }
    change(&slot.value)
    slots[place] = slot
  }

  private mutating func grow(to size: Int) {
    let old = slots
    slots = Array(repeating: nil, count: size)
    for case let slot? in old { slots[place(of: slot.entity)] = slot }
  }

  /// The slot that has an entity, or the free one where it would be.
  @inline(__always)
  private func place(of entity: EntityIndex) -> Int {
    let mixed = UInt64(entity.raw) &* TokenHash.multiplier
    var place = Int(truncatingIfNeeded: mixed &>> 32) & (slots.count &- 1)
    while let slot = slots[place], slot.entity != entity {
      place = (place &+ 1) & (slots.count &- 1)
    }
    return place
  }
}
