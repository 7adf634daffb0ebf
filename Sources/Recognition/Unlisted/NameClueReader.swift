import Gazetteers

/// Reads the clues for the kind of a name: its own words, and those beside it.
struct NameClueReader {
  let lexicon: Lexicon
  let givenNames: Set<UInt64>
  let words: [SentenceWord]
  let mentions: [Mention]

  /// The clues of a name.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - range: The words of the name.
  func clues(_ text: Span<UInt8>, _ range: Range<Int>) -> NameClues {
    var clues = ownClues(range)
    clues.formUnion(cluesBefore(range.lowerBound))
    clues.formUnion(cluesBehind(range.upperBound, text))
    return clues
  }

  private func ownClues(_ range: Range<Int>) -> NameClues {
    guard let first = range.first, let last = range.last else { return [] }
    var clues: NameClues = []
    if range.count > 1 {
      if UnlistedWords.corporateSuffixes.contains(words[last].token) {
        clues.insert(.corporateSuffix)
      }
      let isOrganisation = range.contains {
        words[$0].token.standsAlone
          || (words[$0].isCapital && UnlistedWords.organisationWords.contains(words[$0].token))
      }
      if UnlistedWords.placeWords.contains(words[last].token)
        || UnlistedWords.placeHeads.contains(words[first].token)
      {
        clues.insert(.placeWord)
      } else if isOrganisation {
        clues.insert(.organisationWord)
      }
      if givenNames.contains(words[first].token.hash) { clues.insert(.givenName) }
    } else if NameNeighbours.states.contains(words[first].token) {
      clues.insert(.placeWord)
    } else if words[first].token.shape == TokenShape.capitals,
      words[first].token.end - words[first].token.start <= 6
    {
      clues.insert(.acronym)
    }
    return clues
  }

  private func cluesBefore(_ start: Int) -> NameClues {
    guard start > 0, words[start - 1].mention < 0 else { return [] }
    var clues: NameClues = []
    // `its chairman, Marta Lindqvist,`
    if words[start].joint == .comma, !words[start - 1].isCapital {
      if UnlistedWords.personNouns.contains(words[start - 1].token) { return .title }
      return UnlistedWords.companyNouns.contains(words[start - 1].token) ? .organisationBeside : []
    }
    guard words[start].joint == .space else { return [] }
    var before = start - 1
    if Self.the.contains(words[before].token) {
      clues.insert(.article)
      guard before > 0, words[before].joint == .space else { return clues }
      before -= 1
    }
    let word = words[before]
    guard !word.isCapital else { return clues }
    if !clues.contains(.article), UnlistedWords.speechVerbsBefore.contains(word.token) {
      clues.insert(.speech)
    }
    if UnlistedWords.companyNouns.contains(word.token) { clues.insert(.organisationBeside) }
    if !clues.contains(.article), UnlistedWords.beforePlaces.contains(word.token) {
      clues.insert(.preposition)
    }
    if NameNeighbours.titles.contains(word.token) || UnlistedWords.personNouns.contains(word.token),
      !clues.contains(.article)
    {
      clues.insert(.title)
    }
    if UnlistedWords.placeNouns.contains(word.token), !clues.contains(.article) {
      clues.insert(.placeBeside)
    }
    guard before > 0, word.joint == .space else { return clues }
    let second = words[before - 1].token
    if Self.of.contains(word.token), UnlistedWords.placeNouns.contains(second) {
      clues.insert(.placeBeside)
    }
    if Self.beforeCompanies.contains(word.token), UnlistedWords.organisationNouns.contains(second) {
      clues.insert(.organisationBeside)
    }
    if Self.at.contains(word.token), UnlistedWords.rolesAt.contains(second) {
      clues.insert(.organisationBeside)
    }
    return clues
  }

  private func cluesBehind(_ end: Int, _ text: Span<UInt8>) -> NameClues {
    guard end < words.count else { return [] }
    let word = words[end]
    switch word.joint {
    case .space where !word.isCapital:
      if UnlistedWords.speechVerbs.contains(word.token) { return .speech }
      if UnlistedWords.placeNouns.contains(word.token) { return .placeBeside }
      return UnlistedWords.organisationNouns.contains(word.token) ? .organisationBeside : []
    case .comma:
      if word.mention >= 0 {
        let mention = mentions[word.mention]
        let isCountry =
          mention.form == .preferred && lexicon.traits(of: mention.entity).contains(.country)
        return isCountry ? .countryBehind : []
      }
      let length = word.token.end - word.token.start
      let isAge = length == 2 && text[word.token.start] &- 0x31 < 9
      if isAge, text[word.token.start + 1] &- 0x30 < 10 {
        guard end + 1 < words.count else { return .age }
        return words[end + 1].joint == .comma || words[end + 1].joint == .period ? .age : []
      }
      if UnlistedWords.speechVerbs.contains(word.token) { return .speech }
      if Self.who.contains(word.token) { return .age }
      return Self.determiners.contains(word.token) ? apposition(behind: end) : []
    case .apostrophe:
      // `Acme's shares`, `Sarn's harbour`
      guard end + 1 < words.count, words[end + 1].joint == .space else { return [] }
      return UnlistedWords.organisationNouns.contains(words[end + 1].token)
        ? .organisationBeside : []
    default: return []
    }
  }

  /// What a noun says of the name: `Lindqvist, a retired chemist from Oslo`.
  private func apposition(behind place: Int) -> NameClues {
    var next = place + 1
    while next < words.count, next < place + 5, words[next].joint == .space {
      let token = words[next].token
      if !words[next].isCapital {
        if UnlistedWords.personNouns.contains(token) { return .title }
        if UnlistedWords.companyNouns.contains(token) { return .organisationBeside }
        if UnlistedWords.placeNouns.contains(token) { return .placeBeside }
        if NameNeighbours.functionWords.contains(token) { return [] }
      }
      next += 1
    }
    return []
  }

  private static let determiners = WordSet("a an the his her its their one")
  private static let the = WordSet("the")
  private static let of = WordSet("of")
  private static let at = WordSet("at")
  private static let who = WordSet("who")
  private static let beforeCompanies = WordSet("in of for at")
}
