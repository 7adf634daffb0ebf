import Gazetteers

/// Tells a language from its country: `spoke Russian`, `fluent in Polish`, `said in French.`
struct LanguageRule {
  private let surroundings = Surroundings()

  /// Languages in a row that are read at most: `speaks French, Spanish, German and Dutch`.
  private static let longestRow = 8

  /// Whether a demonym is the name of a language where it stands.
  func isLanguage(
    _ subject: EmbeddedRule.Subject, _ text: Span<UInt8>, _ sentence: Range<Int>
  ) -> Bool {
    guard subject.tokenCount == 1,
      Languages.words.contains(
        surroundings.token(at: subject.start, in: text, limit: subject.end)),
      var before = surroundings.word(
        before: subject.start, in: text, from: sentence.lowerBound)
        ?? surroundings.wordBeforeComma(subject.start, in: text, from: sentence.lowerBound)
    else { return false }
    // `fluent French and Spanish`: what stands before the first of a row tells of all.
    for _ in 0..<Self.longestRow {
      if Self.joining.contains(before) {
        guard let word = previous(before, text, sentence), Languages.words.contains(word) else {
          return false
        }
        before = word
      }
      guard Languages.words.contains(before) else { break }
      guard let word = previous(before, text, sentence) else { return false }
      before = word
    }
    if NameNeighbours.beforeLanguages.contains(before) { return !isFollowedByNoun(subject, text) }
    guard Self.in.contains(before) else { return false }
    // `in Russian` alone is the language, `in Russian waters` is not.
    let second = surroundings.word(before: before.start, in: text, from: sentence.lowerBound)
    if let second, NameNeighbours.beforeLanguages.contains(second) { return true }
    guard subject.end < sentence.upperBound else { return true }
    return [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x22, 0x21, 0x3F].contains(text[subject.end])
  }

  /// `teaches French pupils`, `learned Russian tactics`: a plural behind it takes the demonym.
  private func isFollowedByNoun(
    _ subject: EmbeddedRule.Subject, _ text: Span<UInt8>
  ) -> Bool {
    guard let word = surroundings.word(behind: subject.end, in: text, limit: text.count) else {
      return false
    }
    return word.end - word.start > 4 && text[word.end - 1] == UInt8(ascii: "s")
      && text[word.end - 2] != UInt8(ascii: "s") && !NameNeighbours.functionWords.contains(word)
  }

  private func previous(
    _ word: Token, _ text: Span<UInt8>, _ sentence: Range<Int>
  ) -> Token? {
    surroundings.word(before: word.start, in: text, from: sentence.lowerBound)
      ?? surroundings.wordBeforeComma(word.start, in: text, from: sentence.lowerBound)
  }

  private static let `in` = WordSet("in into")
  private static let joining = WordSet("and or")
}
