import Gazetteers

/// Finds the names inside mentions: Russia in `Russian Foreign Ministry`.
///
/// A hit is the longest name at its place, so the shorter ones in it are matched anew. Few names hold
/// another: of most the trie tells by their tokens that they hold none, however a text writes them, and
/// that is kept for each (`NameHollows`). Texts repeat the others, so what was found in them is kept too
/// (`KnownNames`).
struct InnerNames: Sendable {
  private let lexicon: Lexicon
  private var matcher: Matcher
  private var hollows: NameHollows
  private var known = KnownNames()
  private var buffer = HitBuffer()
  private let tokenizer = Tokenizer()

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    matcher = Matcher(lexicon)
    hollows = NameHollows(lexicon)
  }

  /// Fills in the inner names of mentions of several words.
  ///
  /// - Parameters:
  ///   - mentions: The mentions of a document, in order.
  ///   - hits: The hits that they come from.
  ///   - text: The document.
  mutating func fill(_ mentions: inout [Mention], _ hits: HitBuffer, _ text: Span<UInt8>) {
    var next = 0
    for index in mentions.indices {
      let place = mentions[index].start..<mentions[index].end
      while next < hits.hits.count, hits.hits[next].start < place.lowerBound { next &+= 1 }
      if next < hits.hits.count, hits.hits[next].start == place.lowerBound,
        hits.hits[next].end == place.upperBound, !hollows.mayHoldName(hits.hits[next], hits, text)
      {
        continue
      }
      guard let key = KnownNames.key(ofWords: place, in: text) else { continue }
      if let inner = known.entities(inside: key) {
        if !inner.isEmpty { Self.tell(inner, &mentions[index], lexicon) }
        continue
      }
      let inner = find(in: text.extracting(place))
      known.add(key, inner: inner)
      Self.tell(inner[...], &mentions[index], lexicon)
    }
  }

  /// Gives a mention those of some entities that one of its own tells.
  ///
  /// Of the type, not of the value: what reads the lexicon in a closure would copy all of the value.
  private static func tell(
    _ inner: ArraySlice<EntityIndex>, _ mention: inout Mention, _ lexicon: Lexicon
  ) {
    // `Sudan` in `South Sudan` is no name of that other country.
    let entity = mention.entity
    let isCountry = lexicon.traits(of: entity).contains(.country)
    let isOther = { (other: EntityIndex) in
      other != entity && !(isCountry && lexicon.traits(of: other).contains(.country))
    }
    if inner.count > 2 {
      mention.inner = inner.filter(isOther)
      return
    }
    // Nearly always; no list is made then.
    for other in inner where isOther(other) { mention.addInner(other) }
  }

  /// The entities that own a name inside a name, ordered by identifier.
  private mutating func find(in name: Span<UInt8>) -> [EntityIndex] {
    guard let first = tokenizer.nextToken(name, from: 0, limit: name.count),
      let second = tokenizer.nextToken(name, from: first.end, limit: name.count)
    else { return [] }
    var last = second
    while let token = tokenizer.nextToken(name, from: last.end, limit: name.count) { last = token }
    buffer.removeAll()
    // What begins with the first word must end before the last, and the rest begins with the second.
    matcher.match(name, [part(0, last.start)], into: &buffer)
    matcher.match(name, [part(second.start, name.count)], into: &buffer)
    var found: [EntityIndex] = []
    for owner in buffer.hits.compactMap({ owner(of: $0, buffer) }).sorted()
    where owner != found.last {
      found.append(owner)
    }
    return found
  }

  private func part(_ start: Int, _ end: Int) -> Sentence {
    Sentence(start: start, end: end, passage: 0)
  }

  /// The one entity that owns a hit's name, or the one that the gazetteer states as its reading.
  private func owner(of hit: Hit, _ buffer: HitBuffer) -> EntityIndex? {
    var (first, prior): (EntityIndex?, EntityIndex?) = (nil, nil)
    var isShared = false
    for place in hit.entries {
      let entry = lexicon.entry(Int(buffer.entries[place]))
      if !entry.namesInside { continue }
      if let first, first != entry.entity { isShared = true } else { first = entry.entity }
      if entry.isPrior { prior = entry.entity }
    }
    guard let owner = isShared ? prior : first, !lexicon.traits(of: owner).contains(.none) else {
      return nil
    }
    return owner
  }
}
