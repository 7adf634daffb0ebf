import TextFiles

/// Compiles entities, one after another, into a `Lexicon`.
///
/// An entity is taken apart as it comes and nothing is kept of it but flat rows, so that compiling a
/// million names takes little more memory than the lexicon itself. A compiler is never copied, so that
/// what it holds goes as the lexicon is written.
public struct LexiconCompiler: ~Copyable {
  private var trie = TrieBuilder()
  private var entities = EntityTableBuilder()
  private var entries = EntryTableBuilder()
  private var starts = NameStartBuilder()
  private var reader = NameReader()

  /// The default readings that a row states of names that it does not hold itself; a later row of the
  /// same entity may.
  private var foreignPriors: [UInt32: Set<String>] = [:]

  /// Short keys already entered: pattern, details and case rule.
  private var shortKeys: Set<UInt64> = []

  public init() {}

  /// Adds an entity.
  ///
  /// Of several with one identifier the first gives the kind and the preferred name; the others add
  /// names and attributes.
  ///
  /// - Complexity: O(total length of its names) expected.
  public mutating func add(_ entity: GazetteerEntity) {
    let (row, isNew) = entities.add(entity)
    if !isNew { entities.addAttributes(entity.attributes, to: row) }
    let isStrict = entity.kind == .none
    let preferred = isNew || entity.name == entities.name(at: row) ? NameForm.preferred : .alias
    let priors = priors(of: entity, row, isNew: isNew)
    addName(entity.name, preferred, entity, row, isPrior: priors.contains(entity.name), isStrict)
    for name in entity.names {
      addName(name.text, name.form, entity, row, isPrior: priors.contains(name.text), isStrict)
    }
    for word in entity.context {
      enter(
        word, row,
        EntryFlags(form: .alias, caseRule: .smart, role: .context), isLookalike: false)
    }
    for (name, isGiven) in ShortNames.of(entity) {
      let flags = EntryFlags(form: .short, caseRule: entity.caseRule ?? .smart, role: .shortKey)
      guard let pattern = enterShortKey(name, flags) else { continue }
      entities.addShort(pattern, isGiven: isGiven, to: row)
    }
  }

  /// The names of which the entity is the default reading.
  private mutating func priors(
    of entity: GazetteerEntity, _ row: UInt32, isNew: Bool
  ) -> Set<String> {
    if entity.prior.isEmpty, foreignPriors.isEmpty { return [] }
    let own = Set(entity.names.map(\.text) + [entity.name])
    let foreign = entity.prior.filter { !own.contains($0) }
    // A name that an earlier row gave: entered once more, with the statement.
    if !isNew {
      for name in foreign {
        addName(name, .alias, entity, row, isPrior: true, entity.kind == .none)
      }
    }
    let before = foreignPriors[row] ?? []
    if !foreign.isEmpty { foreignPriors[row] = before.union(foreign) }
    return before.union(entity.prior)
  }

  private mutating func addName(
    _ name: String, _ form: NameForm, _ entity: GazetteerEntity, _ row: UInt32, isPrior: Bool,
    _ isStrict: Bool
  ) {
    var (text, role) = (name, EntryRole.name)
    if form == .demonym, text.hasSuffix("-") {
      role = .combining
      text.removeLast()
    }
    let flags = EntryFlags(
      form: form, caseRule: entity.caseRule ?? (form == .abbreviation ? .exact : .smart),
      role: role, isPrior: isPrior)
    reader.isStrict = isStrict
    if NameSpellings.isPlain(text, kind: entity.kind) {
      enter(text, row, flags, isLookalike: isStrict)
    } else {
      for spelling in NameSpellings.of(text, kind: entity.kind) {
        enter(spelling, row, flags, isLookalike: isStrict)
      }
    }
    reader.isStrict = false
  }

  private mutating func enter(
    _ name: String, _ row: UInt32, _ flags: EntryFlags, isLookalike: Bool
  ) {
    reader.read(name)
    guard !reader.hashes.isEmpty else { return }
    let needsCapital = starts.add(&reader, flags.caseRule, isLookalike: isLookalike)
    entries.add(
      pattern: trie.pattern(of: reader.hashes), entity: row, details: reader.details,
      needsCapital
        ? EntryFlags(
          form: flags.form, caseRule: flags.caseRule, role: flags.role, isPrior: flags.isPrior,
          needsCapital: true)
        : flags)
  }

  /// One entry serves all persons of that name and case rule.
  private mutating func enterShortKey(_ name: String, _ flags: EntryFlags) -> UInt32? {
    reader.read(name)
    guard !reader.hashes.isEmpty else { return nil }
    let needsCapital = starts.add(&reader, flags.caseRule, isLookalike: false)
    let pattern = trie.pattern(of: reader.hashes)
    let place = entries.place(of: reader.details)
    let key = UInt64(pattern) << 34 | UInt64(place) << 2 | UInt64(flags.caseRule.rawValue)
    if shortKeys.insert(key).inserted {
      entries.add(
        pattern: pattern, entity: LexiconEntry.noEntity.raw, details: reader.details,
        EntryFlags(
          form: flags.form, caseRule: flags.caseRule, role: flags.role, needsCapital: needsCapital))
    }
    return pattern
  }

  /// The lexicon of all that was added.
  ///
  /// - Parameters:
  ///   - sources: What the lexicon was made of, as a number that changes with it; 0 if unknown.
  ///   - warnings: What reading the gazetteers had to say, to be said again whenever it is used.
  /// - Complexity: O(n log n) for n entities.
  public consuming func finish(sources: UInt64 = 0, warnings: [GazetteerFinding] = []) -> Lexicon {
    Lexicon(image(sources, warnings))
  }

  fileprivate consuming func image(_ sources: UInt64, _ warnings: [GazetteerFinding])
    -> LexiconImage
  {
    var builder = LexiconImageBuilder()
    shortKeys = []
    // Each table is taken out of the compiler before it is written, so that it goes when it is.
    var (trie, entities, entries) = (TrieBuilder(), EntityTableBuilder(), EntryTableBuilder())
    swap(&trie, &self.trie)
    swap(&entities, &self.entities)
    swap(&entries, &self.entries)
    trie.close()
    let ranks = entities.ranks()
    SystemMemory.giveBackFreed()
    let firstEntries = (consume entries).write(
      ranks: ranks, patternHashes: trie.patternHashes, to: &builder)
    SystemMemory.giveBackFreed()
    builder[.patternCount] = UInt64(trie.patternHashes.count)
    builder[.sources] = sources
    (consume entities).write(ranks: ranks, firstEntries: firstEntries, to: &builder)
    SystemMemory.giveBackFreed()
    (consume trie).write(firstEntries: firstEntries, leads: starts.leads, to: &builder)
    starts.write(to: &builder)
    SystemMemory.giveBackFreed()
    builder.set(.warnings, GazetteerFinding.packed(warnings))
    return builder.build()
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
  public convenience init(_ gazetteers: [Gazetteer]) {
    var compiler = LexiconCompiler()
    for gazetteer in gazetteers {
      for entity in gazetteer.entities { compiler.add(entity) }
    }
    self.init(compiler.image(0, []))
  }
}
