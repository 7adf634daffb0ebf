import Gazetteers

/// Finds the unlisted names of one sentence: runs of words, cut at titles, days and the like.
struct SentenceNames {
  let lexicon: Lexicon
  let givenNames: Set<UInt64>
  let words: [SentenceWord]
  let mentions: [Mention]
  let sentence: Int
  private(set) var names: [UnlistedName] = []

  init(
    lexicon: Lexicon, givenNames: Set<UInt64>, words: [SentenceWord], mentions: [Mention],
    sentence: Int
  ) {
    self.lexicon = lexicon
    self.givenNames = givenNames
    self.words = words
    self.mentions = mentions
    self.sentence = sentence
  }

  mutating func find(_ text: Span<UInt8>, mayBeDateline: Bool) {
    var place = 0
    if mayBeDateline, let end = datelineEnd(text) {
      addDateline(text, end)
      place = end
    }
    while place < words.count {
      guard begins(place) else {
        place += 1
        continue
      }
      let end = runEnd(from: place, text)
      cut(text, place..<end)
      place = end
    }
  }

  // MARK: Runs

  /// Whether a name may begin at a word.
  private func begins(_ place: Int) -> Bool {
    let word = words[place]
    if word.mention >= 0 { return false }
    if word.isCapital { return true }
    return UnlistedWords.hyphenated.contains(word.token) && place + 1 < words.count
      && words[place + 1].joint == .hyphen && words[place + 1].isCapital
      && words[place + 1].mention < 0
  }

  /// The place behind the run of words that begins at a place.
  private func runEnd(from start: Int, _ text: Span<UInt8>) -> Int {
    var end = start + 1
    while end < words.count {
      if words[end].mention >= 0 { return end }
      if words[end].isCapital {
        guard joins(end, run: start, text) else { return end }
        end += 1
        continue
      }
      if isKoreanGivenName(end, run: start) {
        end += 1
        continue
      }
      guard let next = behindPossessive(end, text) ?? behindSmallWords(end, run: start) else {
        return end
      }
      end = next
    }
    return end
  }

  /// Whether a capitalised word goes on with the run before it.
  private func joins(_ place: Int, run start: Int, _ text: Span<UInt8>) -> Bool {
    let before = words[place - 1].token
    switch words[place].joint {
    case .space, .hyphen: return true
    case .apostrophe: return before.end - before.start <= 2
    case .possessive:
      return text[before.end - 1] | 0x20 == 0x73 && leadsToOrganisation(place)
    case .period: return before.isInitial || Abbreviations.open.contains(before)
    case .comma:
      return UnlistedWords.corporateSuffixes.contains(words[place].token)
        || Self.generations.contains(words[place].token)
    default: return false
    }
  }

  /// `Hwang Young-sook`: a small syllable behind a hyphen, in a name that begins with a family name.
  private func isKoreanGivenName(_ place: Int, run start: Int) -> Bool {
    words[place].joint == .hyphen && place - start == 2
      && words[place].token.end - words[place].token.start <= 6
      && UnlistedWords.familyFirst.contains(words[start].token)
  }

  /// The place behind `'s` and a capitalised word, where a plural stands before and the name of an
  /// organisation goes on behind: `Fishermen's Union`.
  private func behindPossessive(_ place: Int, _ text: Span<UInt8>) -> Int? {
    let before = words[place - 1].token
    guard words[place].joint == .apostrophe, words[place].token.end - words[place].token.start == 1,
      Self.plurals.contains(before), place + 1 < words.count, words[place + 1].joint == .space,
      words[place + 1].isCapital, words[place + 1].mention < 0, leadsToOrganisation(place + 1)
    else { return nil }
    return place + 2
  }

  /// Whether the capitalised words from a place on end with a word of organisations.
  private func leadsToOrganisation(_ place: Int) -> Bool {
    var end = place
    while end + 1 < words.count, words[end + 1].isCapital, words[end + 1].joint == .space {
      end += 1
    }
    return UnlistedWords.organisationWords.contains(words[end].token)
  }

  /// The place behind small words and the capitalised one that they lead to: `de la Cruz`,
  /// `of the Interior`; `nil` where they end the name.
  private func behindSmallWords(_ place: Int, run start: Int) -> Int? {
    guard words[place].joint == .space else { return nil }
    var end = place
    if UnlistedWords.particles.contains(words[place].token) {
      while end < words.count, end - place < 3, !words[end].isCapital, words[end].mention < 0,
        UnlistedWords.particles.contains(words[end].token)
          || Self.articles.contains(words[end].token),
        words[end].joint == .space || (end > place && words[end].joint == .hyphen)
      {
        end += 1
      }
    } else if Self.connectors.contains(words[place].token) {
      guard hasHead(start..<place, behind: place) else { return nil }
      end += 1
      if end < words.count, Self.articles.contains(words[end].token), words[end].joint == .space {
        end += 1
      }
    } else {
      return nil
    }
    guard end < words.count, words[end].isCapital, words[end].mention < 0,
      words[end].joint == .space || words[end].joint == .hyphen
        || (words[end].joint == .apostrophe && end > place)
    else { return nil }
    return end + 1
  }

