/// Compiles entities into a `Lexicon`.
struct LexiconCompiler {
  private let tokenizer = Tokenizer()
  private var table: TransitionTableBuilder
  private var accepted: [UInt32] = [0]
  private var patternHashes: [UInt64] = []
  private var collected: [(pattern: UInt32, entry: LexiconEntry)] = []
  private var details: [TokenDetail] = []
  private var detailPlaces: [[TokenDetail]: UInt32] = [:]
  private var shortKeys: Set<UInt64> = []
  private var firstTokens: [UInt64] = []
  private var smallStarts: [UInt32] = []
  private var clashed = false

  // The name at hand, token by token.
  private var hashes: [UInt64] = []
  private var shape: [TokenDetail] = []
  private var isStrict = false
  /// The first three bytes of the name's first token, folded, and whether a capital is in front.
  private var start: UInt32 = 0
  private var startsWithCapital = true

  private init(edges: Int, seed: UInt64) {
    table = TransitionTableBuilder(capacity: edges, seed: seed)
  }

  /// - Parameter entities: Ordered by identifier, each identifier once.
  /// - Complexity: O(total length of all names).
  static func compile(_ entities: [GazetteerEntity]) -> Lexicon {
    var edges = 64
    for entity in entities {
      edges += 4 + entity.family.count + entity.given.count + entity.context.count
      for name in entity.names { edges += 2 + name.text.utf8.count / 5 }
      edges += entity.name.utf8.count / 5
    }
    var seed: UInt64 = 0x5DEE_CE66_D1CE_B00D
    while true {
      var compiler = LexiconCompiler(edges: edges, seed: seed)
      if let lexicon = compiler.run(entities) { return lexicon }
      seed = seed &* TokenHash.multiplier &+ 1
    }
  }

  private mutating func run(_ entities: [GazetteerEntity]) -> Lexicon? {
    var shortStarts: [UInt32] = [0]
    var shorts: [UInt32] = []
    for (number, entity) in entities.enumerated() {
      let index = EntityIndex(UInt32(number))
      add(names: entity, index)
      for (name, isGiven) in ShortNames.of(entity) {
        if let pattern = addShortKey(name, rule: entity.caseRule) {
          shorts.append(pattern << 1 | (isGiven ? 1 : 0))
        }
      }
      shortStarts.append(UInt32(shorts.count))
      if clashed { return nil }
    }
    return finish(entities, shortStarts: shortStarts, shorts: shorts)
  }

  private mutating func add(names entity: GazetteerEntity, _ index: EntityIndex) {
    let prior = Set(entity.prior)
    isStrict = entity.kind == .none
    defer { isStrict = false }
    for name in [Name(entity.name, .preferred)] + entity.names {
      var role = EntryRole.name
      var text = name.text
      if name.form == .demonym, text.hasSuffix("-") {
        role = .combining
        text.removeLast()
      }
      let rule = name.caseRule ?? entity.caseRule ?? name.form.usualCaseRule
      let spellings = NameSpellings.of(text, kind: entity.kind)
      for spelling in spellings {
        add(
          spelling,
          LexiconEntry(
            entity: index, details: 0, form: name.form, caseRule: rule, role: role,
            isPrior: prior.contains(name.text)))
      }
    }
    for word in entity.context {
      add(
        word,
        LexiconEntry(
          entity: index, details: 0, form: .alias, caseRule: .smart, role: .context, isPrior: false)
      )
    }
  }

  private mutating func addShortKey(_ name: String, rule: CaseRule?) -> UInt32? {
    guard let (pattern, place) = pattern(for: name) else { return nil }
    let rule = rule ?? .smart
    if rule == .ignore { addSmallStart() }
    // One entry serves all persons of that name and case rule.
    let key = UInt64(pattern) << 34 | UInt64(place) << 2 | UInt64(rule.rawValue)
    if shortKeys.insert(key).inserted {
      collected.append(
        (
          pattern,
          LexiconEntry(
            entity: LexiconEntry.noEntity, details: place, form: .short, caseRule: rule,
            role: .shortKey, isPrior: false)
        ))
    }
    return pattern
  }

  private mutating func add(_ name: String, _ entry: LexiconEntry) {
    guard let (pattern, place) = pattern(for: name) else { return }
    if entry.caseRule == .ignore { addSmallStart() }
    var entry = entry
    entry.details = place
    collected.append((pattern, entry))
  }

  /// The pattern of a name and the place of its details, or `nil` where it holds no token.
  private mutating func pattern(for name: String) -> (UInt32, UInt32)? {
    read(name)
    guard let first = shape.first else { return nil }
    firstTokens.append(hashes[0])
    // `iPhone`, `3M`: capitals later in the word do not make it begin with one.
    if first.shape == TokenShape.lower || first.shape == TokenShape.mixed || !startsWithCapital {
      addSmallStart()
    }
    var state = TransitionTable.root
    var sequence: UInt64 = 0
    for hash in hashes {
      guard let next = table.state(behind: hash, from: state) else {
        clashed = true
        return nil
      }
      state = next
      sequence = TokenHash.combine(sequence, hash)
    }
    while accepted.count < Int(table.stateCount) { accepted.append(0) }
    if accepted[Int(state)] == 0 {
      patternHashes.append(sequence)
      accepted[Int(state)] = UInt32(patternHashes.count)
    }
    let place: UInt32
    if let known = detailPlaces[shape] {
      place = known
    } else {
      place = UInt32(details.count)
      detailPlaces[shape] = place
      details.append(contentsOf: shape)
    }
    return (accepted[Int(state)] - 1, place)
  }

