import TextFiles

/// Compiles entities, one after another, into a `Lexicon`.
///
/// An entity is taken apart as it comes and nothing is kept of it but flat rows, so that compiling a
/// million names takes little more memory than the lexicon itself. A compiler is never copied, so that
/// what it holds goes as the lexicon is written.
public struct LexiconCompiler: ~Copyable {
  var names = NameTableBuilder()
  var entities = EntityTableBuilder()

  /// Kept from one name to the next.
  private var reader = NameReader()

  /// The default readings that a row states of names that it does not hold itself; a later row of the
  /// same entity may.
  private(set) var foreignPriors: [UInt32: Set<String>] = [:]

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
    let isPreferred =
      isNew || entity.name.withUTF8Span { entities.isPreferred($0, at: row) }
    let priors = priors(of: entity, row, isNew: isNew)
    addName(
      entity.name, isPreferred ? .preferred : .alias, entity, row,
      isPrior: priors.contains(entity.name))
    for name in entity.names {
      addName(name.text, name.form, entity, row, isPrior: priors.contains(name.text))
    }
    for word in entity.context {
      let flags = EntryFlags(form: .alias, caseRule: .smart, role: .context)
      word.withUTF8Span { enter($0, row, flags, isLookalike: false) }
    }
    addShortNames(of: entity, row)
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
      for name in foreign { addName(name, .alias, entity, row, isPrior: true) }
    }
    let before = foreignPriors[row] ?? []
    if !foreign.isEmpty { foreignPriors[row] = before.union(foreign) }
    return before.union(entity.prior)
  }

  private mutating func addName(
    _ name: String, _ form: NameForm, _ entity: GazetteerEntity, _ row: UInt32, isPrior: Bool
  ) {
    var (text, role) = (name, EntryRole.name)
    if form == .demonym, text.hasSuffix("-") {
      role = .combining
      text.removeLast()
    }
    let flags = EntryFlags(
      form: form, caseRule: entity.caseRule ?? (form == .abbreviation ? .exact : .smart),
      role: role, isPrior: isPrior)
    text.withUTF8Span { text in
      NameSpellings.forEach(text, kind: entity.kind) {
        enter($0, row, flags, isLookalike: entity.kind == .none)
      }
    }
  }

  private mutating func enter(
    _ name: Span<UInt8>, _ row: UInt32, _ flags: EntryFlags, isLookalike: Bool
  ) {
    reader.removeAll()
    let tokens = reader.read(name, 0..<name.count, flags.caseRule, isStrict: isLookalike)
    names.enter(tokens, of: &reader, entity: row, flags, isLookalike: isLookalike)
  }

  private mutating func addShortNames(of entity: GazetteerEntity, _ row: UInt32) {
    let flags = EntryFlags(form: .short, caseRule: entity.caseRule ?? .smart, role: .shortKey)
    for (name, isGiven) in ShortNames.of(entity) {
      reader.removeAll()
      let pattern = name.withUTF8Span { text in
        let tokens = reader.read(text, 0..<text.count, flags.caseRule, isStrict: false)
        return names.enterShortKey(tokens, of: &reader, flags)
      }
      if let pattern { entities.addShort(pattern, isGiven: isGiven, to: row) }
    }
  }

  /// The lexicon of all that was added.
  ///
  /// - Parameters:
  ///   - sources: What the lexicon was made of, as a number that changes with it; 0 if unknown.
  ///   - warnings: What reading the gazetteers had to say, to be said again whenever it is used.
  ///   - threads: How many threads may work at once; the lexicon does not depend on it.
  /// - Complexity: O(n log n) for n entities.
  public consuming func finish(
    sources: UInt64 = 0, warnings: [GazetteerFinding] = [], threads: Int = 1
  ) -> Lexicon {
    Lexicon(image(sources, warnings, threads: threads))
  }

  fileprivate consuming func image(
    _ sources: UInt64, _ warnings: [GazetteerFinding], threads: Int
  ) -> LexiconImage {
    // Each table is taken out of the compiler before it is written, so that it goes when it is.
    var names = NameTableBuilder()
    var entities = EntityTableBuilder()
    swap(&names, &self.names)
    swap(&entities, &self.entities)
    var memory = names.close()
    SystemMemory.giveBackFreed()
    // The order of entities and the tables of the trie need nothing of each other.
    let firstEntries = names.firstEntries()
    let image = GrowingImage(expectedBytes: names.expectedBytes + entities.expectedBytes)
    let trie = names.writeTrie(firstEntries: firstEntries, to: image, isApart: threads > 1)
    let (order, ranks) = entities.order(in: &memory)
    trie.wait()
    SystemMemory.giveBackFreed()
    image.withBuilder { builder in
      builder[.sources] = sources
      names.writeEntries(ranks: ranks, to: &builder)
      SystemMemory.giveBackFreed()
      entities.write(order: order, ranks: ranks, firstEntries: firstEntries, to: &builder)
      names.writeStarts(to: &builder)
      builder.set(.warnings) { GazetteerFinding.pack(warnings, into: &$0) }
    }
    return image.build()
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
    self.init(compiler.image(0, [], threads: 1))
  }
}