  /// Whether `of`, `for` and `and` belong to the name: behind the word of an organisation, and `and`
  /// only behind `of` or `for` (`Ministry of Trade and Industry`) or as `&`.
  private func hasHead(_ run: Range<Int>, behind place: Int) -> Bool {
    if words[place].token.standsAlone { return true }
    let heads = run.filter { UnlistedWords.headsWithOf.contains(words[$0].token) }
    guard !heads.isEmpty else { return false }
    if Self.and.contains(words[place].token) {
      return run.contains { Self.of.contains(words[$0].token) }
    }
    guard heads.contains(run.upperBound - 1) else { return false }
    // `Red Poppy Fund of Geneva` is a fund and its seat.
    return run.count == 1 || !UnlistedWords.headsOfOwnName.contains(words[run.upperBound - 1].token)
  }

  // MARK: Names of a run

  /// Cuts a run at days and titles and adds what is left.
  private mutating func cut(_ text: Span<UInt8>, _ run: Range<Int>) {
    var start = run.lowerBound
    for place in run where isDay(place, in: run) {
      cutTitles(text, start..<place, isWhole: false)
      start = place + 1
    }
    cutTitles(text, start..<run.upperBound, isWhole: start == run.lowerBound)
  }

  /// Days and months; those that are given names, too, only where they stand alone.
  private func isDay(_ place: Int, in run: Range<Int>) -> Bool {
    guard NameNeighbours.days.contains(words[place].token) else { return false }
    return run.count == 1 || !Self.namesOfMonths.contains(words[place].token)
      || (place + 1 < words.count && !words[place + 1].isCapital && place > run.lowerBound
        && place + 1 == run.upperBound)
  }

  private mutating func cutTitles(_ text: Span<UInt8>, _ range: Range<Int>, isWhole: Bool) {
    var range = range
    guard !range.isEmpty else { return }
    // `King Salman Hospital` keeps its title.
    let endsAsOther = isKindWord(words[range.upperBound - 1].token)
    // The `Sheikh` of `Sharm el-Sheikh` is none.
    let last = range.last {
      UnlistedWords.titles.contains(words[$0].token) && words[$0].joint != .hyphen
        && words[$0].isCapital
    }
    if let last, !endsAsOther {
      var left = range.lowerBound..<last
      while let end = left.last,
        UnlistedWords.titleParts.contains(words[end].token) || !words[end].isCapital
      {
        left = left.lowerBound..<end
      }
      let isTitleOfOffice = last + 1 == range.upperBound
      if !left.isEmpty { add(text, left, title: nil) }
      range = last + 1..<range.upperBound
      guard !isTitleOfOffice else { return }
      while let first = range.first, !words[first].isCapital,
        !UnlistedWords.particles.contains(words[first].token)
      {
        range = first + 1..<range.upperBound
      }
      if !range.isEmpty { add(text, range, title: words[last].token) }
      return
    }
    add(text, range, title: nil)
  }

  private func isKindWord(_ token: Token) -> Bool {
    UnlistedWords.organisationWords.contains(token) || UnlistedWords.placeWords.contains(token)
      || UnlistedWords.corporateSuffixes.contains(token)
  }

  private mutating func add(_ text: Span<UInt8>, _ range: Range<Int>, title: Token?) {
    var range = trimmed(range)
    guard !range.isEmpty else { return }
    if title == nil, !standsFree(&range) { return }
    guard isNameLike(text, range) else { return }
    var clues = NameClueReader(
      lexicon: lexicon, givenNames: givenNames, words: words, mentions: mentions
    ).clues(text, range)
    if let title {
      clues.insert(UnlistedWords.honorifics.contains(title) ? .honorific : .title)
    }
    append(text, range, clues)
  }

