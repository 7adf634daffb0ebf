import Gazetteers

/// Finds the names inside mentions: Russia in `Russian Foreign Ministry`.
///
/// A hit is the longest name at its place, so the shorter ones in it are matched anew. Few names hold
/// another, and texts repeat theirs, so what was found is kept (`KnownNames`).
struct InnerNames: Sendable {
  private let lexicon: Lexicon
  private var matcher: Matcher
  private var known = KnownNames()
  private var buffer = HitBuffer()
  private let tokenizer = Tokenizer()

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    matcher = Matcher(lexicon)
  }

  /// Fills in the inner names of mentions of several words.
  mutating func fill(_ mentions: inout [Mention], _ text: Span<UInt8>) {
    for index in mentions.indices {
      let place = mentions[index].start..<mentions[index].end
      guard let key = KnownNames.key(ofWords: place, in: text) else { continue }
      let inner: [EntityIndex]
      if let found = known.inner(of: key) {
        inner = found
      } else {
        inner = find(in: text.extracting(place))
        known.add(key, inner: inner)
      }
      if inner.isEmpty { continue }
      // `Sudan` in `South Sudan` is no name of that other country.
      let isCountry = lexicon.traits(of: mentions[index].entity).contains(.country)
      let others = inner.filter {
        $0 != mentions[index].entity
          && !(isCountry && lexicon.traits(of: $0).contains(.country))
      }
      if !others.isEmpty { mentions[index].inner = others }
    }
  }

  /// The entities that own a name inside a name, ordered by identifier.
  private mutating func find(in name: Span<UInt8>) -> [EntityIndex] {
    var starts: [Int] = []
    var place = 0
    while let token = tokenizer.nextToken(name, from: place, limit: name.count) {
      starts.append(token.start)
      place = token.end
    }
    guard starts.count > 1 else { return [] }
    buffer.removeAll()
    // What begins with the first word must end before the last, and the rest begins with the second.
    matcher.match(name, [part(0, starts[starts.count - 1])], into: &buffer)
    matcher.match(name, [part(starts[1], name.count)], into: &buffer)
    if buffer.hits.isEmpty { return [] }
    var found: Set<EntityIndex> = []
    for hit in buffer.hits {
      if let owner = owner(of: hit, buffer) { found.insert(owner) }
    }
    return found.sorted()
  }

  private func part(_ start: Int, _ end: Int) -> Sentence {
    Sentence(start: start, end: end, passage: 0)
  }

  /// The one entity that owns a hit's name, or the one that the gazetteer states as its reading.
  private func owner(of hit: Hit, _ buffer: HitBuffer) -> EntityIndex? {
    var owners: Set<EntityIndex> = []
    var prior: EntityIndex?
    for place in hit.entries {
      let entry = lexicon.entry(Int(buffer.entries[place]))
      if entry.role != .name || entry.form == .metonym || entry.form == .short { continue }
      owners.insert(entry.entity)
      if entry.isPrior { prior = entry.entity }
    }
    let owner = owners.count == 1 ? owners.first : prior
    guard let owner, !lexicon.traits(of: owner).contains(.none) else { return nil }
    return owner
  }
}
