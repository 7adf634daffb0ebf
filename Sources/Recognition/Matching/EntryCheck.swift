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

  /// Whether tokens and the gaps between them may stand for an entry's name.
  ///
  /// - Parameters:
  ///   - entry: An entry of the pattern that the tokens spell.
  ///   - text: The document.
  ///   - tokens: The tokens of the text, as many as the pattern has.
  ///   - gaps: The gaps between them.
  func allows(
    _ entry: LexiconEntry, _ text: Span<UInt8>, _ tokens: [Token], _ gaps: [Gap]
  ) -> Bool {
    let rule = caseRule ?? entry.caseRule
    if entry.needsCapital, rule != .ignore, !hasCapital(entry, text, tokens) { return false }
    for position in tokens.indices {
      let detail = lexicon.detail(entry, position)
      let token = tokens[position]
      guard
        rule.allows(
          text: token.shape, name: detail.shape, isFirst: position == 0, isInitial: token.isInitial)
      else { return false }
      if position + 1 < tokens.count {
        let standsAlone = token.standsAlone || tokens[position + 1].standsAlone
        guard
          gaps[position].matches(
            detail.gap, afterInitial: token.isInitial, standsAlone: standsAlone)
        else { return false }
      }
    }
    return true
  }

  /// Whether a token begins with a capital, up to the first that the name writes so.
  private func hasCapital(
    _ entry: LexiconEntry, _ text: Span<UInt8>, _ tokens: [Token]
  ) -> Bool {
    for (position, token) in tokens.enumerated() {
      if tokenizer.isCapitalised(token, in: text) { return true }
      if lexicon.detail(entry, position).endsLead { return false }
    }
    return false
  }
}
