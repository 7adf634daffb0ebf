/// Entities whose rows may stand anywhere in a source, in the order of their first rows.
///
/// It holds all of them in memory, so only sources that need it use it.
struct EntityGroups {
  private(set) var entities: [ImportedEntity] = []
  private var places: [String: Int] = [:]

  /// Changes the entity of a key, which is made where there is none yet.
  mutating func update(
    _ key: String, sourceID: String? = nil, _ change: (inout ImportedEntity) -> Void
  ) {
    let place: Int
    if let known = places[key] {
      place = known
    } else {
      place = entities.count
      places[key] = place
      entities.append(ImportedEntity(sourceID: sourceID ?? key))
    }
    change(&entities[place])
  }
}