  /// Notes that the name at hand may begin without a capital in a text.
  private mutating func addSmallStart() {
    for letters in 1...3 { smallStarts.append(start & (1 << UInt32(letters * 8) - 1)) }
  }

  private mutating func read(_ name: String) {
    hashes.removeAll(keepingCapacity: true)
    shape.removeAll(keepingCapacity: true)
    let bytes = Array(name.utf8)
    let text = bytes.span
    var place = 0
    while place < text.count {
      let (kind, next) = tokenizer.classify(text, at: place, limit: text.count)
      guard Tokenizer.beginsToken(kind) else {
        place = next
        continue
      }
      let token = tokenizer.token(text, at: place, limit: text.count)
      if hashes.isEmpty {
        startsWithCapital = kind == ScalarClass.upper
        start = SmallStart.of(folding: text, at: place, end: token.end)
      }
      hashes.append(token.hash)
      var gap: Gap = []
      place = token.end
      if let (found, next) = tokenizer.gap(text, at: token.end, limit: text.count) {
        gap = found
        place = next
      }
      if isStrict { gap.insert(.strict) }
      if gap.contains(.dash) { gap = gap.subtracting(.dash).union(.hyphen) }
      shape.append(TokenDetail(shape: token.shape, gap: gap))
    }
    if let last = shape.indices.last { shape[last].gap = [] }
  }

  private func finish(
    _ entities: [GazetteerEntity], shortStarts: [UInt32], shorts: [UInt32]
  ) -> Lexicon {
    let sorted = collected.sorted {
      ($0.pattern, $0.entry.role.rawValue, $0.entry.entity.raw, $0.entry.form.rawValue)
        < ($1.pattern, $1.entry.role.rawValue, $1.entry.entity.raw, $1.entry.form.rawValue)
    }
    var starts: [UInt32] = []
    starts.reserveCapacity(patternHashes.count + 1)
    var entries: [LexiconEntry] = []
    entries.reserveCapacity(sorted.count)
    for (pattern, entry) in sorted {
      while starts.count <= Int(pattern) { starts.append(UInt32(entries.count)) }
      entries.append(entry)
    }
    while starts.count <= patternHashes.count { starts.append(UInt32(entries.count)) }
    var placeOfID: [String: UInt32] = [:]
    for (number, entity) in entities.enumerated() where entity.kind == .country {
      placeOfID[entity.id.text] = UInt32(number)
    }
    let countries = entities.map { entity -> UInt32 in
      guard let code = entity.attribute("country") else { return .max }
      return placeOfID["country/" + code] ?? .max
    }
    return Lexicon(
      tables: LexiconTables(
        transitions: table.table, accepted: accepted, patternHashes: patternHashes,
        firstTokens: firstTokens, smallStarts: smallStarts), entryStarts: starts, entries: entries,
      details: details, shortStarts: shortStarts,
      shorts: shorts, entities: entities, countries: countries,
      traits: entities.map(EntityTraits.init))
  }
}

extension Lexicon {
  /// Compiles gazetteers.
  ///
  /// Entities with one identifier in several gazetteers become one: the first gives the kind and the
  /// preferred name, the others add names.
  ///
  /// - Parameter gazetteers: The gazetteers, in the order they were named.
  /// - Complexity: O(total length of all names, plus n log n for n entities).
  public init(_ gazetteers: [Gazetteer]) {
    var merged: [GazetteerEntity] = []
    var places: [EntityID: Int] = [:]
    for entity in gazetteers.lazy.flatMap(\.entities) {
      guard let place = places[entity.id] else {
        places[entity.id] = merged.count
        merged.append(entity)
        continue
      }
      merged[place].absorb(entity)
    }
    let order = Utf8Order.sorted(merged.map(\.id.text))
    self = LexiconCompiler.compile(order.map { merged[$0] })
  }
}

extension GazetteerEntity {
  /// Adds what another row of the same entity knows.
  mutating func absorb(_ other: GazetteerEntity) {
    let known = Set(([Name(name, .preferred)] + names).map { Name($0.text, $0.form) })
    // A row's case rule is for the names of that row; of a name that stands in both, both rules hold.
    for var added in [Name(other.name, .alias)] + other.names {
      if added.text == name { added.form = .preferred }
      if other.caseRule != caseRule {
        added.caseRule = added.caseRule ?? other.caseRule ?? added.form.usualCaseRule
      } else if known.contains(Name(added.text, added.form)) {
        continue
      }
      names.append(added)
    }
    context += other.context
    prior += other.prior
    family += other.family
    given += other.given
    let columns = Set(attributes.map(\.name))
    attributes += other.attributes.filter { !columns.contains($0.name) }
  }
}
