import Dates
import Gazetteers
import TextFiles

/// Two entities, the smaller first.
public struct EntityPair: Hashable, Sendable, Comparable, BitwiseCopyable {
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

  /// What finds the pair in tables.
  var hash: UInt64 { number.mixed }
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

  private(set) var rows: PagedArray<Row>
  private var index: HashIndex
  private let overflow: BytePool.Overflow?

  /// - Parameter overflow: Where rows go that memory shall not hold; nil keeps all in memory.
  init(overflow: BytePool.Overflow? = nil) {
    self.overflow = overflow
    rows = PagedArray(overflow: overflow)
    index = HashIndex(overflow: overflow)
  }

  /// The number of pairs.
  var count: Int { rows.count }

  /// Why the disk took no more, if so.
  var failure: FileError? { rows.failure ?? index.failure }

  /// The row of a pair, if it has one.
  func find(_ pair: EntityPair) -> Int? {
    index.find(pair.hash) { rows[$0].pair == pair }
  }

  /// The row of a pair, made if it has none.
  mutating func row(of pair: EntityPair) -> Int {
    if let row = find(pair) { return row }
    index.insert(rows.count, pair.hash)
    rows.append(Row(pair: pair))
    return rows.count - 1
  }

  /// Asks for the memory by which a pair is found, which is asked for soon.
  func prepare(_ pair: EntityPair) { index.prepare(pair.hash) }

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
  func order(entities: Int) -> FixedTable<UInt32> {
    var ends = [UInt32](repeating: 0, count: entities + 1)
    rows.forEachElement { ends[Int($0.pair.first.raw) + 1] += 1 }
    for entity in 0..<entities { ends[entity + 1] += ends[entity] }
    var failure: FileError?
    var order = FixedTable<UInt32>(count: count, overflow: overflow, failure: &failure)
    for row in 0..<count {
      let entity = Int(rows[row].pair.first.raw)
      order[Int(ends[entity])] = UInt32(row)
      ends[entity] += 1
    }
    var start = 0
    // The second entity of each pair in its upper half, the row in the lower.
    var group: [UInt64] = []
    for entity in 0..<entities {
      let end = Int(ends[entity])
      if end - start > 1 {
        group.removeAll(keepingCapacity: true)
        for place in start..<end {
          let row = order[place]
          group.append(UInt64(rows[Int(row)].pair.second.raw) << 32 | UInt64(row))
        }
        group.sort()
        for place in start..<end { order[place] = UInt32(group[place - start] & 0xFFFF_FFFF) }
      }
      start = end
    }
    return order
  }
}

/// Which sources each tie has beside its first, as pairs of the tie's row and the number of the source.
struct TieSources: Sendable {
  /// Rows and numbers, the row highest.
  private(set) var members: PagedArray<UInt64>
  private var index: HashIndex

  /// - Parameter overflow: Where they go that memory shall not hold; nil keeps all in memory.
  init(overflow: BytePool.Overflow? = nil) {
    members = PagedArray(overflow: overflow)
    index = HashIndex(overflow: overflow)
  }

  /// Why the disk took no more, if so.
  var failure: FileError? { members.failure ?? index.failure }

  /// Adds a source to a tie.
  ///
  /// - Returns: Whether the tie did not have it.
  mutating func insert(_ source: UInt32, to row: Int) -> Bool {
    let member = UInt64(row) << 32 | UInt64(source)
    let key = member.mixed
    if index.find(key, where: { members[$0] == member }) != nil { return false }
    index.insert(members.count, key)
    members.append(member)
    return true
  }
}

extension UInt64 {
  /// All bits mixed into the highest, which choose the slot of a table: two rounds let each reach them.
  fileprivate var mixed: UInt64 {
    let product = self &* 0x9E37_79B9_7F4A_7C15
    return (product ^ product &>> 32) &* 0xBF58_476D_1CE4_E5B9
  }
}
