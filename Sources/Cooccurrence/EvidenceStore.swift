import TextFiles

/// The windows that ties show as evidence: for each tie the first few distinct ones in the order of
/// documents.
///
/// A window that several ties show is kept once. What no tie shows any more is dropped, and its text
/// given back when half of all text is such.
struct EvidenceStore: Sendable {
  /// A window that is or may become evidence.
  struct Candidate: Sendable {
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

  /// A window: where its text stands, in two halves so that a record takes 12 bytes, and how many ties
  /// show it.
  private struct Record {
    private var highPlace: UInt32
    private var lowPlace: UInt32
    var uses: UInt32 = 0

    init(_ place: EvidenceTexts.Place) {
      highPlace = UInt32(place >> 32)
      lowPlace = UInt32(truncatingIfNeeded: place)
    }

    var place: EvidenceTexts.Place {
      get { UInt64(highPlace) << 32 | UInt64(lowPlace) }
      set { (highPlace, lowPlace) = (UInt32(newValue >> 32), UInt32(truncatingIfNeeded: newValue)) }
    }
  }

  private struct Link {
    var record: UInt32
    var next: UInt32
  }

  private static let none = UInt32.max

  private var records: PagedArray<Record>
  private var links: PagedArray<Link>
  private var freeRecords: [UInt32] = []
  private var freeLinks: [UInt32] = []
  private(set) var texts: EvidenceTexts
  /// Bytes of text that some tie shows, and that none does.
  private var (used, unused) = (0, 0)

  init(overflow: BytePool.Overflow? = nil) {
    records = PagedArray(overflow: overflow)
    links = PagedArray(overflow: overflow)
    texts = EvidenceTexts(overflow: overflow)
  }

  /// Why the disk took no more, if so.
  var failure: FileError? { texts.failure ?? records.failure ?? links.failure }

  /// Appends a window that stands behind all that the list has, as long as there is room.
  mutating func append(
    _ candidate: inout Candidate, of document: Span<UInt8>, _ text: Span<UInt8>,
    to list: inout List, limit: Int
  ) {
    guard list.count < limit else { return }
    insert(&candidate, of: document, text, behind: list.last, in: &list)
  }

  /// Keeps the first `limit` distinct windows, each at its first place.
  mutating func offer(
    _ candidate: inout Candidate, of document: Span<UInt8>, _ text: Span<UInt8>,
    to list: inout List, limit: Int
  ) {
    var known = false
    var (before, link) = (Self.none, list.first)
    while link != Self.none {
      let record = links[Int(link)].record
      if texts.key(records[Int(record)].place) == candidate.key {
        guard precedes(candidate, document, text, record) else { return }
        remove(link, behind: before, from: &list)
        known = true
        break
      }
      (before, link) = (link, links[Int(link)].next)
    }
    if !known, list.count == limit {
      guard list.last != Self.none,
        precedes(candidate, document, text, links[Int(list.last)].record)
      else { return }
      removeLast(of: &list)
    }
    (before, link) = (Self.none, list.first)
    while link != Self.none, !precedes(candidate, document, text, links[Int(link)].record) {
      (before, link) = (link, links[Int(link)].next)
    }
    insert(&candidate, of: document, text, behind: before, in: &list)
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
      other.texts.withWindow(other.records[number].place) { window, document, text in
        var candidate = window
        candidate.record = known[number]
        offer(&candidate, of: document, text, to: &list, limit: limit)
        known[number] = candidate.record
      }
      link = other.links[Int(link)].next
    }
  }

  /// How many places for windows there are.
  var capacity: Int { records.count }

  /// The places of the windows of a list in `texts`.
  func forEachPlace(of list: List, _ body: (EvidenceTexts.Place) -> Void) {
    var link = list.first
    while link != Self.none {
      body(records[Int(links[Int(link)].record)].place)
      link = links[Int(link)].next
    }
  }

  /// Asks for the memory that tells the first window of a list; `prepareWindow` comes later.
  func prepareLink(of list: List) {
    if list.first != Self.none { links.prepare(Int(list.first)) }
  }

  /// Asks for the memory of the first window of a list, which `forEachPlace` reads.
  func prepareWindow(of list: List) {
    if list.first != Self.none { records.prepare(Int(links[Int(list.first)].record)) }
  }

  /// Ordered by document, in the order of its UTF-8 bytes, and place; the rest settles the order of
  /// windows in documents of one identifier, so that it is the same however counts merge.
  private func precedes(
    _ one: Candidate, _ document: Span<UInt8>, _ text: Span<UInt8>, _ record: UInt32
  ) -> Bool {
    compare(one, document, text, record) < 0
  }

  /// Below 0 where a window stands before a record, 0 where they are the same, above 0 otherwise.
  private func compare(
    _ one: Candidate, _ document: Span<UInt8>, _ text: Span<UInt8>, _ record: UInt32
  ) -> Int {
    texts.withWindow(records[Int(record)].place) { other, otherDocument, otherText in
      let documents = Self.order(document, otherDocument)
      if documents != 0 { return documents }
      if (one.start, one.key, one.end) != (other.start, other.key, other.end) {
        return (one.start, one.key, one.end) < (other.start, other.key, other.end) ? -1 : 1
      }
      return Self.order(text, otherText)
    }
  }

  private static func order(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    for place in 0..<min(left.count, right.count) where left[place] != right[place] {
      return left[place] < right[place] ? -1 : 1
    }
    return (left.count - right.count).signum()
  }

  private mutating func insert(
    _ candidate: inout Candidate, of document: Span<UInt8>, _ text: Span<UInt8>,
    behind before: UInt32, in list: inout List
  ) {
    let record = keep(&candidate, of: document, text)
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
  private mutating func keep(
    _ candidate: inout Candidate, of document: Span<UInt8>, _ text: Span<UInt8>
  ) -> UInt32 {
    if let record = candidate.record, holds(candidate, document, text, at: record) {
      return record
    }
    let record: UInt32
    let new = Record(texts.add(candidate, of: document, text))
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
  private func holds(
    _ candidate: Candidate, _ document: Span<UInt8>, _ text: Span<UInt8>,
    at record: UInt32
  ) -> Bool {
    records[Int(record)].uses > 0 && compare(candidate, document, text, record) == 0
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
    let count = texts.textCount(records[record].place)
    used -= count
    unused += count
    if unused > max(used, 1 << 20) { compact() }
  }

  private mutating func compact() {
    var kept = texts.emptied()
    for place in 0..<records.count where records[place].uses > 0 {
      records[place].place = texts.withWindow(records[place].place) { kept.add($0, of: $1, $2) }
    }
    texts = kept
    unused = 0
  }
}
