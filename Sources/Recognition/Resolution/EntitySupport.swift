import Gazetteers

/// What speaks for entities in a document: each time the entity and the sentence.
///
/// A flat list, since most of it is never asked for. Before many questions what speaks for one entity is
/// chained, the last to the one before it, so that no question reads what speaks for others.
struct EntitySupport {
  struct Support: BitwiseCopyable, Sendable {
    var entity: EntityIndex
    var sentence: UInt32
  }

  /// What speaks for an entity, in the order of the list.
  private struct Chain: BitwiseCopyable, Sendable {
    var count: Int32 = 0
    /// The place of the last in the list; -1 for none.
    var last: Int32 = -1
  }

  private(set) var list: [Support]
  private var chains = EntityTable<Chain>()

  /// For each of the list the place of the one before it that speaks for the same entity, or -1.
  private var previous: [Int32] = []

  /// Above so many hits that are asked about, chaining all of it is less work than reading all of it.
  private static let mostQuestions = 8

  /// More than this is always chained, since a name may have thousands of bearers.
  private static let mostRead = 1024

  /// - Parameter memory: Where the list is kept; empty.
  init(in memory: consuming [Support]) { list = memory }

  /// Adds that something in a sentence speaks for an entity.
  mutating func add(_ entity: EntityIndex, sentence: Int) {
    list.append(Support(entity: entity, sentence: UInt32(truncatingIfNeeded: sentence)))
  }

  /// Makes ready for questions.
  ///
  /// - Parameter count: The number of hits and entities that are asked about.
  mutating func prepare(forQuestions count: Int) {
    if count == 0 { return }
    guard count > Self.mostQuestions || list.count > Self.mostRead else { return }
    chains = EntityTable()
    previous = []
    previous.reserveCapacity(list.count)
    for (place, support) in list.enumerated() {
      chains.update(support.entity, from: Chain()) { chain in
        previous.append(chain.last)
        chain.count += 1
        chain.last = Int32(place)
      }
    }
  }

  /// Whether what was added is chained, all of it.
  private var isChained: Bool { previous.count == list.count }

  /// Each entity as often as something speaks for it.
  var entities: some Sequence<EntityIndex> { list.lazy.map(\.entity) }

  /// Whether anything speaks for an entity.
  func has(_ entity: EntityIndex) -> Bool {
    isChained ? chains[entity] != nil : list.contains { $0.entity == entity }
  }

  /// How often something speaks for an entity.
  func count(of entity: EntityIndex) -> Int {
    isChained ? Int(chains[entity]?.count ?? 0) : list.count { $0.entity == entity }
  }

  /// How much speaks for an entity; what stands in one sentence counts thrice.
  ///
  /// - Parameters:
  ///   - entity: The entity.
  ///   - sentence: The sentence.
  ///   - most: What is given at most, so that a long document is not counted anew for every hit.
  func weight(of entity: EntityIndex, sentence: Int, most: Double) -> Double {
    var weight = 0.0
    let inSentence = UInt32(truncatingIfNeeded: sentence)
    if isChained {
      var place = chains[entity]?.last ?? -1
      while place >= 0, weight < most {
        weight += list[Int(place)].sentence == inSentence ? 3 : 1
        place = previous[Int(place)]
      }
    } else {
      for support in list where support.entity == entity {
        weight += support.sentence == inSentence ? 3 : 1
        if weight >= most { break }
      }
    }
    return min(weight, most)
  }
}
