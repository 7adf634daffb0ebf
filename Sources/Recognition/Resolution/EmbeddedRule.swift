import Gazetteers

/// The `embedded` rule: a listed name inside a longer name that no gazetteer holds is not a mention.
///
/// `Michael Jordan` is not Jordan, `Bank of America` not America. A capitalised word beside the name
/// makes a longer name with it, unless it is a title, a day, a qualifier of countries, a word that
/// opens its sentence, or a listed name itself. In headlines and in German, where nouns have capitals, only
/// words known as family or given names do, and any word behind a given name: `Henry Wotton`, below a
/// quotation, is not Henry Kissinger.
struct EmbeddedRule {
  let lexicon: Lexicon
  private let surroundings = Surroundings()
  private let languages = LanguageRule()
  private let places = PlaceRule()
  private let ordinaryWords = OrdinaryWordRule()

  /// What the rule must know of a hit.
  struct Subject {
    var start: Int
    var end: Int
    var traits: EntityTraits
    var form: NameForm
    var tokenCount: Int
    /// Whether the name is a family or given name, or a listed short form.
    var isShort: Bool
    /// Whether it is a given name alone.
    var isGiven: Bool
    /// Whether a listed name ends directly before, or begins directly behind.
    var hasNameBefore: Bool
    var hasNameBehind: Bool
    /// Whether the listed name behind it is a person's short name: `Meloni` in `Georgia Meloni`.
    var hasFamilyNameBehind: Bool
  }

  /// What makes a longer name of a name.
  enum Cause {
    /// The word before it: `Judd` in `Judd Trump`. The document may go on to call that bearer by the
    /// name alone.
    case wordBefore
    /// A state behind it: `Cuba, Ill.` is a town, and may go on to be called so.
    case stateBehind
    /// A family name behind it: `Chad Wilson`, whom the document may go on to call `Chad`.
    case familyNameBehind
    /// Anything else.
    case other
  }

  /// Whether the words beside a name say nothing of it, as nearly always: but for countries and short names
  /// only words with a capital do, and before several words only those before a person's.
  func standsAlone(
    _ hit: Hit, _ candidate: Candidate, _ traits: EntityTraits, _ text: Span<UInt8>
  ) -> Bool {
    switch candidate.form {
    case .abbreviation, .metonym: return true
    case .demonym: return false
    case .preferred, .alias, .short: break
    }
    if traits.contains(.country) || candidate.isShortName(traits) { return false }
    return !surroundings.mayBeCapital(behind: hit.end, in: text)
      && (hit.tokenCount > 1 && !traits.contains(.person)
        || !surroundings.mayBeCapital(before: hit.start, in: text))
  }

