import EntityGraphs
import Gazetteers

/// Finds a node of a graph by what a person types.
public struct EntitySearch: Sendable {
  private let graph: EntityGraph

  /// - Parameter graph: Where to look.
  public init(_ graph: EntityGraph) {
    self.graph = graph
  }

  /// What was found.
  public enum Answer: Sendable, Equatable {
    case one(Int)
    /// Several nodes bear the name; indices in the order of identifiers.
    case several([Int])
    /// None does; the nearest names, best first.
    case none(nearest: [String])
  }

  /// Finds the node that a name means.
  ///
  /// An identifier counts first, then a name that folds to the same tokens, then any name that the
  /// gazetteers give to an entity of the graph.
  ///
  /// - Parameters:
  ///   - name: What was typed.
  ///   - names: Further names of entities, such as those of gazetteers.
  public func find(_ name: String, names: [EntityID: [String]] = [:]) -> Answer {
    if let node = graph.index(of: EntityID(name)) { return .one(node) }
    let key = FoldedName.key(name)
    // All names without letters and digits have the key of an empty one.
    let empty = FoldedName.key("")
    func isMeant(_ other: String) -> Bool {
      key == empty ? other == name : FoldedName.key(other) == key
    }
    let exact = graph.nodes.indices.filter { isMeant(graph.nodes[$0].name) }
    if exact.count == 1 { return .one(exact[0]) }
    if exact.count > 1 { return .several(exact) }
    let known = graph.nodes.indices.filter { node in
      (names[graph.nodes[node].id] ?? []).contains(where: isMeant)
    }
    if known.count == 1 { return .one(known[0]) }
    if known.count > 1 { return .several(known) }
    return .none(nearest: NearestNames.of(name, among: graph.nodes.map(\.name)))
  }

  /// Finds the node with an identifier, or with a name that is written just so.
  ///
  /// - Parameter name: What was typed.
  public func findExactly(_ name: String) -> Answer {
    if let node = graph.index(of: EntityID(name)) { return .one(node) }
    // By scalars: two strings are equal as well where one has precomposed letters.
    let found = graph.nodes.indices.filter {
      graph.nodes[$0].name.unicodeScalars.elementsEqual(name.unicodeScalars)
    }
    if found.count > 1 { return .several(found) }
    return found.first.map(Answer.one)
      ?? .none(nearest: NearestNames.of(name, among: graph.nodes.map(\.name)))
  }

  /// The names that gazetteers give to the entities of the graph.
  ///
  /// - Parameter gazetteers: The gazetteers; an entity may stand in several.
  public func names(of gazetteers: [Gazetteer]) -> [EntityID: [String]] {
    var result: [EntityID: [String]] = [:]
    for entity in gazetteers.lazy.flatMap(\.entities) where graph.index(of: entity.id) != nil {
      result[entity.id, default: []] += [entity.name] + entity.names.map(\.text)
    }
    return result
  }
}
