import Gazetteers

/// Which names are suggested.
public struct SuggestionOptions: Sendable {
  /// How inputs are read and tagged.
  public var run = RunOptions()

  /// Names that stand less often in the inputs are left out.
  public var minCount = 2

  /// So many suggestions at most; `nil` for all.
  public var top: Int?

  /// The kinds that are suggested; empty for all.
  public var kinds: Set<String> = []

  /// So many different names are kept in memory at most.
  public var candidates = 200_000

  public init() {}
}

/// A name that no gazetteer holds, as an entry for one.
public struct Suggestion: Sendable, Equatable {
  public var id: EntityID

  /// `person`, `organisation`, `place`, or `unknown`.
  public var kind: Kind

  /// The full name in its most frequent spelling.
  public var name: String

  /// Further full names that matching would not find by the first.
  public var aliases: [String]
  public var abbreviations: [String]

  /// Short names of an organisation or place.
  public var short: [String]

  /// How often the name stands in the inputs, in any spelling.
  public var count: Int

  public var documents: Int

  /// Why it is taken for its kind, the strongest reason first: `title before 4`.
  public var reasons: [String]

  /// Listed entities in the same sentences, the most frequent first: `Norway 3`.
  public var neighbours: [String]

  /// All spellings, the most frequent first: `Mr Lindqvist` counts as `Lindqvist`.
  public var spellings: [String]

  /// A sentence that shows it, and the document that has it.
  public var example: String
  public var exampleDocument: String
}
