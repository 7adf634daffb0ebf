import Gazetteers

/// The distinct windows: what each holds and how often it was seen.
///
/// A window costs 16 bytes and its place in the index (4 bytes at a load of a half at most). A window
/// of one entity has it in its row; the entities of others lie one after another in a pool.
struct WindowTable: Sendable {
  private struct Row {
    var key: UInt64
    var seen: UInt32
    /// The entity, with the highest bit set; or where the pool has the count of entities times two,
    /// plus one with an opener, then the opener, then the entities.
    var content: UInt32
  }

  private static let inRow: UInt32 = 1 << 31

  private var rows: [Row] = []
  private var index = HashIndex()
  private var pool: [UInt32] = []

  /// Whether some window has an opener.
  private(set) var hasOpeners = false

  /// The number of distinct windows.
  var count: Int { rows.count }

  func key(_ row: Int) -> UInt64 { rows[row].key }

  /// How often a window was seen.
  func seen(_ row: Int) -> Int { Int(rows[row].seen) }

  /// Notes a window that was seen.
  ///
  /// - Parameters:
  ///   - key: Its key.
  ///   - seen: How often.
  ///   - entities: The entities in it, one at least.
  ///   - opener: The entity that opened it, if any.
  /// - Returns: Whether it is new.
  mutating func note(
    _ key: UInt64, seen: Int = 1, _ entities: Span<EntityIndex>, opener: EntityIndex?
  ) -> Bool {
    var slot = index.slot(of: key)
    while let row = index.row(at: slot) {
      if rows[row].key == key {
        rows[row].seen += UInt32(seen)
        return false
      }
      slot = index.slot(after: slot)
    }
    let content: UInt32
    if entities.count == 1, opener == nil, entities[0].raw < Self.inRow {
      content = Self.inRow | entities[0].raw
    } else {
      precondition(pool.count < Self.inRow, "the windows hold more entities than can be counted")
      content = UInt32(pool.count)
      pool.append(UInt32(entities.count) << 1 | (opener == nil ? 0 : 1))
      if let opener {
        pool.append(opener.raw)
        hasOpeners = true
      }
      for place in entities.indices { pool.append(entities[place].raw) }
    }
    index.insert(rows.count, at: slot)
    rows.append(Row(key: key, seen: UInt32(seen), content: content))
    if index.isFull {
      let rows = rows
      index.grow { rows[$0].key }
    }
    return true
  }

  /// The entities of a window and its opener.
  ///
  /// - Parameters:
  ///   - row: The window.
  ///   - entities: Receives the entities in place of what it held.
  func content(_ row: Int, into entities: inout [EntityIndex]) -> EntityIndex? {
    entities.removeAll(keepingCapacity: true)
    let content = rows[row].content
    if content & Self.inRow != 0 {
      entities.append(EntityIndex(content & ~Self.inRow))
      return nil
    }
    var place = Int(content)
    let head = pool[place]
    let opener = head & 1 == 1 ? EntityIndex(pool[place + 1]) : nil
    place += opener == nil ? 1 : 2
    for offset in 0..<Int(head >> 1) { entities.append(EntityIndex(pool[place + offset])) }
    return opener
  }
}
