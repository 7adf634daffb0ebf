import Gazetteers

/// Settles which entity each hit of a document means.
///
/// It goes over the hits three times. The first pass takes the names that one entity owns, and gathers
/// what they say of the document: which persons it names in full, what speaks for which entity, which
/// names it uses of others (`Judd Trump`, `Cuba, Ill.`). The second settles full names that several
/// own, the third short names and all else that is ambiguous.
struct Resolver {
  let lexicon: Lexicon
  let options: RecognitionOptions
  private let embedded: EmbeddedRule
  let persons = PersonRule()
  let spelledWords = SpelledWordRule()
  let shortForms: ShortForms

  init(_ lexicon: Lexicon, _ options: RecognitionOptions) {
    self.lexicon = lexicon
    self.options = options
    embedded = EmbeddedRule(lexicon: lexicon)
    shortForms = ShortForms(lexicon: lexicon)
  }

  /// The mentions of a document, in order.
  ///
  /// - Parameters:
  ///   - buffer: The hits of the whole document.
  ///   - text: The document.
  ///   - sentences: Its sentences.
  ///   - id: The document's identifier, which corrections may name.
  ///   - record: Counts what was contested and what was dropped, and keeps decisions if asked.
  ///   - memory: What it works in.
  func resolve(
    _ buffer: HitBuffer, _ text: Span<UInt8>, _ sentences: [Sentence], id: String,
    record: inout ResolutionRecord, _ memory: inout ResolverMemory
  ) -> [Mention] {
    let hits = buffer.hits
    record.begin(hits.count)
    if hits.isEmpty { return [] }
    var document = ResolverDocument(
      buffer: buffer, sentences: sentences, lexicon: lexicon, &memory)
    document.denied = options.corrections?.denials(in: id)
    var facts = DocumentFacts(&memory)
    for (entry, sentence) in buffer.context {
      facts.addSupport(lexicon.entry(Int(entry)).entity, sentence: sentence)
    }
    for index in hits.indices {
      document.readCandidates()
      if document.denied != nil { dropDenied(index, text, &document, &record) }
      document.readings[index].isListed = !document.readings[index].candidates.isEmpty
    }
    let givenForms = readShortForms(text, &document, &record)
    var settled = SettledMentions(count: hits.count, &memory)
    var open: [Int] = []
    let parts = readSplitNames(text, document, &facts, &settled, &record)
    for index in hits.indices where parts.isEmpty || !parts.contains(index) {
      guard document.hyphensAllow(index) else {
        record.tally.embedded += document.readings[index].isListed ? 1 : 0
        record.note(index, hits[index], .besideHyphen, claims(document.readings[index].candidates))
        continue
      }
      firstPass(index, text, &document, &facts, &settled, &open, &record)
      if open.last == index { settled.leaveOpen(index) }
    }
    facts.prepare(forQuestions: open.count)
    dropNamesakes(text, &document, facts, &settled, &record)
    dropGivenNames(text, document, facts, &settled, &record)
    for index in open where isFullName(document.readings[index].candidates) {
      if let mention = settle(index, text, &document, facts, &record) {
        settled.settle(index, mention)
        facts.addFullName(
          mention.entity, start: mention.start, sentence: mention.sentence, in: lexicon)
      }
    }
    for index in open where !isFullName(document.readings[index].candidates) {
      if let mention = settle(index, text, &document, facts, &record) {
        settled.settle(index, mention)
      }
    }
    var mentions = kept(&settled, text, hits, &record)
    if !givenForms.isEmpty {
      addGivenForms(givenForms, text, sentences, &mentions, &record)
    }
    document.giveBack(&memory)
    facts.giveBack(&memory)
    settled.giveBack(&memory)
    return mentions
  }

  /// Whether a name is the full name of several persons.
  private func isFullName(_ candidates: CandidateList) -> Bool {
    candidates.count > 1
      && candidates.allSatisfy {
        lexicon.traits(of: $0.entity).contains(.person) && $0.form < .abbreviation
      }
  }

