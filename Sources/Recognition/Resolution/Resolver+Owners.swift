import Gazetteers

/// Names that a country or an organisation owns and persons have as a family or given name: `Israel`,
/// `Jordan`, `Ford`.
///
/// The owner's claim is the stronger one. A given name never competes with it (`Israel Katz` leaves
/// `Israel` the country), a family name only behind a form of address (`Mr Ford`), or where the person
/// has been named in full and nothing in the document speaks for the owner.
extension Resolver {
  /// How strongly something other than a person owns the name of a hit.
  enum Ownership: Equatable {
    /// Only persons and look-alikes have the name.
    case none
    /// A form of address stands before it, so a person is meant if one bears the name.
    case addressed
    /// Nothing in the document speaks for the owner.
    case unsupported
    /// Something does.
    case supported
  }

  /// How strongly something other than a person owns the name of a hit.
  func ownership(
    _ candidates: [Candidate], _ hit: Hit, _ text: Span<UInt8>, _ document: ResolverDocument,
    _ facts: DocumentFacts
  ) -> Ownership {
    var ownership = Ownership.none
    for candidate in candidates {
      let traits = lexicon.traits(of: candidate.entity)
      if traits.contains(.person) || traits.contains(.none) { continue }
      if facts.hasSupport(for: candidate.entity) { ownership = .supported }
      if ownership == .none { ownership = .unsupported }
    }
    if ownership != .none, persons.address(before: hit, text, document.sentences) != .none {
      return .addressed
    }
    return ownership
  }

  /// Whether a person of the document may be meant by a name that something else owns.
  func mayCompete(
    _ person: DocumentFacts.Bearer, with ownership: Ownership, for hit: Hit, _ facts: DocumentFacts
  ) -> Bool {
    switch ownership {
    case .none: true
    case .supported: false
    case .addressed: !person.isGiven
    case .unsupported:
      !person.isGiven && facts.lastFullName(of: person.entity, before: hit.start) != nil
    }
  }

  /// Whether the document has named somebody in full whose family name the hit is.
  func hasFamily(_ index: Int, _ document: ResolverDocument, _ facts: DocumentFacts) -> Bool {
    if facts.persons.isEmpty { return false }
    return document.shortPatterns(index).contains { pattern in
      facts.persons[pattern]?.contains { !$0.isGiven } ?? false
    }
  }
}
