import Gazetteers

/// What counts as a mention.
public struct RecognitionOptions: Sendable, Equatable {
  /// Whether names of a country's people and things (`Russian`) are mentions of it.
  public var demonyms = true

  /// Whether places that stand for a government (`Moscow`) are mentions of its country.
  public var metonyms = false

  /// A case rule for all names, or `nil` where each has its own.
  public var caseRule: CaseRule?

  /// Whether mentions tell the names inside them.
  public var innerNames = true

  /// The judgements of analysts, made ready for the lexicon, or `nil` where there are none.
  public var corrections: LexiconCorrections?

  public init(demonyms: Bool = true, metonyms: Bool = false, caseRule: CaseRule? = nil) {
    self.demonyms = demonyms
    self.metonyms = metonyms
    self.caseRule = caseRule
  }
}
