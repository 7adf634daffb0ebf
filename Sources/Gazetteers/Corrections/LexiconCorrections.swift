/// Corrections made ready for a lexicon: what the resolver asks for every document.
public struct LexiconCorrections: Sendable, Equatable {
  /// The corrections, by number.
  public let list: [Correction]

  /// Entities that get no mentions, with the number of the correction.
  private var hidden: [EntityIndex: Int] = [:]

  /// Names that an entity has by a correction, folded, with its number.
  private var added: [EntityIndex: [UInt64: Int]] = [:]

  /// What names do not mean, by document; those for all documents under the empty identifier.
  private var denials: [String: [UInt64: [Denial]]] = [:]

  struct Denial: Sendable, Equatable {
    /// `nil` for anybody.
    var entity: EntityIndex?
    var number: Int
  }

  /// - Parameters:
  ///   - corrections: The corrections.
  ///   - lexicon: The lexicon of the gazetteers that they were applied to.
  ///   - added: The names that they added, as `Corrections.applied(to:)` gives them.
  public init(
    _ corrections: Corrections, _ lexicon: Lexicon, added: [EntityID: [UInt64: Int]] = [:]
  ) {
    list = corrections.list
    for (id, keys) in added {
      if let index = lexicon.index(of: id) { self.added[index] = keys }
    }
    for (number, correction) in list.enumerated() {
      let index = correction.entity.flatMap { lexicon.index(of: corrections.target(of: $0)) }
      switch correction.action {
      case .hide:
        if let index, hidden[index] == nil { hidden[index] = number }
      case .not:
        if correction.entity != nil, index == nil { continue }
        for spelling in NameSpellings.of(correction.value, kind: .person) {
          denials[correction.document, default: [:]][FoldedName.key(spelling), default: []].append(
            Denial(entity: index, number: number))
        }
      case .merge, .alias: break
      }
    }
  }

  /// The correction that hides an entity.
  public func hides(_ entity: EntityIndex) -> Int? { hidden[entity] }

  /// Whether any entity has names by a correction.
  public var addsNames: Bool { !added.isEmpty }

  /// The correction by which an entity has a name.
  ///
  /// - Parameters:
  ///   - entity: The entity.
  ///   - name: The name in a text, in bytes.
  public func addedName(of entity: EntityIndex, _ name: Span<UInt8>) -> Int? {
    guard let keys = added[entity] else { return nil }
    return keys[FoldedName.key(name)]
  }

  /// What names do not mean in a document.
  ///
  /// - Returns: `nil` where no correction is about it.
  public func denials(in document: String) -> DeniedNames? {
    let general = denials[""] ?? [:]
    guard !document.isEmpty, let own = denials[document] else {
      return general.isEmpty ? nil : DeniedNames(names: general)
    }
    return DeniedNames(names: general.merging(own) { $0 + $1 })
  }
}

/// What names do not mean in one document.
public struct DeniedNames: Sendable {
  let names: [UInt64: [LexiconCorrections.Denial]]

  /// The correction that says a name does not mean an entity.
  ///
  /// - Parameters:
  ///   - name: The name in the text, in bytes.
  ///   - entity: The entity.
  public func denial(of name: Span<UInt8>, for entity: EntityIndex) -> Int? {
    names[FoldedName.key(name)]?.first { $0.entity == nil || $0.entity == entity }?.number
  }
}

extension Lexicon {
  /// The index of an entity, by its identifier.
  ///
  /// - Complexity: O(log n) for n entities.
  public func index(of id: EntityID) -> EntityIndex? {
    var (low, high) = (0, entityCount)
    while low < high {
      let middle = (low + high) / 2
      if entity(EntityIndex(UInt32(middle))).id < id { low = middle + 1 } else { high = middle }
    }
    guard low < entityCount, entity(EntityIndex(UInt32(low))).id == id else { return nil }
    return EntityIndex(UInt32(low))
  }
}