  /// Whether the name is part of a longer one, and by what.
  ///
  /// - Parameters:
  ///   - subject: The hit, of which `standsAlone` does not hold.
  ///   - text: The document.
  ///   - sentence: The sentence, in bytes.
  ///   - capitals: What the sentence writes with capitals; asked only where it matters.
  func cause(
    _ subject: Subject, _ text: Span<UInt8>, _ sentence: Range<Int>, capitals: () -> CapitalUse
  ) -> Cause? {
    if subject.form == .demonym {
      return isFamilyName(subject, text, sentence) || languages.isLanguage(subject, text, sentence)
        ? .other : nil
    }
    // Words in small letters tell something beside countries and short names alone.
    let readsAll = subject.isShort || subject.traits.contains(.country)
    // What stands before several words tells nothing but of countries and persons.
    let readsBefore =
      subject.tokenCount == 1 || !subject.traits.isDisjoint(with: [.person, .country])
    let before =
      readsBefore && (readsAll || surroundings.mayBeCapital(before: subject.start, in: text))
      ? surroundings.word(before: subject.start, in: text, from: sentence.lowerBound) : nil
    let behind =
      readsAll || surroundings.mayBeCapital(behind: subject.end, in: text)
      ? surroundings.word(behind: subject.end, in: text, limit: sentence.upperBound) : nil
    if subject.traits.contains(.person) {
      if isNamedAfter(behind, text, sentence, NameNeighbours.namedAfter) { return .other }
    } else if isNamedAfter(behind, text, sentence, NameNeighbours.sites) {
      return .other
    }
    if subject.isShort, ordinaryWords.readsAsWord(subject, before, behind, text, sentence) {
      return .other
    }
    if subject.traits.contains(.country) {
      if isObjectOfName(before, text, sentence) { return .other }
      if subject.tokenCount == 1, isChild(before, subject, text, sentence) { return .wordBefore }
      if places.isRiver(subject, before, behind, text)
        || places.isSaintsHouse(subject, text, sentence)
      {
        return .other
      }
      if places.isTownInState(subject.end, text, sentence) { return .stateBehind }
    }
    let isFullName = subject.traits.contains(.person) && !subject.isShort
    if let before, !subject.hasNameBefore, isCapital(before, text) {
      if isFullName {
        if !isHarmless(before), isPersonalName(before), capitals() == .names { return .other }
      } else if subject.isShort || subject.traits.contains(.country) || subject.tokenCount == 1,
        joins(before, subject, text, sentence, capitals)
      {
        // `New Britain` is never called `Britain`.
        if Self.new.contains(before) { return .other }
        return .wordBefore
      }
    }
    if let behind, subject.hasFamilyNameBehind, subject.traits.contains(.country),
      subject.tokenCount == 1
    {
      // A country's name is somebody's given name there, in a headline only if it is known as one.
      let name = surroundings.token(at: subject.start, in: text, limit: subject.end)
      if isCapital(behind, text), isPersonalName(name) || capitals() == .names {
        return .familyNameBehind
      }
    }
    guard let behind, !subject.hasNameBehind, isCapital(behind, text),
      subject.isShort || isFullName
        || (subject.traits.contains(.country) && subject.tokenCount == 1)
    else { return nil }
    if isHarmless(behind) || NameNeighbours.followers.contains(behind)
      || NameNeighbours.functionWords.contains(behind)
    {
      return nil
    }
    // A letter by itself is a column of a table (`Bahrain S 27`), not an initial.
    if behind.isInitial, behind.end == sentence.upperBound || text[behind.end] != 0x2E {
      return nil
    }
    guard capitals() != .names else {
      return isGivenCountry(subject, text) ? .familyNameBehind : .other
    }
    if subject.isGiven {
      // A headline calls few by their given names, but a line of names is capitals throughout too.
      return NameNeighbours.verbsOfPersons.contains(behind) ? nil : .other
    }
    if !subject.traits.contains(.country) { return nil }
    return isPersonalName(behind) || isMiddleOfThree(before, behind, text, sentence) ? .other : nil
  }

  private func joins(
    _ before: Token, _ subject: Subject, _ text: Span<UInt8>, _ sentence: Range<Int>,
    _ capitals: () -> CapitalUse
  ) -> Bool {
    if subject.traits.contains(.country), NameNeighbours.headsBeforeCountries.contains(before) {
      return true
    }
    if isHarmless(before) { return false }
    if !subject.traits.contains(.country), !subject.traits.contains(.person),
      NameNeighbours.peoples.contains(before)
    {
      return false
    }
    if subject.traits.contains(.country), NameNeighbours.qualifiers.contains(before) {
      return false
    }
    if NameNeighbours.functionWords.contains(before) || NameNeighbours.followers.contains(before) {
      return false
    }
    if isPersonalName(before) { return true }
    let isGivenName = NameNeighbours.givenNames.contains(before)
    let opensSentence =
      !isGivenName && surroundings.opensSentence(before, in: text, from: sentence.lowerBound)
    // Told before the whole sentence is read for its capitals.
    if opensSentence, !subject.isShort { return false }
    switch capitals() {
    case .allWords: return false
    // `Sven Fischer`; titles were told above.
    case .nouns: return subject.isShort
    case .names: break
    }
    if isGivenName {
      // In a line of results it is a family name: `Craig Germany 10.2`.
      return !surroundings.isNumber(behind: subject.end, in: text, limit: sentence.upperBound)
    }
    return !(opensSentence && surroundings.looksLikeVerb(before, in: text))
  }

