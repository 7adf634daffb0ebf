import Dates
import Gazetteers

/// Two entities, the smaller first.
public struct EntityPair: Hashable, Sendable, Comparable {
  public let first: EntityIndex
  public let second: EntityIndex

  @inlinable
  public init(_ first: EntityIndex, _ second: EntityIndex) {
    self.first = first
    self.second = second
  }

  public static func < (left: EntityPair, right: EntityPair) -> Bool {
    left.number < right.number
  }

  /// The pair as one number, in the order of pairs.
  var number: UInt64 { UInt64(first.raw) << 32 | UInt64(second.raw) }
}

/// What is counted of the ties, one row each.
struct PairTable: Sendable {
  /// A large graph has millions of these: numbers take 32 bits.
  struct Row: Sendable {
    let pair: EntityPair
    /// Distinct windows.
    var count: UInt32 = 0
    /// Windows that were repeats.
    var repeats: UInt32 = 0
    var documents: UInt32 = 0
    /// The number of the last document among these, from 1; 0 where that is not known.
    var lastDocument: UInt32 = 0
    /// Distinct sources.
    var sources: UInt32 = 0
    /// The number of the first of them; the others are in `TieSources`.
    var firstSource: UInt32 = 0
    /// The days of the documents.
    var days = DayBounds()
    var evidence = EvidenceStore.List()
  }

  private(set) var rows = PagedArray<Row>()
  private var index = HashIndex()

  /// The number of pairs.
  var count: Int { rows.count }

  /// The row of a pair, if it has one.
  func find(_ pair: EntityPair) -> Int? {
    let key = Self.key(pair)
    var slot = index.slot(of: key)
    while let row = index.row(at: slot) {
      if rows[row].pair == pair { return row }
      slot = index.slot(after: slot)
    }
    return nil
  }

  /// The row of a pair, made if it has none.
  mutating func row(of pair: EntityPair) -> Int {
    let key = Self.key(pair)
    var slot = index.slot(of: key)
    while let row = index.row(at: slot) {
      if rows[row].pair == pair { return row }
      slot = index.slot(after: slot)
    }
    index.insert(rows.count, at: slot)
    rows.append(Row(pair: pair))
    if index.isFull {
      let rows = rows
      index.grow { Self.key(rows[$0].pair) }
    }
    return rows.count - 1
  }

  /// Notes a window that ties a pair.
  ///
  /// - Parameters:
  ///   - row: The row of the pair.
  ///   - isRepeat: Whether the window was seen before.
  ///   - document: The number of its document, from 1.
  /// - Returns: Whether the pair had no window of the document.
  mutating func note(_ row: Int, isRepeat: Bool, document: Int) -> Bool {
    func note(_ row: inout Row) -> Bool {
      if isRepeat { row.repeats += 1 } else { row.count += 1 }
      let document = UInt32(truncatingIfNeeded: document)
      if row.lastDocument == document { return false }
      row.lastDocument = document
      row.documents += 1
      return true
    }
    return note(&rows[row])
  }

  subscript(row: Int) -> Row {
    get { rows[row] }
    _modify { yield &rows[row] }
  }

  /// The rows in the order of their pairs.
  ///
  /// They are counted by their first entity, and only those that share it are compared.
  ///
  /// - Parameter entities: A number above the indices of all entities.
  /// - Complexity: O(n + m log d) for n entities and m pairs, at most d of which share their first.
  func order(entities: Int) -> [UInt32] {
    var ends = [UInt32](repeating: 0, count: entities + 1)
    rows.forEachElement { ends[Int($0.pair.first.raw) + 1] += 1 }
    for entity in 0..<entities { ends[entity + 1] += ends[entity] }
    var order = [UInt32](repeating: 0, count: count)
    for row in 0..<count {
      let entity = Int(rows[row].pair.first.raw)
      order[Int(ends[entity])] = UInt32(row)
      ends[entity] += 1
    }
    var start = 0
    for entity in 0..<entities {
      let end = Int(ends[entity])
      if end - start > 1 {
        order[start..<end].sort { rows[Int($0)].pair.second < rows[Int($1)].pair.second }
      }
      start = end
    }
    return order
  }

  /// The rows themselves, in another order.
  ///
  /// - Parameter order: For each place the row that comes there.
  consuming func arranged(_ order: consuming [UInt32]) -> PagedArray<Row> {
    index = HashIndex()
    var rows = rows
    self.rows = PagedArray()
    rows.arrange(order)
    return rows
  }

  private static func key(_ pair: EntityPair) -> UInt64 {
    // The highest bits choose the slot; a second round lets all bits of the pair reach them.
    let product = pair.number &* 0x9E37_79B9_7F4A_7C15
    return (product ^ product &>> 32) &* 0xBF58_476D_1CE4_E5B9
  }
}

/// Which sources each tie has beside its first, as pairs of the tie's row and the number of the source.
struct TieSources: Sendable {
  /// Rows and numbers, the row highest.
  private(set) var members = PagedArray<UInt64>()
  private var index = HashIndex()

  /// Adds a source to a tie.
  ///
  /// - Returns: Whether the tie did not have it.
  mutating func insert(_ source: UInt32, to row: Int) -> Bool {
    let member = UInt64(row) << 32 | UInt64(source)
    let key = Self.key(member)
    var slot = index.slot(of: key)
    while let place = index.row(at: slot) {
      if members[place] == member { return false }
      slot = index.slot(after: slot)
    }
    index.insert(members.count, at: slot)
    members.append(member)
    if index.isFull {
      let members = members
      index.grow { Self.key(members[$0]) }
    }
    return true
  }

  private static func key(_ member: UInt64) -> UInt64 {
    let product = member &* 0x9E37_79B9_7F4A_7C15
    return (product ^ product &>> 32) &* 0xBF58_476D_1CE4_E5B9
  }
}
