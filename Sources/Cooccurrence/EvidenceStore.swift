import EntityGraphs
import TextFiles

/// The windows that ties show as evidence: for each tie the first few distinct ones in the order of
/// documents.
///
/// A window that several ties show is kept once. What no tie shows any more is dropped, and its text
/// given back when half of all text is such.
struct EvidenceStore: Sendable {
  /// A window that is or may become evidence.
  struct Candidate: Sendable {
    var document: String
    var start: Int
    var end: Int
    var key: UInt64
    /// The place of the window in the store, once it is kept.
    var record: UInt32?
  }

  /// The evidence of one tie, first to last.
  struct List: Sendable {
    fileprivate var first = EvidenceStore.none
    fileprivate var last = EvidenceStore.none
    private(set) var count: UInt32 = 0

    fileprivate mutating func changeCount(by change: Int) {
      count = UInt32(Int(count) + change)
    }
  }

  private struct Record {
    var candidate: Candidate
    var text: TextPool.Place
    var uses: UInt32
  }

  private struct Link {
    var record: UInt32
    var next: UInt32
  }

  private static let none = UInt32.max

  private var records: [Record] = []
  private var links: [Link] = []
  private var freeRecords: [UInt32] = []
  private var freeLinks: [UInt32] = []
  private var texts = TextPool()
  /// Bytes of text that some tie shows, and that none does.
  private var (used, unused) = (0, 0)

  /// Appends a window that stands behind all that the list has, as long as there is room.
  mutating func append(
    _ candidate: inout Candidate, _ text: Span<UInt8>, to list: inout List, limit: Int
  ) {
    guard list.count < limit else { return }
    insert(candidate: &candidate, text, behind: list.last, in: &list)
  }

  /// Keeps the first `limit` distinct windows, each at its first place.
  mutating func offer(
    _ candidate: inout Candidate, _ text: Span<UInt8>, to list: inout List, limit: Int
  ) {
    var known = false
    var (before, link) = (Self.none, list.first)
    while link != Self.none {
      let record = Int(links[Int(link)].record)
      if records[record].candidate.key == candidate.key {
        guard precedes(candidate, text, record) else { return }
        remove(link, behind: before, from: &list)
        known = true
        break
      }
      (before, link) = (link, links[Int(link)].next)
    }
    if !known, list.count == limit {
      guard list.last != Self.none, precedes(candidate, text, Int(links[Int(list.last)].record))
      else { return }
      removeLast(of: &list)
    }
    (before, link) = (Self.none, list.first)
    while link != Self.none, !precedes(candidate, text, Int(links[Int(link)].record)) {
      (before, link) = (link, links[Int(link)].next)
    }
    insert(candidate: &candidate, text, behind: before, in: &list)
  }

  /// Offers all windows of a list of another store.
  ///
  /// - Parameter known: For each window of the other store its place in this one, once it has one.
  mutating func offer(
    _ other: EvidenceStore, _ otherList: List, known: inout [UInt32?], to list: inout List,
    limit: Int
  ) {
    var link = otherList.first
    while link != Self.none {
      let number = Int(other.links[Int(link)].record)
      var candidate = other.records[number].candidate
      candidate.record = known[number]
      other.texts.withText(other.records[number].text) {
        offer(&candidate, $0, to: &list, limit: limit)
      }
      known[number] = candidate.record
      link = other.links[Int(link)].next
    }
  }

  /// How many places for windows there are.
  var capacity: Int { records.count }

  /// The evidence of a list, as a graph has it.
  func evidence(of list: List) -> [Evidence] {
    guard list.count > 0 else { return [] }
    var result: [Evidence] = []
    result.reserveCapacity(Int(list.count))
    var link = list.first
    while link != Self.none {
      let record = records[Int(links[Int(link)].record)]
      let text = texts.withText(record.text) { String(copying: $0) }
      result.append(
        Evidence(
          document: record.candidate.document, start: record.candidate.start,
          end: record.candidate.end, text: text))
      link = links[Int(link)].next
    }
    return result
  }

  /// Ordered by document, in the order of its UTF-8 bytes, and place; the rest settles the order of
  /// windows in documents of one identifier, so that it is the same however counts merge.
  private func precedes(_ one: Candidate, _ text: Span<UInt8>, _ record: Int) -> Bool {
    compare(one, text, record) < 0
  }

  /// Below 0 where a window stands before a record, 0 where they are the same, above 0 otherwise.
  private func compare(_ one: Candidate, _ text: Span<UInt8>, _ record: Int) -> Int {
    let other = records[record].candidate
    let documents = one.document.withUTF8Span { mine in
      other.document.withUTF8Span { Self.order(mine, $0) }
    }
    if documents != 0 { return documents }
    if (one.start, one.key, one.end) != (other.start, other.key, other.end) {
      return (one.start, one.key, one.end) < (other.start, other.key, other.end) ? -1 : 1
    }
    return texts.withText(records[record].text) { Self.order(text, $0) }
  }

  private static func order(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    for place in 0..<min(left.count, right.count) where left[place] != right[place] {
      return left[place] < right[place] ? -1 : 1
    }
    return (left.count - right.count).signum()
  }

  private mutating func insert(
    candidate: inout Candidate, _ text: Span<UInt8>, behind before: UInt32, in list: inout List
  ) {
    let record = keep(&candidate, text)
    records[Int(record)].uses += 1
    let next = before == Self.none ? list.first : links[Int(before)].next
    let link: UInt32
    if let free = freeLinks.popLast() {
      link = free
      links[Int(link)] = Link(record: record, next: next)
    } else {
      link = UInt32(links.count)
      links.append(Link(record: record, next: next))
    }
    if before == Self.none { list.first = link } else { links[Int(before)].next = link }
    if next == Self.none { list.last = link }
    list.changeCount(by: 1)
  }

  /// The place of a window, made if it has none.
  private mutating func keep(_ candidate: inout Candidate, _ text: Span<UInt8>) -> UInt32 {
    if let record = candidate.record, holds(candidate, text, at: Int(record)) { return record }
    let record: UInt32
    let new = Record(candidate: candidate, text: texts.add(text), uses: 0)
    used += text.count
    if let free = freeRecords.popLast() {
      record = free
      records[Int(record)] = new
    } else {
      record = UInt32(records.count)
      records.append(new)
    }
    candidate.record = record
    return record
  }

  /// Whether a window is still where it was put: it may have been dropped since.
  private func holds(_ candidate: Candidate, _ text: Span<UInt8>, at record: Int) -> Bool {
    records[record].uses > 0 && compare(candidate, text, record) == 0
  }

  private mutating func removeLast(of list: inout List) {
    var (before, link) = (Self.none, list.first)
    while link != list.last { (before, link) = (link, links[Int(link)].next) }
    remove(link, behind: before, from: &list)
  }

  private mutating func remove(_ link: UInt32, behind before: UInt32, from list: inout List) {
    let (record, next) = (Int(links[Int(link)].record), links[Int(link)].next)
    if before == Self.none { list.first = next } else { links[Int(before)].next = next }
    if next == Self.none { list.last = before }
    list.changeCount(by: -1)
    freeLinks.append(link)
    records[record].uses -= 1
    guard records[record].uses == 0 else { return }
    freeRecords.append(UInt32(record))
    used -= records[record].text.count
    unused += records[record].text.count
    if unused > max(used, 1 << 20) { compact() }
  }

  private mutating func compact() {
    var kept = TextPool()
    for place in records.indices where records[place].uses > 0 {
      records[place].text = texts.withText(records[place].text) { kept.add($0) }
    }
    texts = kept
    unused = 0
  }
}
