/// The corrections that change gazetteers before they are compiled: `merge` and `alias`.
extension Corrections {
  /// The gazetteers with the names that corrections move and add.
  ///
  /// - Parameter gazetteers: All gazetteers of the run, for which `check` found no error.
  /// - Returns: The gazetteers without the merged entities and, last, a further one with what the
  ///   corrections add; and which of the names of an entity are there by which correction.
  public func applied(
    to gazetteers: [Gazetteer]
  ) -> (gazetteers: [Gazetteer], added: [EntityID: [UInt64: Int]]) {
    var result = gazetteers
    var rows: [EntityID: [GazetteerEntity]] = [:]
    let wanted = Set(
      list.flatMap { correction -> [EntityID] in
        guard let entity = correction.entity else { return [] }
        switch correction.action {
        case .merge: return [entity, target(of: entity)]
        case .alias: return [entity, target(of: entity)]
        case .hide, .not: return []
        }
      })
    let moved = Set(list.filter { $0.action == .merge }.compactMap(\.entity))
    for place in result.indices {
      for entity in result[place].entities where wanted.contains(entity.id) {
        rows[entity.id, default: []].append(entity)
      }
      if !moved.isEmpty { result[place].entities.removeAll { moved.contains($0.id) } }
    }
    var extras: [EntityID: AddedNames] = [:]
    for (number, correction) in list.enumerated() {
      guard let entity = correction.entity, wanted.contains(entity),
        correction.action == .merge || correction.action == .alias
      else { continue }
      let target = target(of: entity)
      guard let own = merged(rows[target] ?? []) else { continue }
      var extra = extras[target] ?? AddedNames(to: own)
      if correction.action == .alias {
        extra.add(alias: correction.value, number)
      } else if let other = merged(rows[entity] ?? []) {
        extra.add(other, number)
      }
      extras[target] = extra
    }
    let ordered = extras.values.sorted { $0.row.id < $1.row.id }
    result.append(Gazetteer(path: path, entities: ordered.map(\.row)))
    return (result, extras.mapValues(\.keys))
  }

  /// All rows of an entity as one.
  private func merged(_ rows: [GazetteerEntity]) -> GazetteerEntity? {
    guard var first = rows.first else { return nil }
    for row in rows.dropFirst() { first.absorb(row) }
    return first
  }
}

/// The row that corrections add for an entity.
private struct AddedNames {
  var row: GazetteerEntity
  /// Folded names that the entity has by a correction alone, with the number of that correction.
  private(set) var keys: [UInt64: Int] = [:]
  private let own: GazetteerEntity
  private let ownKeys: Set<UInt64>
  /// Those of them that mean the entity whatever stands around: no short names, no metonyms.
  private let fullKeys: Set<UInt64>

  init(to own: GazetteerEntity) {
    self.own = own
    row = GazetteerEntity(id: own.id, kind: own.kind, name: own.name, caseRule: own.caseRule)
    ownKeys = Self.keys(of: own)
    fullKeys = Set(
      ([Name(own.name, .preferred)] + own.names).filter { $0.form <= .abbreviation }.map {
        FoldedName.key($0.text)
      })
  }

  mutating func add(alias: String, _ number: Int) {
    row.names.append(
      Name(alias, .alias, caseRule: own.caseRule ?? NameForm.alias.usualCaseRule))
    for spelling in NameSpellings.of(alias, kind: own.kind) {
      let key = FoldedName.key(spelling)
      if !fullKeys.contains(key), keys[key] == nil { keys[key] = number }
    }
  }

  /// Adds all names of an entity that becomes this one.
  mutating func add(_ other: GazetteerEntity, _ number: Int) {
    for name in [Name(other.name, .alias)] + other.names {
      let rule = name.caseRule ?? other.caseRule ?? name.form.usualCaseRule
      row.names.append(Name(name.text, name.form, caseRule: rule))
    }
    row.context += other.context
    row.prior += other.prior
    if other.kind == .person, own.kind == .person {
      // Stated name parts take the place of those read from the name, so both persons' are stated.
      if row.family.isEmpty, row.given.isEmpty, own.family.isEmpty, own.given.isEmpty {
        addParts(of: own)
      }
      addParts(of: other)
    }
    let columns = Set(row.attributes.map(\.name))
    row.attributes += other.attributes.filter { !columns.contains($0.name) && $0.name != "merged" }
    if let place = row.attributes.firstIndex(where: { $0.name == "merged" }) {
      row.attributes[place].value += "|" + other.id.text
    } else {
      row.attributes.append(EntityAttribute(name: "merged", value: other.id.text))
    }
    for key in Self.keys(of: other) where !ownKeys.contains(key) && keys[key] == nil {
      keys[key] = number
    }
  }

  private mutating func addParts(of entity: GazetteerEntity) {
    for (name, isGiven) in ShortNames.of(entity) {
      if isGiven { row.given.append(name) } else { row.family.append(name) }
    }
  }

  /// The folded names of an entity in all spellings.
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
