import Gazetteers

/// What a document says of its entities beside the hit at hand.
struct DocumentFacts {
  /// Where persons are named in full, in order.
  struct FullName {
    var entity: EntityIndex
    var start: Int
    var sentence: Int
  }

  /// Support by entity: the sentences in which something speaks for it.
  private(set) var support: [EntityIndex: [Int]] = [:]

  /// Persons whom the document names in full, in order of first mention.
  private(set) var fullNames: [EntityIndex: [FullName]] = [:]

  /// The persons of a family or given name, in order of first mention.
  private(set) var persons: [UInt32: [(entity: EntityIndex, isGiven: Bool)]] = [:]

  /// Entities one of whose names the document uses of somebody, or some place, that is not listed.
  private(set) var namesakes: Set<EntityIndex> = []

  /// Adds that a name of an entity is used of another bearer.
  mutating func addNamesake(of entity: EntityIndex) { namesakes.insert(entity) }

  /// Puts full names into the order of the text.
  mutating func sortFullNames() {
    for entity in fullNames.keys { fullNames[entity]?.sort { $0.start < $1.start } }
  }

  /// Adds that something in a sentence speaks for an entity.
  mutating func addSupport(_ entity: EntityIndex, sentence: Int) {
    support[entity, default: []].append(sentence)
  }

  /// Adds that a person is named in full.
  mutating func addFullName(
    _ entity: EntityIndex, start: Int, sentence: Int, in lexicon: Lexicon
  ) {
    let name = FullName(entity: entity, start: start, sentence: sentence)
    if fullNames[entity] != nil {
      fullNames[entity, default: []].append(name)
      return
    }
    fullNames[entity] = [name]
    for (pattern, isGiven) in lexicon.shortPatterns(of: entity) {
      persons[pattern.raw, default: []].append((entity, isGiven))
    }
  }

  /// How much of the document speaks for an entity; what stands in the same sentence counts thrice.
  func weight(of entity: EntityIndex, sentence: Int) -> Double {
    guard let sentences = support[entity] else { return 0 }
    return sentences.reduce(0) { $0 + ($1 == sentence ? 3 : 1) }
  }
}
