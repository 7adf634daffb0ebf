import Gazetteers

/// What a document says of its entities beside the hit at hand.
struct DocumentFacts {
  /// Where persons are named in full, in order.
  struct FullName {
    var entity: EntityIndex
    var start: Int
    var sentence: Int
  }

  /// A person named in full, as the bearer of a family or given name.
  struct Bearer {
    var entity: EntityIndex
    var isGiven: Bool
  }

  /// What speaks for entities.
  private var support: EntitySupport

  /// Persons whom the document names in full, each one's places in the order of the text.
  private(set) var fullNames: [EntityIndex: [FullName]] = [:]

  /// The persons of a family or given name, in order of first mention.
  private(set) var persons: [UInt32: [Bearer]] = [:]

  /// Entities one of whose names the document uses of somebody, or some place, that is not listed, with
  /// the offset from which on it may use the name alone so.
  private(set) var namesakes = EntityTable<Int>()

  /// Countries whose name the document uses as somebody's given name (`Chad Wilson`).
  private(set) var givenNames: Set<EntityIndex> = []

  /// For each entity of `namesakes` one bit of its index is set here, which answers for most others.
  private var namesakeBits: UInt64 = 0

  init(_ memory: inout ResolverMemory) {
    support = EntitySupport(in: ResolverMemory.take(&memory.support))
  }

  /// Gives the memory back.
  consuming func giveBack(_ memory: inout ResolverMemory) { memory.support = support.list }

  private static func bit(_ entity: EntityIndex) -> UInt64 { 1 &<< UInt64(entity.raw & 63) }

  /// Whether a name of an entity is used of another bearer.
  func hasNamesake(_ entity: EntityIndex) -> Bool {
    namesakeBits & Self.bit(entity) != 0 && namesakes[entity] != nil
  }

  /// Adds that a country's name is somebody's given name.
  mutating func addGivenName(of entity: EntityIndex) { givenNames.insert(entity) }

  /// Adds that a name of an entity is used of another bearer.
  ///
  /// - Parameters:
  ///   - entity: The entity.
  ///   - start: Where that bearer is named; 0 for a town, which a headline may name before.
  mutating func addNamesake(of entity: EntityIndex, from start: Int) {
    namesakes.update(entity, from: .max) { $0 = min($0, start) }
    namesakeBits |= Self.bit(entity)
  }

  /// Adds that something in a sentence speaks for an entity.
  mutating func addSupport(_ entity: EntityIndex, sentence: Int) {
    support.add(entity, sentence: sentence)
  }

  /// Adds that a person is named in full.
  mutating func addFullName(
    _ entity: EntityIndex, start: Int, sentence: Int, in lexicon: Lexicon
  ) {
    let name = FullName(entity: entity, start: start, sentence: sentence)
    if fullNames[entity] != nil {
      let place = fullNameCount(of: entity, before: start)
      fullNames[entity, default: []].insert(name, at: place)
      return
    }
    fullNames[entity] = [name]
    for (pattern, isGiven) in lexicon.shortPatterns(of: entity) {
      persons[pattern.raw, default: []].append(
        Bearer(entity: entity, isGiven: isGiven))
    }
  }

  /// How much of the document speaks for an entity; what stands in the same sentence counts thrice.
  func weight(of entity: EntityIndex, sentence: Int) -> Double {
    support.weight(of: entity, sentence: sentence, most: Self.mostWeight)
  }

  /// Whether anything speaks for an entity.
  func hasSupport(for entity: EntityIndex) -> Bool { support.has(entity) }

  /// How often something speaks for an entity.
  func supportCount(of entity: EntityIndex) -> Int { support.count(of: entity) }

  /// How often something speaks for each of `namesakes`.
  func namesakeSupport() -> EntityTable<Int> {
    var counts = EntityTable<Int>()
    for entity in support.entities where hasNamesake(entity) {
      counts.update(entity, from: 0) { $0 += 1 }
    }
    return counts
  }

  /// Makes ready for questions of what speaks for entities.
  ///
  /// - Parameter hitCount: The number of hits that are asked about.
  mutating func prepare(forQuestions hitCount: Int) {
    support.prepare(forQuestions: hitCount + givenNames.count)
  }

  /// More support than this decides nothing.
  static let mostWeight = 12.0

  /// The last place before an offset where a person is named in full.
  ///
  /// - Complexity: O(log n) for n such places.
  func lastFullName(of entity: EntityIndex, before start: Int) -> FullName? {
    let count = fullNameCount(of: entity, before: start)
    return count == 0 ? nil : fullNames[entity]?[count - 1]
  }

  /// Sentences behind a full name in which the given name alone means its bearer; before the first full
  /// name, where headlines and leads stand, fewer.
  private static let (reachBehind, reachBefore) = (60, 10)

  /// Whether a person is named in full near a hit, as a text does whom it calls by a given name: in a
  /// book, or a file of many texts, any other John comes along.
  ///
  /// - Complexity: O(log n) for n full names of that person.
  func isNear(_ entity: EntityIndex, to hit: Hit) -> Bool {
    let names = fullNames[entity] ?? []
    let count = fullNameCount(of: entity, before: hit.start)
    if count > 0, hit.sentence - names[count - 1].sentence <= Self.reachBehind { return true }
    return count < names.count && names[count].sentence - hit.sentence <= Self.reachBefore
  }

  private func fullNameCount(of entity: EntityIndex, before start: Int) -> Int {
    let names = fullNames[entity] ?? []
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
