import Gazetteers

/// Decides which entries of a pattern a text really spells: what folding hid.
struct EntryCheck: Sendable {
  let lexicon: Lexicon

  /// A case rule for all names, or `nil` where each has its own.
  let caseRule: CaseRule?

  /// Whether tokens and the gaps between them may stand for an entry's name.
  ///
  /// - Parameters:
  ///   - entry: An entry of the pattern that the tokens spell.
  ///   - tokens: The tokens of the text; those from `count` on belong to no name.
  ///   - gaps: The gap behind each token.
  ///   - count: The number of tokens of the pattern.
  func allows(_ entry: LexiconEntry, _ tokens: [Token], _ gaps: [Gap], count: Int) -> Bool {
    let rule = caseRule ?? entry.caseRule
    for position in 0..<count {
      let detail = lexicon.detail(entry, position)
      let token = tokens[position]
      guard
        rule.allows(
          text: token.shape, name: detail.shape, isFirst: position == 0, isInitial: token.isInitial)
      else { return false }
      if position + 1 < count {
        let standsAlone = token.standsAlone || tokens[position + 1].standsAlone
        guard
          gaps[position].matches(
            detail.gap, afterInitial: token.isInitial, standsAlone: standsAlone)
        else { return false }
      }
    }
    return true
  }
}
