/// The corrections that change gazetteers before they are compiled: `merge` and `alias`.
extension Corrections {
  /// Whether any of them changes gazetteers.
  public var changesGazetteers: Bool {
    list.contains { $0.action == .merge || $0.action == .alias }
  }

  /// The gazetteers with the names that corrections move and add.
  ///
  /// - Parameter gazetteers: All gazetteers of the run, for which `check` found no error.
  /// - Returns: The gazetteers without the merged entities and, last, a further one with what the
  ///   corrections add; and which of the names of an entity are there by which correction.
  public func applied(
    to gazetteers: [Gazetteer]
  ) -> (gazetteers: [Gazetteer], added: [EntityID: [UInt64: Int]]) {
    guard changesGazetteers else { return (gazetteers, [:]) }
    var result = gazetteers
    var rows: [EntityID: [GazetteerEntity]] = [:]
    var wanted: Set<EntityID> = []
    var moved: Set<EntityID> = []
    for correction in list where correction.action == .merge || correction.action == .alias {
      guard let entity = correction.entity else { continue }
      wanted.formUnion([entity, target(of: entity)])
      if correction.action == .merge { moved.insert(entity) }
    }
    for place in result.indices {
      for entity in result[place].entities where wanted.contains(entity.id) {
        rows[entity.id, default: []].append(entity)
      }
      if !moved.isEmpty { result[place].entities.removeAll { moved.contains($0.id) } }
    }
    var additions: [EntityID: AddedNames] = [:]
    for (number, correction) in list.enumerated() {
      guard correction.action == .merge || correction.action == .alias,
        let entity = correction.entity
      else { continue }
      let target = target(of: entity)
      guard let own = rows[target], let first = own.first else { continue }
      var addition = additions[target] ?? AddedNames(to: own, first)
      if correction.action == .alias {
        addition.add(alias: correction.value, number)
      } else {
        addition.add(rows[entity] ?? [], number)
      }
      additions[target] = addition
    }
    let ordered = additions.sorted { $0.key < $1.key }
    result.append(Gazetteer(path: path, entities: ordered.flatMap(\.value.rows)))
    return (result, additions.mapValues(\.keys))
  }
}

/// The rows that corrections add for an entity.
private struct AddedNames {
  private(set) var rows: [GazetteerEntity] = []
  /// Folded names that the entity has by a correction alone, with the number of that correction.
  private(set) var keys: [UInt64: Int] = [:]
  private let first: GazetteerEntity
  private let ownKeys: Set<UInt64>
  /// Those of them that mean the entity whatever stands around: no short names, no metonyms.
  private let fullKeys: Set<UInt64>
  private var merged: [String] = []
  private var firstMerged: Int?

  init(to own: [GazetteerEntity], _ first: GazetteerEntity) {
    self.first = first
    ownKeys = own.reduce(into: []) { $0.formUnion(Self.keys(of: $1)) }
    fullKeys = own.reduce(into: []) { keys, row in
      for name in [Name(row.name, .preferred)] + row.names where name.form <= .abbreviation {
        keys.insert(FoldedName.key(name.text))
      }
    }
  }

  mutating func add(alias: String, _ number: Int) {
    // The name and its parts are repeated, so that none are read from the alias.
    rows.append(
      GazetteerEntity(
        id: first.id, kind: first.kind, name: first.name, names: [Name(alias, .alias)],
        caseRule: first.caseRule, family: first.family, given: first.given))
    for spelling in NameSpellings.of(alias, kind: first.kind) {
      let key = FoldedName.key(spelling)
      if !fullKeys.contains(key), keys[key] == nil { keys[key] = number }
    }
  }

  /// Adds all rows of an entity that becomes this one.
  mutating func add(_ others: [GazetteerEntity], _ number: Int) {
    for other in others {
      for key in Self.keys(of: other) where !ownKeys.contains(key) && keys[key] == nil {
        keys[key] = number
      }
      if !merged.contains(other.id.text) { merged.append(other.id.text) }
      var row = other
      row.id = first.id
      row.attributes.removeAll { $0.name == "merged" }
      if firstMerged == nil { firstMerged = rows.count }
      rows.append(row)
    }
    // Attributes of one name do not add up, so one row states all that were merged.
    guard let place = firstMerged else { return }
    rows[place].attributes.removeAll { $0.name == "merged" }
    rows[place].attributes.append(
      EntityAttribute(name: "merged", value: merged.joined(separator: "|")))
  }

  /// The folded names of a row in all spellings.
  private static func keys(of entity: GazetteerEntity) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for name in [entity.name] + entity.names.map(\.text) {
      for spelling in NameSpellings.of(name, kind: entity.kind) {
        keys.insert(FoldedName.key(spelling))
      }
    }
    for (name, _) in ShortNames.of(entity) { keys.insert(FoldedName.key(name)) }
    return keys
  }
}
