import Gazetteers

/// Finds the unlisted names of one sentence: runs of words, cut at titles, days and the like.
struct SentenceNames {
  let lexicon: Lexicon
  let givenNames: Set<UInt64>
  let words: [SentenceWord]
  let mentions: [Mention]
  let sentence: Int
  var names: [UnlistedName] = []

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
  func isNameLike(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
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

  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>, _ clues: NameClues) {
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

  static let articles = WordSet("the a an")
  static let generations = WordSet("jr sr junior senior")
  private static let romanNumerals = WordSet("i ii iii iv v vi vii viii ix x xi xii xiii xiv xvi")
  private static let namesOfMonths = WordSet("april may june august jan mar jun sun sat")
}
