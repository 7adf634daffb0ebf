import Dates
import EntityGraphs
import Gazetteers
import TextFiles

/// Counts over documents, which add up: the counts of two corpora merge into those of both.
///
/// Merging is commutative and associative as long as no document is in both parts and all keep the
/// same number of windows as evidence.
///
/// What is kept grows with the distinct windows (about 16 bytes each), with the ties (about 90 bytes
/// each), with what ties have of further sources (about 20 bytes each), and with the entities of the
/// lexicon (20 bytes each); not with the documents. Where a folder is given, of each table and of the
/// texts that ties show a megabyte is memory, and the rest goes to files there that are mapped.
public struct CooccurrenceCounts: Sendable {
  struct NodeCount: Sendable, Equatable {
    var mentions: UInt32 = 0
    var documents: UInt32 = 0
    /// Distinct windows.
    var windows: UInt32 = 0
    /// The days of the documents.
    var days = DayBounds()
  }

  /// How many windows a tie shows as evidence.
  public let evidencePerTie: Int

  /// Whether these counts can be merged with others.
  private let merges: Bool

  /// Where goes what memory shall not hold.
  let overflow: BytePool.Overflow?

  var windows: WindowTable
  var pairs: PairTable
  var evidence: EvidenceStore
  /// By the entities' indices.
  var nodes: [NodeCount] = []

  /// The number of documents counted.
  public private(set) var documents = 0

  /// The sources of ties but the first of each.
  var furtherSources: TieSources
  /// The number of each source, by a hash of its name.
  private var sources: [UInt64: UInt32] = [:]
  /// The greatest identifier of a document so far, in the order of UTF-8 bytes.
  private var greatest: String?

  /// - Parameters:
  ///   - evidencePerTie: How many windows each tie keeps to show, 0 or more.
  ///   - overflow: Where goes what memory shall not hold; nil keeps all in memory.
  ///   - merges: Whether these counts are merged with others, which needs to know what windows hold.
  public init(
    evidencePerTie: Int = 3, overflow: BytePool.Overflow? = nil, merges: Bool = true
  ) {
    self.evidencePerTie = evidencePerTie
    self.overflow = overflow
    windows = WindowTable(overflow: overflow, merges: merges)
    self.merges = merges
    pairs = PairTable(overflow: overflow)
    evidence = EvidenceStore(overflow: overflow)
    furtherSources = TieSources(overflow: overflow)
  }

  /// Why the folder took no more of what memory shall not hold, if so. All after that is in memory, and
  /// nothing is lost, but memory grows with the text.
  public var failure: FileError? {
    evidence.failure ?? windows.failure ?? pairs.failure ?? furtherSources.failure
  }

  /// Adds documents.
  ///
  /// - Parameter batch: Their windows; those that tie entities have excerpts.
  /// - Returns: For each window, whether it repeats one that was added before.
  /// - Complexity: O(pairs of entities in the windows) expected.
  @discardableResult
  public mutating func add(_ batch: WindowBatch) -> [Bool] {
    var repeats: [Bool] = []
    repeats.reserveCapacity(batch.windows.count)
    for document in batch.documents { add(document, of: batch, repeats: &repeats) }
    return repeats
  }

  /// Adds one document.
  ///
  /// - Parameters:
  ///   - document: A document of the batch.
  ///   - batch: Its windows; those that tie entities have excerpts.
  public mutating func add(_ document: WindowBatch.Document, of batch: WindowBatch) {
    var repeats: [Bool] = []
    add(document, of: batch, repeats: &repeats)
  }

  private mutating func add(
    _ document: WindowBatch.Document, of batch: WindowBatch, repeats: inout [Bool]
  ) {
    documents += 1
    for place in document.mentions {
      let count = batch.mentions[place]
      makeRoom(for: count.entity)
      nodes[Int(count.entity.raw)].mentions += UInt32(count.count)
      nodes[Int(count.entity.raw)].documents += 1
      if let days = document.days { nodes[Int(count.entity.raw)].days.extend(by: days) }
    }
    let source = document.source.map { number(ofSource: Self.hash($0)) }
    // Documents mostly come in the order of their identifiers, and their windows in the order of the
    // text. Then no window takes the place of one before: a new one is appended, and of a repeat its
    // ties have the first occurrence, or as many others before it as they show.
    let comesLast = greatest.map { Utf8Order.precedes($0, document.id) } ?? true
    if comesLast { greatest = document.id }
    var reach = -1
    let id = Array(document.id.utf8)
    for place in document.windows {
      prepare(place + Self.lookAhead, of: batch)
      let window = batch.windows[place]
      let isRepeat = note(window, of: batch)
      repeats.append(isRepeat)
      guard let excerpt = batch.excerpt(of: window) else { continue }
      let isOrdered = comesLast && excerpt.start > reach
      reach = max(reach, excerpt.start)
      var candidate = EvidenceStore.Candidate(
        start: excerpt.start, end: excerpt.end, key: window.key)
      let text = batch.texts.span.extracting(excerpt.text)
      let number = documents
      batch.forEachPair(of: window) { first, second in
        let row = pairs.row(of: EntityPair(first, second))
        let isNewDocument = pairs.note(row, isRepeat: isRepeat, document: number)
        if isNewDocument, let source { note(source, of: row) }
        if isNewDocument, let days = document.days { pairs[row].days.extend(by: days) }
        if !isOrdered {
          evidence.offer(
            &candidate, of: id.span, text, to: &pairs[row].evidence, limit: evidencePerTie)
        } else if !isRepeat {
          evidence.append(
            &candidate, of: id.span, text, to: &pairs[row].evidence, limit: evidencePerTie)
        }
      }
    }
  }

