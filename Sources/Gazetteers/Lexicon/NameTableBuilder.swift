import TextFiles

/// Collects the names of a lexicon: the trie of their tokens, their entries and how they begin.
struct NameTableBuilder: ~Copyable {
  private var trie = TrieBuilder()
  private var entries = EntryTableBuilder()
  private var starts = NameStartBuilder()

  /// Short keys already entered: pattern, details and case rule.
  private var shortKeys: Set<UInt64> = []

  /// Sees to it that so many more names with so many tokens in all fit.
  mutating func makeRoom(forNames names: Int, tokens: Int) {
    trie.makeRoom(forNames: names, tokens: tokens)
    entries.makeRoom(for: names)
  }

  /// Fetches the memory that entering some names will read.
  ///
  /// - Parameters:
  ///   - reader: What has read them.
  ///   - tokens: The indices of their tokens.
  func fetch(_ reader: NameReader, _ tokens: Range<Int>) { trie.fetch(reader.tokens, tokens) }

  /// Enters a name of an entity, or a word that supports it.
  ///
  /// - Parameters:
  ///   - tokens: The indices of its tokens; nothing is entered where it has none.
  ///   - reader: What has read it.
  ///   - entity: The row of the entity.
  ///   - flags: Its form, case rule and role.
  ///   - isLookalike: Whether it is that of a look-alike.
  mutating func enter(
    _ tokens: Range<Int>, of reader: inout NameReader, entity: UInt32, _ flags: EntryFlags,
    isLookalike: Bool
  ) {
    if tokens.isEmpty { return }
    let needsCapital = starts.add(
      tokens, of: &reader, flags.caseRule, isLookalike: isLookalike)
    entries.add(
      trie.pattern(of: reader.tokens, tokens), entity: entity,
      details: entries.place(of: reader.tokens, tokens),
      needsCapital ? flags.needingCapital : flags)
  }

  /// Enters a family or given name; one entry serves all persons of that name and case rule.
  ///
  /// - Parameters: As those of `enter`.
  /// - Returns: The pattern, or `nil` where the name has no token.
  mutating func enterShortKey(
    _ tokens: Range<Int>, of reader: inout NameReader, _ flags: EntryFlags
  ) -> UInt32? {
    if tokens.isEmpty { return nil }
    let needsCapital = starts.add(tokens, of: &reader, flags.caseRule, isLookalike: false)
    let found = trie.pattern(of: reader.tokens, tokens)
    let place = entries.place(of: reader.tokens, tokens)
    let key = UInt64(found.pattern) << 34 | UInt64(place) << 2 | UInt64(flags.caseRule.rawValue)
    if shortKeys.insert(key).inserted {
      entries.add(
        found, entity: LexiconEntry.noEntity.raw, details: place,
        needsCapital ? flags.needingCapital : flags)
    }
    return found.pattern
  }

  /// Gives away the memory of what finds names: none comes any more.
  mutating func close() -> FixedTable<UInt64> {
    entries.close()
    shortKeys = []
    return trie.close()
  }

  /// About how many bytes the sections will take.
  var expectedBytes: Int { trie.expectedBytes + entries.expectedBytes }

  /// For each pattern the index of its first entry.
  func firstEntries() -> [UInt32] { entries.firstEntries() }

  /// Begins to write the sections of the trie.
  ///
  /// - Parameters:
  ///   - firstEntries: What the function of that name gave.
  ///   - image: Takes the sections.
  ///   - isApart: Whether another thread does it.
  func writeTrie(
    firstEntries: [UInt32], to image: GrowingImage, isApart: Bool
  ) -> Background<Void> {
    Background(isApart: isApart) { [trie, leads = starts.leads] in
      image.withBuilder { builder in
        TrieSections(trie, firstEntries: firstEntries, leads: leads).write(trie, to: &builder)
      }
    }
  }

  /// Writes the sections of entries, which go.
  ///
  /// - Parameters:
  ///   - ranks: For each row of entities its index in the lexicon.
  ///   - builder: Takes the sections.
  mutating func writeEntries(ranks: [UInt32], to builder: inout LexiconImageBuilder) {
    builder[.patternCount] = UInt64(trie.patternChecks.count)
    var entries = EntryTableBuilder()
    swap(&entries, &self.entries)
    (consume entries).write(ranks: ranks, checks: trie.patternChecks, to: &builder)
  }

  /// Writes the sections of beginnings.
  func writeStarts(to builder: inout LexiconImageBuilder) { starts.write(to: &builder) }
}
