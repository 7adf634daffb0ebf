import Gazetteers

/// The second and third pass: names that several own, and short names, by what the document says.
extension Resolver {
  /// Settles a name that the first pass left open: one that several own, or a short one.
  ///
  /// - Returns: The mention, or `nil` where nothing decides.
  func settle(
    _ index: Int, _ text: Span<UInt8>, _ document: inout ResolverDocument, _ facts: DocumentFacts,
    _ record: inout ResolutionRecord
  ) -> Mention? {
    let hit = document.buffer.hits[index]
    var candidates = Array(document.readings[index].candidates)
    let ownership = ownership(candidates, hit, text, document, facts)
    for pattern in document.shortPatterns(index) {
      for person in facts.persons[pattern] ?? [] {
        if !mayCompete(person, with: ownership, for: hit, facts) { continue }
        if person.isGiven, !facts.isNear(person.entity, to: hit) { continue }
        if let known = candidates.firstIndex(where: { $0.entity == person.entity }) {
          candidates[known].isShort = true
        } else {
          candidates.append(
            Candidate(
              entity: person.entity, form: .short, isPrior: false, isShort: true,
              isGiven: person.isGiven))
        }
      }
    }
    if document.denied != nil, !candidates.isEmpty {
      removeDenied(index, &candidates, text, document, &record)
      if candidates.isEmpty { return nil }
    }
    let all = candidates
    // Another bearer of the name is in the document, and nothing there speaks for this one.
    candidates.removeAll {
      if isGivenName($0, hit, text, document, facts) { return true }
      guard facts.hasNamesake($0.entity) else { return false }
      if $0.form == .short { return !$0.isShort }
      return !lexicon.traits(of: $0.entity).contains(.person) && $0.form < .abbreviation
        && facts.weight(of: $0.entity, sentence: hit.sentence) == 0
    }
    guard let first = candidates.first else {
      record.tally.unsupported += 1
      record.note(index, hit, all.isEmpty ? .unsupported : .usedOfAnother, claims(all))
      return nil
    }
    let traits = lexicon.traits(of: first.entity)
    if cause(index, first, traits, text, &document) != nil {
      record.tally.embedded += 1
      record.note(index, hit, .insideLongerName, claims(candidates))
      return nil
    }
    if candidates.count == 1 {
      if first.form == .abbreviation, !facts.hasSupport(for: first.entity),
        spelledWords.readsAsWord(hit, text, document.sentences)
      {
        record.tally.unsupported += 1
        record.note(index, hit, .nothingSpeaks, claims(candidates))
        return nil
      }
      if first.form == .short, isOfOtherSex(traits, hit, text, document) {
        record.tally.unsupported += 1
        record.note(index, hit, .usedOfAnother, claims(candidates))
        return nil
      }
      if traits.contains(.none) {
        record.tally.lookalikes += 1
        record.note(index, hit, .lookalike(first.entity))
        return nil
      }
      record.note(index, hit, .mention, claims([first]))
      return mention(hit, first, rule: rule(for: first), confidence: confidence(of: first))
    }
    return contest(index, hit, candidates, text, document, facts, &record)
  }

  /// Whether `Mrs` stands before a man's name, or `Mr` before a woman's: somebody else's, then.
  private func isOfOtherSex(
    _ traits: EntityTraits, _ hit: Hit, _ text: Span<UInt8>, _ document: ResolverDocument
  ) -> Bool {
    switch persons.address(before: hit, text, document.sentences) {
    case .male: traits.contains(.female)
    case .female: traits.contains(.male)
    case .none, .anybody: false
    }
  }
}
