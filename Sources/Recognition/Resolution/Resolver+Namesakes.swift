import Gazetteers

/// Other bearers of a name, whom no gazetteer lists: the town of `Lebanon, N.H.`, which the document goes on
/// to call Lebanon.
extension Resolver {
  /// Takes back the mentions of an entity whose name the document uses of another bearer, where
  /// nothing else in the document speaks for it: no other name, and no sentence before that bearer.
  func dropNamesakes(
    _ text: Span<UInt8>, _ document: inout ResolverDocument, _ facts: DocumentFacts,
    _ settled: inout SettledMentions, _ record: inout ResolutionRecord
  ) {
    guard !facts.namesakes.isEmpty else { return }
    let bare = settled.hits.filter { bareName($0, settled, facts) != nil }
    if bare.isEmpty { return }
    // How much speaks for each of them beside its name alone.
    var others = facts.namesakeSupport()
    for index in bare {
      if let entity = settled.entity(of: index) { others.change(entity) { $0 -= 1 } }
    }
    for index in bare {
      guard let entity = settled.entity(of: index), others[entity] == 0 else { continue }
      let hit = document.buffer.hits[index]
      if hit.start < facts.namesakes[entity] ?? 0,
        document.capitals(of: hit.sentence, text) == .names
      {
        // Named before that bearer.
        others.change(entity) { $0 = 1 }
      }
    }
    for index in bare {
      guard let entity = settled.entity(of: index), others[entity] == 0 else { continue }
      settled.remove(index)
      record.note(index, document.buffer.hits[index], .usedOfAnother)
      record.tally.embedded += 1
    }
  }

  /// The entity that a hit means by a name which may be that of another bearer in the document.
  private func bareName(
    _ index: Int, _ settled: SettledMentions, _ facts: DocumentFacts
  ) -> EntityIndex? {
    guard let entity = settled.entity(of: index), facts.hasNamesake(entity),
      let form = settled.form(of: index), form < .abbreviation,
      !lexicon.traits(of: entity).contains(.person)
    else { return nil }
    return entity
  }

  /// Notes that a look-alike bears a country's name, by which the document may go on to call it: a
  /// person (`Michael Jordan`) or a town (`Lebanon, N.H.`).
  func noteNamesake(
    _ candidate: Candidate, _ hit: Hit, _ text: Span<UInt8>, _ facts: inout DocumentFacts
  ) {
    guard hit.tokenCount > 1 else { return }
    let surroundings = Surroundings()
    let first = surroundings.token(at: hit.start, in: text, limit: hit.end)
    if text[first.end] == UInt8(ascii: ",") {
      addNamesake(of: first, from: 0, &facts)
    } else if let last = surroundings.lastWord(of: hit.start..<hit.end, in: text),
      isCountry(last), lexicon.entity(candidate.entity).attribute("note") == "person"
    {
      addNamesake(of: last, from: hit.start, &facts)
    }
  }

  private func isCountry(_ word: Token) -> Bool {
    guard let pattern = lexicon.pattern(ofToken: word.hash) else { return false }
    return lexicon.entryRange(of: pattern).contains { index in
      let entry = lexicon.entry(index)
      return entry.role == .name && lexicon.traits(of: entry.entity).contains(.country)
    }
  }

  private func addNamesake(of word: Token, from start: Int, _ facts: inout DocumentFacts) {
    guard let pattern = lexicon.pattern(ofToken: word.hash) else { return }
    for index in lexicon.entryRange(of: pattern) {
      let entry = lexicon.entry(index)
      if entry.role == .name, lexicon.traits(of: entry.entity).contains(.country) {
        facts.addNamesake(of: entry.entity, from: start)
      }
    }
  }
}
