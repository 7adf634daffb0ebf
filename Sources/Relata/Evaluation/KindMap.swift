import Gazetteers

/// Brings the kinds of other annotations to ours: `PER` is `person`.
public struct KindMap: Sendable {
  /// What a kind of the gold stands for.
  public enum Meaning: Sendable, Equatable {
    case kind(Kind)
    /// Left out on request.
    case dropped
    /// No gazetteer has such a kind.
    case unknown
  }

  /// The labels of the usual annotated corpora, in capitals. `GPE` and `LOC` are not among them: they
  /// hold towns and rivers beside countries, so whoever evaluates must say what they are to be.
  private static let usual: [String: Kind] = [
    "PER": .person, "PERS": .person, "PERSON": .person, "PEOPLE": .person,
    "ORG": .organisation, "ORGANIZATION": .organisation, "ORGANISATION": .organisation,
    "COUNTRY": .country,
  ]

  private var stated: [String: String] = [:]
  private let known: Set<Kind>

  /// - Parameters:
  ///   - stated: Kinds of the gold and ours; an empty one leaves the kind out.
  ///   - known: The kinds that the gazetteers have.
  public init(_ stated: [(gold: String, ours: String)], known: Set<Kind>) {
    for pair in stated { self.stated[pair.gold.uppercased()] = pair.ours }
    self.known = known
  }

  /// What a kind stands for, in any case.
  public func meaning(of gold: String) -> Meaning {
    if let ours = stated[gold.uppercased()] { return ours.isEmpty ? .dropped : .kind(Kind(ours)) }
    if known.contains(Kind(gold)) { return .kind(Kind(gold)) }
    if let kind = Self.usual[gold.uppercased()] { return .kind(kind) }
    return known.contains(Kind(gold.lowercased())) ? .kind(Kind(gold.lowercased())) : .unknown
  }
}