  private func firstPass(
    _ index: Int, _ text: Span<UInt8>, _ document: inout ResolverDocument,
    _ facts: inout DocumentFacts, _ settled: inout SettledMentions, _ open: inout [Int],
    _ record: inout ResolutionRecord
  ) {
    let hit = document.buffer.hits[index]
    let candidates = document.readings[index].candidates
    let hasShortKey = document.readings[index].isShortKey
    guard let only = candidates.first else {
      if hasShortKey { open.append(index) }
      return
    }
    let traits = lexicon.traits(of: only.entity)
    // Nobody of that family name has come yet, so the name is its owner's as it is for any reader.
    let isContested =
      candidates.count > 1
      || (hasShortKey
        && (traits.contains(.person) || traits.contains(.none)
          || persons.address(before: hit, text, document.sentences) != .none
          || hasFamily(index, document, facts)))
    if isContested {
      if candidates.count == 1, traits.contains(.none) {
        record.note(index, hit, .lookalike(only.entity))
        return
      }
      open.append(index)
      if only.form == .short || !traits.contains(.person),
        let cause = cause(index, only, traits, text, &document)
      {
        note(cause, only, hit, &facts)
      }
      return
    }
    if traits.contains(.none) {
      record.tally.lookalikes += 1
      record.note(index, hit, .lookalike(only.entity))
      noteNamesake(only, hit, text, &facts)
      return
    }
    if let cause = cause(index, only, traits, text, &document) {
      note(cause, only, hit, &facts)
      record.tally.embedded += 1
      record.note(index, hit, .insideLongerName, claims([only]))
      return
    }
    if only.form == .abbreviation, spelledWords.readsAsWord(hit, text, document.sentences) {
      open.append(index)
      return
    }
    note(only, traits, hit, &facts)
    record.note(index, hit, .mention, claims([only]))
    settled.settle(
      index, mention(hit, only, rule: rule(for: only), confidence: confidence(of: only)))
  }

  /// Notes that a longer name may be used shortly from there on.
  private func note(
    _ cause: EmbeddedRule.Cause, _ candidate: Candidate, _ hit: Hit, _ facts: inout DocumentFacts
  ) {
    switch cause {
    case .other: break
    case .familyNameBehind: facts.addGivenName(of: candidate.entity)
    case .stateBehind: facts.addNamesake(of: candidate.entity, from: 0)
    case .wordBefore: facts.addNamesake(of: candidate.entity, from: hit.start)
    }
  }

  /// Notes what a settled name says of the document.
  func note(
    _ candidate: Candidate, _ traits: EntityTraits, _ hit: Hit, _ facts: inout DocumentFacts
  ) {
    facts.addSupport(candidate.entity, sentence: hit.sentence)
    if let country = lexicon.country(of: candidate.entity) {
      facts.addSupport(country, sentence: hit.sentence)
    }
    if traits.contains(.person), candidate.form != .short {
      facts.addFullName(
        candidate.entity, start: hit.start, sentence: hit.sentence, in: lexicon)
    }
  }

  /// What makes the hit part of a longer name, if anything.
  func cause(
    _ index: Int, _ candidate: Candidate, _ traits: EntityTraits, _ text: Span<UInt8>,
    _ document: inout ResolverDocument
  ) -> EmbeddedRule.Cause? {
    let hit = document.buffer.hits[index]
    if embedded.standsAlone(hit, candidate, traits, text) { return nil }
    let sentence = document.sentences[hit.sentence]
    let subject = EmbeddedRule.Subject(
      start: hit.start, end: hit.end, traits: traits, form: candidate.form,
      tokenCount: hit.tokenCount,
      isShort: candidate.isShortName(traits),
      isGiven: candidate.isShort && candidate.isGiven,
      hasNameBefore: document.hasNameBefore(index), hasNameBehind: document.hasNameBehind(index),
      hasFamilyNameBehind: traits.contains(.country) && document.hasFamilyNameBehind(index))
    return embedded.cause(subject, text, sentence.start..<sentence.end) {
      document.capitals(of: hit.sentence, text)
    }
  }

  func rule(for candidate: Candidate) -> ResolutionRule {
    switch candidate.form {
    case .demonym: .demonym
    case .metonym: .metonym
    case .short: .short
    case .preferred, .alias, .abbreviation: .exact
    }
  }

  func confidence(of candidate: Candidate) -> Double {
    switch candidate.form {
    case .preferred, .alias: 1
    case .abbreviation, .demonym: 0.95
    case .short: candidate.isShort ? (candidate.isGiven ? 0.8 : 0.9) : 0.85
    case .metonym: 0.7
    }
  }
}
