import Gazetteers

/// The mentions of a document, each at the hit that it was settled for.
///
/// Nearly all are settled in the order of the hits and stay; then they are the result as they are, and
/// none is copied.
struct SettledMentions {
  /// In the order in which hits were settled or left open; of `noEntity` where there is none.
  private var mentions: [Mention]

  /// For each hit the place of its mention in `mentions`, or -1.
  private var places: [Int32]

  /// Whether `mentions` has the order of the hits.
  private var isOrdered = true

  /// Whether each of `mentions` is one.
  private var isComplete = true

  /// The hit that was settled, or left open, last.
  private var last = -1

  /// - Parameters:
  ///   - count: The number of hits.
  ///   - memory: Where its arrays are kept.
  init(count: Int, _ memory: inout ResolverMemory) {
    places = ResolverMemory.take(&memory.places)
    places.append(contentsOf: repeatElement(-1, count: count))
    mentions = ResolverMemory.take(&memory.mentions)
    mentions.reserveCapacity(count)
  }

  /// Gives the memory back, but for that of the mentions that were taken.
  consuming func giveBack(_ memory: inout ResolverMemory) { memory.places = places }

  /// All hits.
  var hits: Range<Int> { places.indices }

  /// The mention of a hit, or `nil`.
  subscript(_ hit: Int) -> Mention? {
    entity(of: hit) == nil ? nil : mentions[Int(places[hit])]
  }

  /// The entity that a hit means, or `nil`.
  func entity(of hit: Int) -> EntityIndex? {
    if places[hit] < 0 { return nil }
    let entity = mentions[Int(places[hit])].entity
    return entity == LexiconEntry.noEntity ? nil : entity
  }

  /// The form of the name by which a hit means its entity, or `nil`.
  func form(of hit: Int) -> NameForm? {
    entity(of: hit) == nil ? nil : mentions[Int(places[hit])].form
  }

  /// Keeps the place of a hit that is settled later, if at all.
  mutating func leaveOpen(_ hit: Int) {
    let none = Mention(
      start: 0, end: 0, sentence: 0, entity: LexiconEntry.noEntity, form: .short, rule: .short,
      confidence: 0)
    isComplete = false
    settle(hit, none)
  }

  /// Settles a hit.
  mutating func settle(_ hit: Int, _ mention: consuming Mention) {
    if places[hit] >= 0 {
      mentions[Int(places[hit])] = mention
      return
    }
    if hit < last { isOrdered = false }
    last = hit
    places[hit] = Int32(mentions.count)
    mentions.append(mention)
  }

  /// Takes back the mention of a hit.
  mutating func remove(_ hit: Int) {
    if places[hit] < 0 { return }
    mentions[Int(places[hit])].entity = LexiconEntry.noEntity
    isComplete = false
  }

  /// Whether a condition holds for the forms of all mentions, and of those taken back or left open.
  func allSatisfy(_ condition: (NameForm) -> Bool) -> Bool {
    for place in mentions.indices where !condition(mentions[place].form) { return false }
    return true
  }

  /// Takes the mentions out, in the order of their hits.
  mutating func takeInOrder() -> [Mention] {
    if !isOrdered { return hits.compactMap { self[$0] } }
    if !isComplete { close() }
    // Moved: had this value kept its own, all of them would be copied.
    var taken: [Mention] = []
    swap(&taken, &mentions)
    return taken
  }

  /// Moves the mentions together over those taken back or left open.
  private mutating func close() {
    var count = 0
    for place in mentions.indices where mentions[place].entity != LexiconEntry.noEntity {
      if place != count { mentions.swapAt(place, count) }
      count += 1
    }
    mentions.removeLast(mentions.count - count)
  }
}
