import Gazetteers

/// What was found inside names that a text spelled before.
///
/// A name is told by 64 bits of its bytes, as windows are (`Wording`). They lie in one open-addressing
/// table, so that to look a name up is one look at memory.
struct KnownNames: Sendable {
  private struct Slot: Sendable {
    /// The key of a name; of no meaning where the slot is free.
    var key: UInt64 = 0
    /// Where the entities of the names inside it begin in `inner`.
    var start: UInt32 = 0
    /// How many they are, plus one; 0 where the slot is free.
    var count: UInt32 = 0
  }

  /// Twice as many as names at least, a power of two.
  private var slots: [Slot] = []
  private var count = 0

  /// What names hold, one name's entities after another's.
  private var inner: [EntityIndex] = []

  /// Names kept at most, so that memory does not follow the corpus.
  private static let mostNames = 1 << 16

  /// A hash of a name's bytes, or `nil` where no space is among them.
  ///
  /// - Parameters:
  ///   - name: Where the name stands.
  ///   - text: The text that it stands in.
  static func key(ofWords name: Range<Int>, in text: Span<UInt8>) -> UInt64? {
    var key = UInt64(truncatingIfNeeded: name.count)
    var spaces: UInt64 = 0
    var place = name.lowerBound
    while place < name.upperBound {
      let left = name.upperBound &- place
      let kept: UInt64 = left >= 8 ? ~0 : (1 &<< UInt64(left &* 8)) &- 1
      let bytes = EightBytes(EightBytes(text, at: place, limit: text.count).raw & kept)
      spaces |= bytes.equal(to: 0x20)
      key = TokenHash.mix(key, bytes.raw)
      place &+= 8
    }
    if spaces == 0 { return nil }
    return TokenHash.finish(key, length: UInt64(truncatingIfNeeded: name.count))
  }

  /// The entities whose names are inside a name; `nil` where it was not added.
  func entities(inside key: UInt64) -> ArraySlice<EntityIndex>? {
    if slots.isEmpty { return nil }
    let slot = slots[place(of: key)]
    if slot.count == 0 { return nil }
    let start = Int(slot.start)
    return inner[start..<start &+ Int(slot.count) &- 1]
  }

  /// Adds a name that is not among them.
  mutating func add(_ key: UInt64, inner names: [EntityIndex]) {
    if count >= Self.mostNames { self = KnownNames() }
    if (count + 1) * 2 > slots.count {
      let old = slots
      slots = Array(repeating: Slot(), count: max(64, slots.count * 2))
      for slot in old where slot.count > 0 { slots[place(of: slot.key)] = slot }
    }
    slots[place(of: key)] = Slot(
      key: key, start: UInt32(inner.count), count: UInt32(names.count + 1))
    inner += names
    count += 1
  }

  /// The slot that has a key, or the free one where it would be.
  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: key) & (slots.count &- 1)
    while slots[place].count != 0, slots[place].key != key {
      place = (place &+ 1) & (slots.count &- 1)
    }
    return place
  }
}
