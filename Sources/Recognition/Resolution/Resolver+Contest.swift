import Gazetteers

/// Names that several entities could own: each candidate is scored by what speaks for it in the
/// document, and the best one gets the mention if it is clearly the best.
extension Resolver {
  /// Settles a contested hit; `nil` where nothing speaks for one candidate more than for another.
  func contest(
    _ index: Int, _ hit: Hit, _ listed: [Candidate], _ text: Span<UInt8>,
    _ document: ResolverDocument, _ facts: DocumentFacts, _ record: inout ResolutionRecord
  ) -> Mention? {
    var candidates = listed
    var parts: [EntityIndex: [Decision.Part]] = [:]
    let address = persons.address(before: hit, text, document.sentences)
    for place in candidates.indices {
      let entity = candidates[place].entity
      let known = lexicon.traits(of: entity)
      var score = Score(keepsParts: record.keepsDecisions)
      if known.contains(.person) {
        persons.score(
          candidates[place], known, hit, address, document.sentences, facts, among: listed,
          &score)
        if candidates[place].form < .abbreviation {
          score.add(min(facts.weight(of: entity, sentence: hit.sentence), 8) * 0.5, .support)
        }
      } else {
        score.add(facts.weight(of: entity, sentence: hit.sentence) * 0.5, .support)
        if address != .none { score.add(-6, .thingAddressed) }
      }
      candidates[place].score = score.total
      if record.keepsDecisions { parts[entity] = score.parts }
    }
    let ranked = candidates.sorted { ($1.score, $0.entity) < ($0.score, $1.entity) }
    var winner = ranked[0]
    var sure = 0.8
    if ranked[0].score <= 0 || ranked[0].score - ranked[1].score < 0.05 {
      // Nothing speaks for one of them, or as much for two: the gazetteer's prior, or nobody.
      guard let prior = prior(of: candidates), prior.score >= ranked[0].score - 0.05 else {
        record.tally.undecided += 1
        record.note(
          index, hit, ranked[0].score <= 0 ? .nothingSpeaks : .draw, claims(ranked, parts))
        return nil
      }
      winner = prior
      sure = 0.6
    }
    if lexicon.traits(of: winner.entity).contains(.none) {
      record.tally.lookalikes += 1
      record.note(index, hit, .lookalike(winner.entity), claims(ranked, parts))
      return nil
    }
    record.tally.contested += 1
    record.note(index, hit, .mention, claims(ranked, parts))
    let rivals = candidates.map(\.entity).filter { $0 != winner.entity }.sorted()
    let rule = winner.isShort || winner.form == .short ? ResolutionRule.short : .context
    var result = mention(hit, winner, rule: rule, confidence: rule == .short ? 0.75 : sure)
    result.rivals = rivals
    return result
  }

  /// The default reading: what the gazetteer states, or else the one entity beside look-alikes.
  private func prior(of candidates: [Candidate]) -> Candidate? {
    if let stated = candidates.first(where: \.isPrior) { return stated }
    let real = candidates.filter { !lexicon.traits(of: $0.entity).contains(.none) }
    return real.count == 1 && real.count < candidates.count ? real[0] : nil
  }

  /// A mention of a candidate at the place of a hit.
  func mention(
    _ hit: Hit, _ candidate: Candidate, rule: ResolutionRule, confidence: Double
  ) -> Mention {
    Mention(
      start: hit.start, end: hit.end, sentence: hit.sentence, entity: candidate.entity,
      form: candidate.form, rule: rule, confidence: confidence)
  }
}
