import Gazetteers

/// Tells an abbreviation from the word it spells, in text all in capitals: `WHO PAYS FOR IT?`
///
/// Such a place names nobody unless the document names the organisation elsewhere.
struct SpelledWordRule {
  private let surroundings = Surroundings()

  /// Whether the hit may be the word: in a question, or before a verb that goes with it.
  func readsAsWord(_ hit: Hit, _ text: Span<UInt8>, _ sentences: [Sentence]) -> Bool {
    guard hit.tokenCount == 1, hit.end - hit.start == 3,
      Self.words.contains(surroundings.token(at: hit.start, in: text, limit: hit.end)),
      let behind = surroundings.word(
        behind: hit.end, in: text, limit: sentences[hit.sentence].end),
      behind.shape == TokenShape.capitals
    else { return false }
    if Self.verbs.contains(behind) { return true }
    for place in hit.end..<sentences[hit.sentence].end {
      if text[place] == UInt8(ascii: "?") { return true }
      if text[place] &- 0x61 < 26 { return false }
    }
    return false
  }

  private static let words = WordSet("who")
  private static let verbs = WordSet(
    "is are was were will would has have had do does did can could should may might must shall")
}
