import Gazetteers

/// The `short` rule: whom a family or given name means where several persons bear it.
struct PersonRule {
  private let surroundings = Surroundings()

  /// What the word before a name says of whom it means.
  enum Address: Equatable {
    case none
    case anybody
    case male
    case female
  }

  /// Reads the form of address before a hit.
  func address(before hit: Hit, _ text: Span<UInt8>, _ sentences: [Sentence]) -> Address {
    guard
      let word = surroundings.word(
        before: hit.start, in: text, from: sentences[hit.sentence].start),
      surroundings.isCapitalised(word, in: text)
    else { return .none }
    if NameNeighbours.maleHonorifics.contains(word) { return .male }
    if NameNeighbours.femaleHonorifics.contains(word) { return .female }
    return NameNeighbours.honorifics.contains(word) || NameNeighbours.ranks.contains(word)
      ? .anybody : .none
  }

  /// What speaks for a person: prominence (full names in the document, the first of them), nearness
  /// (the last one named in full before the hit in the same passage), a listed short form, and the
  /// form of address.
  func score(
    _ candidate: Candidate, _ traits: EntityTraits, _ hit: Hit, _ address: Address,
    _ sentences: [Sentence], _ facts: DocumentFacts, among rivals: [Candidate],
    _ score: inout Score
  ) {
    let names = facts.fullNames[candidate.entity] ?? []
    if candidate.form == .short, !candidate.isShort || candidate.isPrior {
      score.add(1.5, .listedShort)
    }
    if candidate.isShort {
      if candidate.isGiven { score.add(0.5, .givenName) } else { score.add(1, .familyName) }
    }
    score.add(min(Double(names.count), 4), .fullNames)
    if let first = names.first, isFirst(candidate, first, facts, rivals) {
      score.add(1, .namedFirst)
    }
    if isNearest(candidate, hit, sentences, facts, rivals) { score.add(1.2, .namedLast) }
    if address == .none { return }
    if !candidate.isGiven { score.add(3, .address) }
    let other: EntityTraits = address == .male ? .female : .male
    if address != .anybody, traits.contains(other) { score.add(-8, .otherSex) }
  }

  /// Whether the document names this person before all rivals, in an earlier sentence.
  private func isFirst(
    _ candidate: Candidate, _ first: DocumentFacts.FullName, _ facts: DocumentFacts,
    _ rivals: [Candidate]
  ) -> Bool {
    rivals.allSatisfy { rival in
      guard rival.entity != candidate.entity, let other = facts.fullNames[rival.entity]?.first
      else { return true }
      return first.sentence < other.sentence
    }
  }

  /// Whether this person's full name is the last one of the rivals' before the hit in its passage.
  private func isNearest(
    _ candidate: Candidate, _ hit: Hit, _ sentences: [Sentence], _ facts: DocumentFacts,
    _ rivals: [Candidate]
  ) -> Bool {
    let passage = sentences[hit.sentence].passage
    func last(_ entity: EntityIndex) -> Int? {
      guard let name = facts.lastFullName(of: entity, before: hit.start),
        sentences[name.sentence].passage == passage
      else { return nil }
      return name.start
    }
    guard let own = last(candidate.entity) else { return false }
    return rivals.allSatisfy { rival in
      rival.entity == candidate.entity || (last(rival.entity) ?? -1) < own
    }
  }
}