  /// So many windows before its turn the memory that a window needs is asked for. Large tables are in no
  /// cache, and to wait for each line of them took a tenth of the counting.
  private static let lookAhead = 6

  private func prepare(_ place: Int, of batch: WindowBatch) {
    guard place < batch.windows.count else { return }
    let window = batch.windows[place]
    windows.prepare(window.key)
    // Of a window with very many entities the first pairs would be gone from the cache by then.
    guard window.entities.count < 8 else { return }
    batch.forEachPair(of: window) { pairs.prepare(EntityPair($0, $1)) }
  }

  private mutating func note(_ window: Window, of batch: WindowBatch) -> Bool {
    let entities = batch.entities.span.extracting(window.entities)
    let isNew = windows.note(window.key, entities, opener: window.opener)
    if isNew {
      for place in entities.indices {
        makeRoom(for: entities[place])
        nodes[Int(entities[place].raw)].windows += 1
      }
    }
    return !isNew
  }

  private mutating func makeRoom(for entity: EntityIndex) {
    let missing = Int(entity.raw) + 1 - nodes.count
    if missing > 0 { nodes.append(contentsOf: repeatElement(NodeCount(), count: missing)) }
  }

  private mutating func number(ofSource hash: UInt64) -> UInt32 {
    if let known = sources[hash] { return known }
    let number = UInt32(sources.count)
    sources[hash] = number
    return number
  }

  /// Notes a source of a tie. Most ties have one, which is kept in their row.
  private mutating func note(_ source: UInt32, of row: Int) {
    if pairs[row].sources == 0 {
      pairs[row].firstSource = source
      pairs[row].sources = 1
    } else if pairs[row].firstSource != source, furtherSources.insert(source, to: row) {
      pairs[row].sources += 1
    }
  }

  /// Adds the counts of other documents.
  ///
  /// - Parameter other: Counts of documents that are not in these, with as many windows as evidence.
  /// - Precondition: Both were made to be merged.
  public mutating func merge(_ other: CooccurrenceCounts) {
    precondition(merges && other.merges, "the counts were made to be merged")
    documents += other.documents
    for place in other.nodes.indices where other.nodes[place] != NodeCount() {
      makeRoom(for: EntityIndex(UInt32(place)))
      nodes[place].mentions += other.nodes[place].mentions
      nodes[place].documents += other.nodes[place].documents
      nodes[place].windows += other.nodes[place].windows
      nodes[place].days.extend(by: other.nodes[place].days)
    }
    var numbers = Array(repeating: UInt32(0), count: other.sources.count)
    for (hash, number) in other.sources { numbers[Int(number)] = self.number(ofSource: hash) }
    var rows: [UInt32] = []
    var known: [UInt32?] = Array(repeating: nil, count: other.evidence.capacity)
    other.pairs.rows.forEachElement { tie in
      let row = pairs.row(of: tie.pair)
      rows.append(UInt32(row))
      pairs[row].count += tie.count
      pairs[row].repeats += tie.repeats
      pairs[row].documents += tie.documents
      pairs[row].days.extend(by: tie.days)
      if tie.sources > 0 { note(numbers[Int(tie.firstSource)], of: row) }
      evidence.offer(
        other.evidence, tie.evidence, known: &known, to: &pairs[row].evidence,
        limit: evidencePerTie)
    }
    other.furtherSources.members.forEachElement { member in
      note(numbers[Int(member & 0xFFFF_FFFF)], of: Int(rows[Int(member >> 32)]))
    }
    mergeWindows(of: other)
    if let its = other.greatest, greatest.map({ Utf8Order.precedes($0, its) }) ?? true {
      greatest = its
    }
  }

  /// A window that is in both was counted in both: once it was a repeat.
  private mutating func mergeWindows(of other: CooccurrenceCounts) {
    other.windows.forEachWindow { key, entities, opener in
      if windows.note(key, entities.span, opener: opener) { return }
      for entity in entities { nodes[Int(entity.raw)].windows -= 1 }
      WindowBatch.forEachPair(of: entities.span, opener: opener) { first, second in
        let row = pairs.row(of: EntityPair(first, second))
        pairs[row].count -= 1
        pairs[row].repeats += 1
      }
    }
  }

  /// FNV-1a over the bytes of a source's name, the same in every process.
  static func hash(_ source: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in source.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
