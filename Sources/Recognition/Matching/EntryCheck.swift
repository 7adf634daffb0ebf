import Gazetteers

/// Decides which entries of a pattern a text really spells: what folding hid.
struct EntryCheck: Sendable {
  let lexicon: Lexicon

  private let tokenizer = Tokenizer()

  /// A case rule for all names, or `nil` where each has its own.
  let caseRule: CaseRule?

  init(lexicon: Lexicon, caseRule: CaseRule?) {
    self.lexicon = lexicon
    self.caseRule = caseRule
  }

  /// Whether a text spells an entry's name at a place.
  ///
  /// The tokens are read anew for each entry: a name of one entry, which most are, is compared as it is
  /// read, and nothing is kept of it.
  ///
  /// - Parameters:
  ///   - entry: An entry of the pattern that the text's tokens spell.
  ///   - text: The document.
  ///   - start: Where the first token begins.
  ///   - count: The number of tokens.
  ///   - limit: Where the sentence ends.
  func allows(
    _ entry: LexiconEntry, _ text: Span<UInt8>, at start: Int, _ count: Int, limit: Int
  ) -> Bool {
    let rule = caseRule ?? entry.caseRule
    if entry.needsCapital, rule != .ignore, !hasCapital(entry, text, at: start, count, limit) {
      return false
    }
    var place = start
    var gap: Gap = []
    var nameGap: Gap = []
    var (wasInitial, stoodAlone) = (false, false)
    for position in 0..<count {
      let token = tokenizer.token(text, at: place, limit: limit)
      if position > 0 {
        let standsAlone = stoodAlone || token.standsAlone
        guard gap.matches(nameGap, afterInitial: wasInitial, standsAlone: standsAlone) else {
          return false
        }
      }
      let detail = lexicon.detail(entry, position)
      guard
        rule.allows(
          text: token.shape, name: detail.shape, isFirst: position == 0, isInitial: token.isInitial)
      else { return false }
      if position &+ 1 == count { break }
      guard let behind = tokenizer.gap(text, at: token.end, limit: limit) else { return false }
      (gap, place) = behind
      nameGap = detail.gap
      (wasInitial, stoodAlone) = (token.isInitial, token.standsAlone)
    }
    return true
  }

  /// Whether a token begins with a capital, up to the first that the name writes so.
  private func hasCapital(
    _ entry: LexiconEntry, _ text: Span<UInt8>, at start: Int, _ count: Int, _ limit: Int
  ) -> Bool {
    var place = start
    for position in 0..<count {
      let token = tokenizer.token(text, at: place, limit: limit)
      if tokenizer.isCapitalised(token, in: text) { return true }
      if lexicon.detail(entry, position).endsLead { return false }
      guard let (_, next) = tokenizer.gap(text, at: token.end, limit: limit) else { return false }
      place = next
    }
    return false
  }
}
