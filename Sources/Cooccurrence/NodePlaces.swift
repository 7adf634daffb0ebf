import Gazetteers

/// Which node of a graph each entity is.
struct NodePlaces: Sendable {
  private static let none = UInt32.max

  private var places: [UInt32]

  /// - Parameters:
  ///   - entities: The entity of each node.
  ///   - count: A number above those of all entities.
  init(_ entities: [Int], of count: Int) {
    places = Array(repeating: Self.none, count: count)
    for (place, entity) in entities.enumerated() { places[entity] = UInt32(place) }
  }

  /// The node of an entity, if it is one.
  subscript(entity: EntityIndex) -> Int? {
    let place = places[Int(entity.raw)]
    return place == Self.none ? nil : Int(place)
  }
}