  /// The range without articles and small words at its ends, and without what only opens a sentence.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first {
      let word = words[first]
      let opens = opensSentence(first)
      let isWeak =
        Self.articles.contains(word.token)
        || (opens && NameNeighbours.functionWords.contains(word.token))
        || (!word.isCapital && !UnlistedWords.hyphenated.contains(word.token))
      guard isWeak else { break }
      range = first + 1..<range.upperBound
    }
    while let last = range.last, !words[last].isCapital, words[last].joint != .hyphen {
      range = range.lowerBound..<last
    }
    return range
  }

  private func opensSentence(_ place: Int) -> Bool {
    switch words[place].joint {
    case .start, .other, .dash: true
    default: false
    }
  }

  /// Whether the run is a name by itself though a listed one may stand beside it; a listed name before
  /// a word of organisations becomes a part of it: `Russian Grain Union`.
  private func standsFree(_ range: inout Range<Int>) -> Bool {
    if range.upperBound < words.count {
      let behind = words[range.upperBound]
      if behind.mention >= 0, behind.joint == .space || behind.joint == .hyphen { return false }
    }
    guard let first = range.first, first > 0, words[first - 1].mention >= 0,
      words[first].joint == .space || words[first].joint == .hyphen
    else { return true }
    let mention = words[first - 1].mention
    if let last = range.last, isKindWord(words[last].token) {
      var start = first - 1
      while start > 0, words[start - 1].mention == mention { start -= 1 }
      range = start..<range.upperBound
      return true
    }
    return mentions[mention].form == .demonym && range.count > 1
  }

  /// Whether a run has at least one word that is more than a common or generic one.
  private func isNameLike(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var hasOwnWord = false
    for place in range where words[place].isCapital || words[place].mention >= 0 {
      let token = words[place].token
      if words[place].mention >= 0 {
        hasOwnWord = true
        continue
      }
      let length = token.end - token.start
      if length > 40 { return false }
      if token.isInitial || Self.romanNumerals.contains(token) { continue }
      if !UnlistedWords.common.contains(token), !UnlistedWords.generic.contains(token) {
        hasOwnWord = true
      }
    }
    guard hasOwnWord, range.count <= 10 else { return false }
    let token = words[range.lowerBound].token
    return range.count > 1 || token.end - token.start > 1
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>, _ clues: NameClues) {
    guard let first = range.first, let last = range.last else { return }
    var end = words[last].token.end
    // The period of `Inc.` and `Jr.` belongs to the name.
    if end < text.count, text[end] == 0x2E, last + 1 < words.count,
      UnlistedWords.corporateSuffixes.contains(words[last].token)
        || Self.generations.contains(words[last].token)
    {
      end += 1
    }
    var abbreviation: Range<Int>?
    if last + 1 < words.count, words[last + 1].joint == .bracket,
      words[last + 1].token.shape == TokenShape.capitals, words[last + 1].mention < 0
    {
      let token = words[last + 1].token
      if token.end < text.count, text[token.end] == 0x29 { abbreviation = token.start..<token.end }
    }
    names.append(
      UnlistedName(
        start: words[first].token.start, end: end, sentence: sentence,
        parts: range.map { part(text, words[$0]) }, clues: clues, isOpening: opensSentence(first),
        abbreviation: abbreviation))
  }

  private func part(_ text: Span<UInt8>, _ word: SentenceWord) -> NamePart {
    let (scalar, _) = Tokenizer.scalar(text, at: word.token.start, limit: word.token.end)
    let folded = scalar < 0x10000 ? UInt32(ScalarTable.shared.folds[Int(scalar)]) : scalar
    return NamePart(
      hash: word.token.hash, first: folded, isInitial: word.token.isInitial,
      isCapital: word.isCapital,
      isSuffix: UnlistedWords.corporateSuffixes.contains(word.token),
      isCommercial: UnlistedWords.commercial.contains(word.token))
  }

  // MARK: Datelines

  /// The place behind `MOSCOW, March 3 (AP) -`, where the sentence begins so.
  private func datelineEnd(_ text: Span<UInt8>) -> Int? {
    guard words.count > 2 else { return nil }
    for place in 1..<min(words.count, 10) {
      if words[place].joint == .dash { return place }
      let isNumber = text[words[place].token.start] &- 0x30 < 10
      // `SARN (AP) - `: the dash stands behind the bracket, so the sign between is of several sorts.
      if words[place].joint == .other, words[place - 1].joint == .bracket,
        words[place - 1].token.shape == TokenShape.capitals
      {
        return place
      }
      guard words[place].isCapital || isNumber else { return nil }
    }
    return nil
  }

  private mutating func addDateline(_ text: Span<UInt8>, _ end: Int) {
    var last = 0
    while last + 1 < end, words[last + 1].joint == .space, words[last + 1].isCapital,
      words[last + 1].mention < 0
    {
      last += 1
    }
    // A place has few words; more are the beginning of a sentence with a dash in it.
    guard begins(0), last < 3, end - last <= 6, last + 1 == end || words[last + 1].joint != .space,
      isNameLike(text, 0..<last + 1)
    else { return }
    let isCapitals = words[0].token.shape == TokenShape.capitals
    let hasDate = (1..<end).contains { NameNeighbours.days.contains(words[$0].token) }
    guard isCapitals || hasDate else { return }
    append(text, 0..<last + 1, .dateline)
    names[names.count - 1].isOpening = false
  }

  private static let plurals = WordSet("men women children people fishermen seamen workmen")
  private static let articles = WordSet("the a an")
  private static let connectors = WordSet("of for and &")
  private static let of = WordSet("of for")
  private static let and = WordSet("and")
  private static let generations = WordSet("jr sr junior senior")
  private static let romanNumerals = WordSet("i ii iii iv v vi vii viii ix x xi xii xiii xiv xvi")
  private static let namesOfMonths = WordSet("april may june august jan mar jun sun sat")
}
