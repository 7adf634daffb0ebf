import Dates
import EntityGraphs
import Gazetteers
import TextFiles

/// Counts over documents, which add up: the counts of two corpora merge into those of both.
///
/// Merging is commutative and associative as long as no document is in both parts and all keep the
/// same number of windows as evidence.
///
/// Memory grows with the distinct windows (about 24 bytes each, 4 more for each entity where it holds
/// several), with the ties (about 88 bytes each) and the texts that they show, with the pairs of ties
/// and sources (16 bytes each), and with the entities of the lexicon; not with the documents.
public struct CooccurrenceCounts: Sendable {
  struct NodeCount: Sendable, Equatable {
    var mentions = 0
    var documents = 0
    /// Distinct windows.
    var windows = 0
    /// The days of the documents.
    var days = DayBounds()
  }

  /// How many windows a tie shows as evidence.
  public let evidencePerTie: Int

  var windows = WindowTable()
  var pairs = PairTable()
  var evidence = EvidenceStore()
  /// By the entities' indices.
  var nodes: [NodeCount] = []

  /// The number of documents counted.
  public private(set) var documents = 0

  private var tieSources = TieSources()
  /// The number of each source, by a hash of its name.
  private var sources: [UInt64: Int] = [:]
  /// The greatest identifier of a document so far, in the order of UTF-8 bytes.
  private var greatest: String?

  /// - Parameter evidencePerTie: How many windows each tie keeps to show, 0 or more.
  public init(evidencePerTie: Int = 3) {
    self.evidencePerTie = evidencePerTie
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
      nodes[Int(count.entity.raw)].mentions += count.count
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
    for place in document.windows {
      let window = batch.windows[place]
      let isRepeat = note(window, of: batch)
      repeats.append(isRepeat)
      guard let excerpt = batch.excerpt(of: window) else { continue }
      let isOrdered = comesLast && excerpt.start > reach
      reach = max(reach, excerpt.start)
      var candidate = EvidenceStore.Candidate(
        document: document.id, start: excerpt.start, end: excerpt.end, key: window.key)
      let text = batch.texts.span.extracting(excerpt.text)
      let number = documents
      batch.forEachPair(of: window) { first, second in
        let row = pairs.row(of: EntityPair(first, second))
        let isNewDocument = pairs.note(row, isRepeat: isRepeat, document: number)
        if isNewDocument, let source, tieSources.insert(source, to: row) { pairs[row].sources += 1 }
        if isNewDocument, let days = document.days { pairs[row].days.extend(by: days) }
        if !isOrdered {
          evidence.offer(&candidate, text, to: &pairs[row].evidence, limit: evidencePerTie)
        } else if !isRepeat {
          evidence.append(&candidate, text, to: &pairs[row].evidence, limit: evidencePerTie)
        }
      }
    }
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

  private mutating func number(ofSource hash: UInt64) -> Int {
    if let known = sources[hash] { return known }
    sources[hash] = sources.count
    return sources.count - 1
  }

  /// Adds the counts of other documents.
  ///
  /// - Parameter other: Counts of documents that are not in these, with as many windows as evidence.
  public mutating func merge(_ other: CooccurrenceCounts) {
    documents += other.documents
    for place in other.nodes.indices where other.nodes[place] != NodeCount() {
      makeRoom(for: EntityIndex(UInt32(place)))
      nodes[place].mentions += other.nodes[place].mentions
      nodes[place].documents += other.nodes[place].documents
      nodes[place].windows += other.nodes[place].windows
      nodes[place].days.extend(by: other.nodes[place].days)
    }
    var rows: [Int] = []
    var known: [UInt32?] = Array(repeating: nil, count: other.evidence.capacity)
    for tie in other.pairs.rows {
      let row = pairs.row(of: tie.pair)
      rows.append(row)
      pairs[row].count += tie.count
      pairs[row].repeats += tie.repeats
      pairs[row].documents += tie.documents
      pairs[row].days.extend(by: tie.days)
      evidence.offer(
        other.evidence, tie.evidence, known: &known, to: &pairs[row].evidence,
        limit: evidencePerTie)
    }
    var numbers = Array(repeating: 0, count: other.sources.count)
    for (hash, number) in other.sources { numbers[number] = self.number(ofSource: hash) }
    for member in other.tieSources.members {
      let (row, source) = (rows[Int(member >> 32)], numbers[Int(member & 0xFFFF_FFFF)])
      if tieSources.insert(source, to: row) { pairs[row].sources += 1 }
    }
    mergeWindows(of: other)
    if let its = other.greatest, greatest.map({ Utf8Order.precedes($0, its) }) ?? true {
      greatest = its
    }
  }

  /// A window that is in both was counted in both: once it was a repeat.
  private mutating func mergeWindows(of other: CooccurrenceCounts) {
    var entities: [EntityIndex] = []
    for row in 0..<other.windows.count {
      let opener = other.windows.content(row, into: &entities)
      let isNew = windows.note(
        other.windows.key(row), seen: other.windows.seen(row), entities.span, opener: opener)
      if isNew { continue }
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
