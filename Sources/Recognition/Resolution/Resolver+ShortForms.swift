import Gazetteers

/// What a document's own short forms mean: the resolver's part of `ShortForms`.
extension Resolver {
  /// A short form that stands for a listed organisation from a place on.
  struct GivenForm {
    var token: Token
    var entity: EntityIndex
  }

  /// Short forms looked for at most, so that a list of hundreds is not sought through the whole text.
  private static let mostForms = 32

  /// Reads the short forms in brackets behind names, and settles who is in question where they stand.
  ///
  /// - Returns: Short forms that no gazetteer has, for `addGivenForms`.
  func readShortForms(
    _ text: Span<UInt8>, _ document: inout ResolverDocument, _ record: inout ResolutionRecord
  ) -> [GivenForm] {
    var given: [GivenForm] = []
    var meanings: [UInt64: EntityIndex?] = [:]
    let hits = document.buffer.hits
    for index in hits.indices {
      let hit = hits[index]
      let limit = document.sentences[hit.sentence].end
      if !meanings.isEmpty, hit.tokenCount == 1 {
        apply(meanings, index, text, &document, &record)
      }
      if hit.end + 1 < limit, text[hit.end + 1] == UInt8(ascii: "("), hit.tokenCount > 1,
        document.readings[index].candidates.count == 1,
        let owner = document.readings[index].candidates.first,
        isOrganisation(owner.entity),
        let token = shortForms.defined(behind: hit.start..<hit.end, in: text, limit: limit)
      {
        meanings[token.hash] = .some(owner.entity)
        let isHit = index + 1 < hits.count && hits[index + 1].start == token.start
        if !isHit, given.count < Self.mostForms {
          given.append(GivenForm(token: token, entity: owner.entity))
        }
      } else if hit.start > 0, text[hit.start - 1] == UInt8(ascii: "("), hit.tokenCount == 1,
        !document.readings[index].candidates.isEmpty,
        index == 0 || hits[index - 1].end < hit.start - 2 || !document.readings[index - 1].isListed
      {
        readUnlisted(index, text, &document, &meanings, &record)
      }
    }
    return given
  }

  /// Notes that a hit is the short form of a name before it that no gazetteer holds.
  private func readUnlisted(
    _ index: Int, _ text: Span<UInt8>, _ document: inout ResolverDocument,
    _ meanings: inout [UInt64: EntityIndex?], _ record: inout ResolutionRecord
  ) {
    let hit = document.buffer.hits[index]
    let candidates = document.readings[index].candidates
    let real = candidates.filter { !isLookalike($0.entity) }
    guard !real.isEmpty,
      real.allSatisfy({ $0.form == .abbreviation && isOrganisation($0.entity) }),
      let name = shortForms.unlistedName(
        before: hit, in: text, from: document.sentences[hit.sentence].start),
      !real.contains(where: { shortForms.resembles(name, $0.entity, in: text) })
    else { return }
    let token = Surroundings().token(at: hit.start, in: text, limit: hit.end)
    meanings[token.hash] = .some(nil)
    apply(meanings, index, text, &document, &record)
  }

  /// Leaves a hit that is a short form of the document to the organisation it stands for, if any.
  private func apply(
    _ meanings: [UInt64: EntityIndex?], _ index: Int, _ text: Span<UInt8>,
    _ document: inout ResolverDocument, _ record: inout ResolutionRecord
  ) {
    let hit = document.buffer.hits[index]
    let token = Surroundings().token(at: hit.start, in: text, limit: hit.end)
    guard token.shape == TokenShape.capitals, let meaning = meanings[token.hash],
      document.readings[index].candidates.allSatisfy({
        isOrganisation($0.entity) || isLookalike($0.entity)
      })
    else { return }
    if let entity = meaning {
      document.readings[index].candidates = [
        Candidate(entity: entity, form: .abbreviation, isPrior: false)
      ]
    } else {
      record.tally.embedded += 1
      record.note(index, hit, .usedOfAnother, claims(document.readings[index].candidates))
      document.readings[index].candidates = []
    }
    document.readings[index].isListed = meaning != nil
  }

  /// Adds the mentions of short forms that no gazetteer has.
  func addGivenForms(
    _ forms: [GivenForm], _ text: Span<UInt8>, _ sentences: [Sentence],
    _ mentions: inout [Mention], _ record: inout ResolutionRecord
  ) {
    var added: [Mention] = []
    for form in forms {
      if let number = options.corrections?.hides(form.entity) {
        record.tally.addCorrection(number)
        continue
      }
      var sentence = 0
      for place in shortForms.places(of: form.token, in: text) {
        while sentence < sentences.count, sentences[sentence].end <= place { sentence += 1 }
        guard sentence < sentences.count, sentences[sentence].start <= place else { continue }
        added.append(
          Mention(
            start: place, end: place + (form.token.end - form.token.start), sentence: sentence,
            entity: form.entity, form: .abbreviation, rule: .short, confidence: 0.9))
      }
    }
    guard !added.isEmpty else { return }
    for mention in added {
      var (low, high) = (0, mentions.count)
      while low < high {
        let middle = (low + high) / 2
        if mentions[middle].end <= mention.start { low = middle + 1 } else { high = middle }
      }
      if low < mentions.count, mentions[low].start < mention.end { continue }
      mentions.insert(mention, at: low)
      record.add(mention)
    }
  }

  private func isLookalike(_ entity: EntityIndex) -> Bool {
    lexicon.traits(of: entity).contains(.none)
  }

  private func isOrganisation(_ entity: EntityIndex) -> Bool {
    lexicon.traits(of: entity).isDisjoint(with: [.person, .country, .none])
  }
}
