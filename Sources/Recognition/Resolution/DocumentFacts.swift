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

  /// What speaks for entities: each time the entity and the sentence. A flat list, since most of it is
  /// never asked for.
  private var support: [(entity: EntityIndex, sentence: Int)] = []

  /// Whether `support` is ordered by entity.
  private var isOrdered = true

  /// Persons whom the document names in full, each one's places in the order of the text.
  private(set) var fullNames: [EntityIndex: [FullName]] = [:]

  /// The persons of a family or given name, in order of first mention.
  private(set) var persons: [UInt32: [Bearer]] = [:]

  /// Entities one of whose names the document uses of somebody, or some place, that is not listed, with
  /// the offset from which on it may use the name alone so.
  private(set) var namesakes: [EntityIndex: Int] = [:]

  /// Countries whose name the document uses as somebody's given name (`Chad Wilson`).
  private(set) var givenNames: Set<EntityIndex> = []

  /// Whether the document uses a name of an entity of somebody, or some place, else.
  var hasOtherBearers: Bool { !namesakes.isEmpty || !givenNames.isEmpty }

  /// Adds that a country's name is somebody's given name.
  mutating func addGivenName(of entity: EntityIndex) { givenNames.insert(entity) }

  /// Adds that a name of an entity is used of another bearer.
  ///
  /// - Parameters:
  ///   - entity: The entity.
  ///   - start: Where that bearer is named; 0 for a town, which a headline may name before.
  mutating func addNamesake(of entity: EntityIndex, from start: Int) {
    namesakes[entity] = min(start, namesakes[entity] ?? .max)
  }

  /// Adds that something in a sentence speaks for an entity.
  mutating func addSupport(_ entity: EntityIndex, sentence: Int) {
    support.append((entity, sentence))
    isOrdered = false
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
  ///
  /// - Returns: At most `mostWeight`, so that a long document is not counted anew for every hit.
  func weight(of entity: EntityIndex, sentence: Int) -> Double {
    var weight = 0.0
    for entry in support[places(of: entity)] where entry.entity == entity {
      weight += entry.sentence == sentence ? 3 : 1
      if weight >= Self.mostWeight { return Self.mostWeight }
    }
    return weight
  }

  /// Whether anything speaks for an entity.
  ///
  /// - Complexity: O(log n), once everything is ordered.
  func hasSupport(for entity: EntityIndex) -> Bool {
    let places = places(of: entity)
    return isOrdered ? !places.isEmpty : support.contains { $0.entity == entity }
  }

  /// How often something speaks for an entity.
  func supportCount(of entity: EntityIndex) -> Int {
    support[places(of: entity)].count { $0.entity == entity }
  }

  /// Orders what was gathered, so that it is found without reading all of it.
  mutating func order() {
    support.sort { ($0.entity, $0.sentence) < ($1.entity, $1.sentence) }
    isOrdered = true
  }

  /// Where the support of an entity stands, among others as long as it is not ordered.
  private func places(of entity: EntityIndex) -> Range<Int> {
    guard isOrdered else { return support.indices }
    func first(_ isBefore: (EntityIndex) -> Bool) -> Int {
      var (low, high) = (0, support.count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(support[middle].entity) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first { $0 < entity }..<first { $0 <= entity }
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
