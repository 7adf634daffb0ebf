import Gazetteers

/// Full names of persons in two parts: `Putin, Vladimir` in an index, and with a nickname between,
/// `Benigno "Noynoy" Aquino`. Each is one mention, with all that stands between its ends.
extension Resolver {
  /// Nicknames are no longer than this, in bytes.
  private static let longestNickname = 32

  /// Settles the split names of a document.
  ///
  /// - Returns: The hits that are parts of them.
  func readSplitNames(
    _ text: Span<UInt8>, _ document: ResolverDocument, _ facts: inout DocumentFacts,
    _ settled: inout SettledMentions, _ record: inout ResolutionRecord
  ) -> Set<Int> {
    var parts: Set<Int> = []
    var lookup: NameLookup?
    let hits = document.buffer.hits
    for (index, hit) in hits.enumerated() {
      guard mayBePart(index, document) else { continue }
      let limit = document.sentences[hit.sentence].end
      guard hit.end + 2 < limit, isSplit(hit.end, text, limit),
        let split = invertedName(hit, text, document) ?? nameWithNickname(hit, text, limit)
      else { continue }
      var search = lookup ?? NameLookup(lexicon)
      let bearer = split.spellings.lazy.compactMap { person(named: $0.span, &search) }.first
      lookup = search
      guard let bearer else { continue }
      let candidate = Candidate(entity: bearer.entity, form: bearer.form, isPrior: false)
      var whole = hit
      whole.end = split.end
      settled.settle(index, mention(whole, candidate, rule: .exact, confidence: 1))
      note(candidate, lexicon.traits(of: bearer.entity), whole, &facts)
      record.note(index, whole, .mention, claims([candidate]))
      for part in index..<hits.count where hits[part].start < split.end { parts.insert(part) }
    }
    return parts
  }

  /// Where a split name ends, and how it may be spelt in one.
  private struct SplitName {
    var end: Int
    var spellings: [[UInt8]]
  }

  /// Whether a comma, or a space and a quotation mark, stand at a place.
  private func isSplit(_ place: Int, _ text: Span<UInt8>, _ limit: Int) -> Bool {
    text[place] == UInt8(ascii: ",")
      || (text[place] == UInt8(ascii: " ") && quote(text, place + 1, limit) != nil)
  }

  /// Whether a hit is a family or given name.
  private func mayBePart(_ index: Int, _ document: ResolverDocument) -> Bool {
    document.readings[index].isShortKey
      && document.readings[index].candidates.allSatisfy { $0.form == .short }
  }

  /// The one person who bears a full name.
  private func person(
    named name: Span<UInt8>, _ lookup: inout NameLookup
  ) -> (entity: EntityIndex, form: NameForm)? {
    let bearers = lookup.bearers(of: name)
    guard bearers.count == 1, let entity = bearers[0].entity, bearers[0].form < .abbreviation,
      lexicon.traits(of: entity).contains(.person)
    else { return nil }
    return (entity, bearers[0].form)
  }

  /// `Putin, Vladimir, 4, 19`: a family name that opens its line or stands behind a sign, a comma, and
  /// up to three capitalised words with no other word behind them.
  private func invertedName(
    _ hit: Hit, _ text: Span<UInt8>, _ document: ResolverDocument
  ) -> SplitName? {
    let sentence = document.sentences[hit.sentence]
    let surroundings = Surroundings()
    guard text[hit.end] == UInt8(ascii: ","), text[hit.end + 1] == UInt8(ascii: " "),
      surroundings.word(before: hit.start, in: text, from: sentence.start) == nil
    else { return nil }
    var end = hit.end + 1
    for _ in 0..<3 {
      guard let word = surroundings.word(behind: end, in: text, limit: sentence.end),
        surroundings.isCapitalised(word, in: text)
      else { return nil }
      end = word.end
      if word.isInitial, end < sentence.end, text[end] == UInt8(ascii: ".") { end += 1 }
      if end == sentence.end || [0x2C, 0x3B, 0x2E, 0x3A, 0x28, 0x29, 0x0A].contains(text[end]) {
        let family = bytes(hit.start..<hit.end, text)
        let given = bytes((hit.end + 2)..<end, text)
        return SplitName(end: end, spellings: [given + [0x20] + family, family + [0x20] + given])
      }
    }
    return nil
  }

  /// `Benigno "Noynoy" Aquino`: a given name, something short in quotation marks, and one word more.
  private func nameWithNickname(_ hit: Hit, _ text: Span<UInt8>, _ limit: Int) -> SplitName? {
    guard text[hit.end] == UInt8(ascii: " ") else { return nil }
    var place = hit.end + 1
    guard let opening = quote(text, place, limit) else { return nil }
    place += opening
    let last = min(limit, place + Self.longestNickname)
    while place < last {
      guard let closing = quote(text, place, limit) else {
        place += 1
        continue
      }
      let surroundings = Surroundings()
      guard
        let family = surroundings.word(behind: place + closing, in: text, limit: limit),
        surroundings.isCapitalised(family, in: text)
      else { return nil }
      let given = bytes(hit.start..<hit.end, text)
      return SplitName(
        end: family.end, spellings: [given + [0x20] + bytes(family.start..<family.end, text)])
    }
    return nil
  }

  /// The length of a double quotation mark at a place, straight or curly.
  private func quote(_ text: Span<UInt8>, _ place: Int, _ limit: Int) -> Int? {
    if text[place] == UInt8(ascii: "\"") { return 1 }
    guard place + 2 < limit, text[place] == 0xE2, text[place + 1] == 0x80,
      text[place + 2] == 0x9C || text[place + 2] == 0x9D
    else { return nil }
    return 3
  }

  private func bytes(_ range: Range<Int>, _ text: Span<UInt8>) -> [UInt8] {
    range.map { text[$0] }
  }
}
