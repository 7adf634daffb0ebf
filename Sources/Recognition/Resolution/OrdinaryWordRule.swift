import Gazetteers

/// Tells a short name of a person from the ordinary word it spells: `May`, `the King's English`,
/// `the Gates of Hell`, chapter `XI`.
struct OrdinaryWordRule {
  private let surroundings = Surroundings()

  /// Whether a short name is likely to be a word.
  ///
  /// - Parameters:
  ///   - subject: The hit, a family or given name, or a listed short form.
  ///   - before: The word before it, if any.
  ///   - behind: The word behind it, if any.
  ///   - text: The document.
  ///   - sentence: The sentence, in bytes.
  func readsAsWord(
    _ subject: EmbeddedRule.Subject, _ before: Token?, _ behind: Token?, _ text: Span<UInt8>,
    _ sentence: Range<Int>
  ) -> Bool {
    guard subject.tokenCount == 1 else { return false }
    let word = surroundings.token(at: subject.start, in: text, limit: subject.end)
    if isNumeral(word, before, behind, text) { return true }
    if let before, Self.articles.contains(before) {
      // Families and followers have an article too: `the Trump campaign`, `the Kings`.
      if Self.offices.contains(word) { return true }
      if let behind, Self.of.contains(behind) { return true }
    }
    return NameNeighbours.ordinary.contains(word)
      && isDateOrVerb(word, before, behind, text, sentence)
  }

  /// Whether a word of `NameNeighbours.ordinary` is itself: where it opens the sentence, or beside what
  /// goes with a date, and no title stands before it.
  private func isDateOrVerb(
    _ word: Token, _ before: Token?, _ behind: Token?, _ text: Span<UInt8>, _ sentence: Range<Int>
  ) -> Bool {
    if let before, surroundings.isCapitalised(before, in: text), NameNeighbours.isHarmless(before) {
      return false
    }
    if surroundings.opensSentence(word, in: text, from: sentence.lowerBound) {
      // `May said`, `May ordered an inquiry`, but `May brought rain` is not told from it.
      guard let behind else { return true }
      let isName = Self.is.contains(behind) && NameNeighbours.namesBeforeIs.contains(word)
      return !isName && !NameNeighbours.verbsOfPersons.contains(behind)
    }
    if let before, NameNeighbours.beforeTimes.contains(before) { return true }
    if let behind, text[behind.start] &- 0x30 < 10 { return true }
    return before.map { text[$0.end - 1] &- 0x30 < 10 } ?? false
  }

  /// Whether a word is a Roman numeral: capitals that are digits, with no other word in capitals beside
  /// them (`XI TO VISIT MOSCOW`).
  private func isNumeral(
    _ word: Token, _ before: Token?, _ behind: Token?, _ text: Span<UInt8>
  ) -> Bool {
    guard word.shape == TokenShape.capitals, word.end - word.start > 1 else { return false }
    for place in word.start..<word.end where !Self.numerals.contains(text[place]) { return false }
    return ![before, behind].contains { $0?.shape == TokenShape.capitals }
  }

  private static let numerals = Array("IVXLCDM".utf8)
  private static let articles = WordSet("the a an")
  private static let of = WordSet("of")
  private static let `is` = WordSet("is was")

  /// Offices that are family names too.
  private static let offices = WordSet(
    "king queen prince pope bishop abbot dean duke earl baron judge")
}
