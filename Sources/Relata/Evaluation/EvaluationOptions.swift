import Corpus
import Recognition

/// How the tagger is compared with gold annotations.
public struct EvaluationOptions: Sendable {
  /// How inputs are read and tagged.
  public var run = RunOptions()

  /// Whether overlapping spans are enough; otherwise they must be equal.
  public var overlap = false

  /// Whether kinds are compared even where the gold states entities.
  public var byKind = false

  /// Whether gold mentions that no gazetteer lists are left out where they are not found.
  public var listedOnly = false

  /// The kinds that are compared; empty for all.
  public var kinds: Set<String> = []

  /// Kinds of the gold and what they are called here; an empty one leaves the kind out.
  public var map: [(gold: String, ours: String)] = []

  /// Whether documents of the inputs that the gold does not name are taken as documents without
  /// mentions; otherwise they are left out.
  public var allDocuments = false

  /// Whether each entity gets a score.
  public var entities = false

  public init() {}
}

/// What a comparison of the tagger with gold annotations gave.
public struct Evaluation: Sendable {
  /// Documents that were compared.
  public var documents = 0

  /// By group, then by name; the first is that of all mentions.
  public var scores: [ScoreRow] = []

  /// By document in the order of the gold, then by place.
  public var differences: [Difference] = []

  /// What a reader of the scores should know, a sentence each.
  public var notes: [String] = []

  public init() {}

  /// The score of all mentions.
  public var total: Score { scores.first?.score ?? Score() }
}