  /// `KESTREL INDIA HOLIDAYS`: a line of three capitalised words, of which only this one is listed.
  private func isMiddleOfThree(
    _ before: Token?, _ behind: Token, _ text: Span<UInt8>, _ sentence: Range<Int>
  ) -> Bool {
    guard let before, isCapital(before, text), behind.end == sentence.upperBound else {
      return false
    }
    return surroundings.opensSentence(before, in: text, from: sentence.lowerBound)
      && !isHarmless(before) && !NameNeighbours.functionWords.contains(before)
      && !surroundings.looksLikeVerb(before, in: text)
  }

  /// `Bank of America`, `Gulf of Mexico`: a capitalised head noun, `of`, and the name.
  private func isObjectOfName(
    _ before: Token?, _ text: Span<UInt8>, _ sentence: Range<Int>
  ) -> Bool {
    guard var word = before else { return false }
    if Self.the.contains(word),
      let next = surroundings.word(before: word.start, in: text, from: sentence.lowerBound)
    {
      word = next
    }
    guard Self.of.contains(word),
      let head = surroundings.word(before: word.start, in: text, from: sentence.lowerBound)
    else { return false }
    return isCapital(head, text) && NameNeighbours.headsOfNames.contains(head)
  }

  /// `John F. Kennedy Airport`, `John F. Kennedy International Airport`.
  private func isNamedAfter(
    _ behind: Token?, _ text: Span<UInt8>, _ sentence: Range<Int>, _ nouns: WordSet
  ) -> Bool {
    guard let first = behind, isCapital(first, text) else { return false }
    if nouns.contains(first) { return true }
    // The second word is seldom read, since its first letters tell enough.
    guard first.end < sentence.upperBound,
      text[first.end] != 0x20 || nouns.mayHold(text, at: first.end + 1),
      let second = surroundings.word(behind: first.end, in: text, limit: sentence.upperBound)
    else { return false }
    return isCapital(second, text) && nouns.contains(second)
  }

  /// `her son Jordan`, and with commas `his wife, Georgia, won`.
  private func isChild(
    _ before: Token?, _ subject: Subject, _ text: Span<UInt8>, _ sentence: Range<Int>
  ) -> Bool {
    if let before { return NameNeighbours.kin.contains(before) && isGivenCountry(subject, text) }
    guard subject.end < sentence.upperBound, text[subject.end] == UInt8(ascii: ","),
      let kin = surroundings.wordBeforeComma(subject.start, in: text, from: sentence.lowerBound)
    else { return false }
    return NameNeighbours.kin.contains(kin) && isGivenCountry(subject, text)
  }

  /// Whether the name is one that parents give.
  private func isGivenCountry(_ subject: Subject, _ text: Span<UInt8>) -> Bool {
    subject.traits.contains(.country) && subject.tokenCount == 1
      && NameNeighbours.givenCountries.contains(
        surroundings.token(at: subject.start, in: text, limit: subject.end))
  }

  /// `Peter French, 58,`, `said Mary Irish.`: a given name before a demonym with no noun behind it.
  private func isFamilyName(
    _ subject: Subject, _ text: Span<UInt8>, _ sentence: Range<Int>
  ) -> Bool {
    guard subject.tokenCount == 1,
      subject.end == sentence.upperBound
        || [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x28].contains(text[subject.end]),
      let before = surroundings.word(before: subject.start, in: text, from: sentence.lowerBound)
    else { return false }
    return isCapital(before, text) && NameNeighbours.givenNames.contains(before)
  }

  private static let new = WordSet("new")
  private static let of = WordSet("of")
  private static let the = WordSet("the")

  private func isCapital(_ token: Token, _ text: Span<UInt8>) -> Bool {
    surroundings.isCapitalised(token, in: text)
  }

  private func isHarmless(_ token: Token) -> Bool { NameNeighbours.isHarmless(token) }

  /// Whether a word is a family or given name of somebody listed.
  private func isPersonalName(_ token: Token) -> Bool {
    guard let pattern = lexicon.pattern(ofToken: token.hash) else { return false }
    return lexicon.entryRange(of: pattern).contains { lexicon.entry($0).role == .shortKey }
  }
}
