/// How many mentions were found, how many of them rightly, and how many there are.
public struct Score: Sendable, Equatable {
  /// Mentions that the tagger gave.
  public var found = 0

  /// Those of them that the gold has.
  public var right = 0

  /// Mentions that the gold has.
  public var gold = 0

  /// Those of them that the tagger gave. Over all this is `right`; by form the two may differ, since
  /// the gold may call a name otherwise.
  public var recalled = 0

  public init() {}

  /// The share of what was found that is right; `nil` where nothing was found.
  public var precision: Double? { found > 0 ? Double(right) / Double(found) : nil }

  /// The share of the gold that was found; `nil` where the gold has none.
  public var recall: Double? { gold > 0 ? Double(recalled) / Double(gold) : nil }

  /// The harmonic mean of both; `nil` where one of them is.
  public var f1: Double? {
    guard let precision, let recall else { return nil }
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
}

/// A score of a part of the mentions.
public struct ScoreRow: Sendable, Equatable {
  /// What the part is told by.
  public enum Group: String, Sendable, CaseIterable {
    case all, kind, form, rule, entity
  }

  public var group: Group

  /// The kind, form, rule or entity; `all` for all mentions taken together (the micro average).
  public var name: String

  public var score: Score

  /// Whether the gold tells its mentions by this group, so that there is a recall.
  public var hasRecall: Bool
}

/// A mention that the gold and the tagger do not agree on.
public struct Difference: Sendable, Equatable {
  public enum Sort: String, Sendable, CaseIterable {
    /// The gold has it, the tagger gave nothing there.
    case missed
    /// The tagger gave it, the gold has nothing there.
    case `false`
    /// Both have one there, and they differ in span or meaning.
    case wrong
  }

  public var sort: Sort
  public var document: String
  public var place: FilePlace

  /// The words of the mention, and those before and behind it, in one line.
  public var text: String
  public var before: String
  public var behind: String

  /// What the gold has there: an entity or a kind; empty where nothing.
  public var expected: String

  /// What the tagger gave there; empty where nothing.
  public var given: String

  /// Form and rule of what was given; empty where nothing.
  public var form: String
  public var rule: String

  /// Whether a gazetteer lists what was expected.
  public var isListed: Bool

  /// `file:line:column: missed country/UA: the Russia-[Ukraine] war overshadowed`
  public var description: String {
    let what =
      switch sort {
      case .missed: "missed \(expected)\(isListed ? "" : ", which no gazetteer lists")"
      case .false: "false \(given) (\(form), \(rule))"
      case .wrong: "expected \(expected), given \(given) (\(form), \(rule))"
      }
    return "\(place): \(what): \(before)[\(text)]\(behind)".onOneLine
  }
}
