import Gazetteers
import TextFiles

/// The distinct windows and what each holds.
///
/// What every further window asks for are the keys alone. What the windows hold is needed again only when counts are merged, or
/// windows have openers, and is then read from the first to the last: it goes to a pool.
struct WindowTable: Sendable {
  private var keys: KeySet
  /// For each window the key (64 bits), the count of entities times two, plus one with an opener, then
  /// the opener, then the entities (32 bits each).
  private var contents: BytePool

  /// Whether some window has an opener.
  private(set) var hasOpeners = false

  /// Whether what windows hold is kept even where no window has an opener.
  private let merges: Bool

  /// - Parameters:
  ///   - overflow: Where goes what memory shall not hold; nil keeps all in memory.
  ///   - merges: Whether counts are merged with others.
  init(overflow: BytePool.Overflow? = nil, merges: Bool = true) {
    self.merges = merges
    keys = KeySet(overflow: overflow)
    contents = BytePool(overflow: overflow)
  }

  /// The number of distinct windows.
  var count: Int { keys.count }

  /// Why the disk took no more, if so.
  var failure: FileError? { keys.failure ?? contents.failure }

  /// Asks for the memory of a window's key, which is noted soon.
  func prepare(_ key: UInt64) { keys.prepare(key) }

  /// Notes a window that was seen.
  ///
  /// - Parameters:
  ///   - key: Its key.
  ///   - entities: The entities in it, one at least.
  ///   - opener: The entity that opened it, if any.
  /// - Returns: Whether it is new.
  mutating func note(
    _ key: UInt64, _ entities: Span<EntityIndex>, opener: EntityIndex?
  ) -> Bool {
    guard keys.insert(key) else { return false }
    if opener != nil { hasOpeners = true }
    guard merges || opener != nil else { return true }
    let numbers = 1 + (opener == nil ? 0 : 1) + entities.count
    _ = contents.add(8 + 4 * numbers) { record in
      record.append(number: key)
      record.append(number: UInt32(entities.count) << 1 | (opener == nil ? 0 : 1))
      if let opener { record.append(number: opener.raw) }
      for place in entities.indices { record.append(number: entities[place].raw) }
    }
    return true
  }

  /// Calls a closure with each window whose contents are kept, in the order in which they came: its key, its entities, and the
  /// one that opened it, if any.
  func forEachWindow(_ body: (UInt64, [EntityIndex], EntityIndex?) -> Void) {
    var entities: [EntityIndex] = []
    contents.forEachPiece { piece in
      var place = 0
      while place < piece.count {
        let (key, head) = (piece.number(at: place), piece.smallNumber(at: place + 8))
        place += 12
        var opener: EntityIndex?
        if head & 1 == 1 {
          opener = EntityIndex(piece.smallNumber(at: place))
          place += 4
        }
        entities.removeAll(keepingCapacity: true)
        for _ in 0..<head >> 1 {
          entities.append(EntityIndex(piece.smallNumber(at: place)))
          place += 4
        }
        body(key, entities, opener)
      }
    }
  }
}
