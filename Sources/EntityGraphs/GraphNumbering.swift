/// The numbers by which files call nodes and ties (`n0`, `e0`) where they are not their places.
///
/// A part of a graph that keeps the numbers of the whole can be laid over it, or compared with other
/// parts.
public struct GraphNumbering: Sendable, Equatable {
  /// A number for each node.
  public let nodes: [Int]

  /// A number for each tie.
  public let ties: [Int]
}

extension EntityGraph {
  /// What files call a node.
  ///
  /// - Parameter index: An index into `nodes`.
  public func number(ofNode index: Int) -> Int { numbering?.nodes[index] ?? index }

  /// What files call a tie.
  ///
  /// - Parameter index: An index into `ties`.
  public func number(ofTie index: Int) -> Int { numbering?.ties[index] ?? index }

  /// The graph with the numbers that a larger one gives the same nodes and ties.
  ///
  /// Nodes and ties that the larger graph does not have are left out.
  ///
  /// - Complexity: O((n + m) log m).
  public func numbered(as whole: EntityGraph) -> EntityGraph {
    let places = nodes.map { whole.index(of: $0.id) }
    func tie(_ tie: Tie) -> Int? {
      guard let source = places[tie.source], let target = places[tie.target] else { return nil }
      return whole.tie(between: source, and: target)
    }
    var part = subgraph(whereNodes: { places[$0] != nil }, ties: { tie($0) != nil })
    part.numbering = GraphNumbering(
      nodes: places.compactMap(\.self).map(whole.number(ofNode:)),
      ties: ties.compactMap(tie).map(whole.number(ofTie:)))
    return part
  }
}

extension Placement {
  /// The places and sizes that nodes have in a larger graph.
  ///
  /// - Parameters:
  ///   - part: A graph whose nodes are all in the larger one.
  ///   - whole: The larger graph.
  /// - Precondition: The placement is that of `whole`.
  public func restricted(to part: EntityGraph, of whole: EntityGraph) -> Placement {
    let places = part.nodes.compactMap { whole.index(of: $0.id) }
    precondition(places.count == part.nodes.count, "a part has nodes of the whole only")
    return Placement(
      positions: places.map { positions[$0] }, sizes: places.map { sizes[$0] })
  }
}
