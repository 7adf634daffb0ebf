import EntityGraphs
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
    (left.first, left.second) < (right.first, right.second)
  }
}

/// The windows of one document, with what outputs say of them.
public struct DocumentWindows: Sendable {
  /// The document's identifier.
  public var document: String

  /// The document's source, where known.
  public var source: String?

  /// How many mentions each entity has.
  public var mentions: [(entity: EntityIndex, count: Int)]

  /// The windows in order, and the evidence each is shown as; none for a window that ties nothing.
  public var windows: [(window: Window, evidence: Evidence?)]

  public init(
    document: String, source: String?, mentions: [(entity: EntityIndex, count: Int)],
    windows: [(window: Window, evidence: Evidence?)]
  ) {
    self.document = document
    self.source = source
    self.mentions = mentions
    self.windows = windows
  }
}

/// Counts over documents, which add up: the counts of two corpora merge into those of both.
///
/// Merging is commutative and associative as long as no document is in both parts.
public struct CooccurrenceCounts: Sendable {
  /// A distinct window: what it holds and how often it was seen.
  struct WindowCount: Sendable, Equatable {
    var entities: [EntityIndex]
    var opener: EntityIndex?
    var seen: Int
  }

  struct NodeCount: Sendable, Equatable {
    var mentions = 0
    var documents = 0
  }

  struct TieCount: Sendable, Equatable {
    var documents = 0
    /// Hashes of the names of the sources.
    var sources: Set<UInt64> = []
    /// The first distinct windows in the order of documents, with their keys.
    var evidence: [KeyedEvidence] = []
  }

  struct KeyedEvidence: Sendable, Equatable {
    var key: UInt64
    var evidence: Evidence

    /// Ordered by document, in the order of its UTF-8 bytes, and place; the rest settles the order
    /// of windows in documents of one identifier, so that it is the same however counts merge.
    func precedes(_ other: KeyedEvidence) -> Bool {
      let (mine, its) = (evidence, other.evidence)
      if !mine.document.utf8.elementsEqual(its.document.utf8) {
        return mine.document.utf8.lexicographicallyPrecedes(its.document.utf8)
      }
      if (mine.start, key, mine.end) != (its.start, other.key, its.end) {
        return (mine.start, key, mine.end) < (its.start, other.key, its.end)
      }
      return mine.text.utf8.lexicographicallyPrecedes(its.text.utf8)
    }
  }

  /// How many windows a tie shows as evidence.
  public let evidencePerTie: Int

  var windows: [UInt64: WindowCount] = [:]
  var nodes: [EntityIndex: NodeCount] = [:]
  var ties: [EntityPair: TieCount] = [:]

  /// The number of documents counted.
  public private(set) var documents = 0

  /// - Parameter evidencePerTie: How many windows each tie keeps to show, 0 or more.
  public init(evidencePerTie: Int = 3) {
    self.evidencePerTie = evidencePerTie
  }

  /// Adds a document.
  ///
  /// - Parameter document: Its windows.
  /// - Returns: For each window, whether it repeats one that was added before.
  /// - Complexity: O(pairs of entities in the windows) expected.
  @discardableResult
  public mutating func add(_ document: DocumentWindows) -> [Bool] {
    documents += 1
    for (entity, count) in document.mentions {
      nodes[entity, default: NodeCount()].mentions += count
      nodes[entity, default: NodeCount()].documents += 1
    }
    let source = document.source.map(Self.hash)
    var seenPairs: Set<EntityPair> = []
    var repeats: [Bool] = []
    repeats.reserveCapacity(document.windows.count)
    for (window, evidence) in document.windows {
      repeats.append(count(window))
      guard let evidence else { continue }
      let keyed = KeyedEvidence(key: window.key, evidence: evidence)
      window.forEachPair { first, second in
        let pair = EntityPair(first, second)
        let isNew = seenPairs.insert(pair).inserted
        ties[pair, default: TieCount()].add(
          keyed, isNewDocument: isNew, source: source, limit: evidencePerTie)
      }
    }
    return repeats
  }

  private mutating func count(_ window: Window) -> Bool {
    if windows[window.key] != nil {
      windows[window.key]?.seen += 1
      return true
    }
    windows[window.key] = WindowCount(
      entities: window.entities, opener: window.opener, seen: 1)
    return false
  }

  /// Adds the counts of other documents.
  ///
  /// - Parameter other: Counts of documents that are not in these.
  public mutating func merge(_ other: CooccurrenceCounts) {
    documents += other.documents
    for (key, window) in other.windows {
      if windows[key] != nil {
        windows[key]?.seen += window.seen
      } else {
        windows[key] = window
      }
    }
    for (entity, count) in other.nodes {
      nodes[entity, default: NodeCount()].mentions += count.mentions
      nodes[entity, default: NodeCount()].documents += count.documents
    }
    for (pair, tie) in other.ties {
      ties[pair, default: TieCount()].merge(tie, limit: evidencePerTie)
    }
  }

  /// FNV-1a over the bytes of a source's name, the same in every process.
  static func hash(_ source: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in source.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}

extension CooccurrenceCounts.TieCount {
  mutating func add(
    _ window: CooccurrenceCounts.KeyedEvidence, isNewDocument: Bool, source: UInt64?, limit: Int
  ) {
    if isNewDocument { documents += 1 }
    if let source { sources.insert(source) }
    insert(window, limit: limit)
  }

  mutating func merge(_ other: Self, limit: Int) {
    documents += other.documents
    sources.formUnion(other.sources)
    for window in other.evidence { insert(window, limit: limit) }
  }

  /// Keeps the first `limit` distinct windows, each at its first place.
  private mutating func insert(_ window: CooccurrenceCounts.KeyedEvidence, limit: Int) {
    if let known = evidence.firstIndex(where: { $0.key == window.key }) {
      guard window.precedes(evidence[known]) else { return }
      evidence.remove(at: known)
    } else if evidence.count == limit {
      guard let last = evidence.last, window.precedes(last) else { return }
      evidence.removeLast()
    }
    let place = evidence.firstIndex { window.precedes($0) } ?? evidence.count
    evidence.insert(window, at: place)
  }
}
