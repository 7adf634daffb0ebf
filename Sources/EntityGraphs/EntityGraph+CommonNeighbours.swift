/// A node that is tied to two others.
public struct CommonNeighbour: Sendable, Equatable {
  /// The node, an index into the graph's nodes.
  public let node: Int

  /// The tie to the first of the two, an index into the graph's ties.
  public let firstTie: Int

  /// The tie to the second.
  public let secondTie: Int
}

extension EntityGraph {
  /// The nodes that are tied to both of two: those first whose weaker tie is strongest, then by
  /// identifier.
  ///
  /// - Parameters:
  ///   - first: An index into `nodes`.
  ///   - second: Another.
  ///   - adjacency: That of this graph, where the caller keeps one.
  /// - Complexity: O(d log d) for the ties of both, and O(n + m log d) to make the adjacency.
  public func commonNeighbours(
    of first: Int, and second: Int, adjacency: Adjacency? = nil
  ) -> [CommonNeighbour] {
    let adjacency = adjacency ?? Adjacency(self)
    var ofSecond: [Int: Int] = [:]
    for entry in adjacency[second] { ofSecond[entry.node] = entry.tie }
    let common = adjacency[first].compactMap { entry in
      ofSecond[entry.node].map {
        CommonNeighbour(node: entry.node, firstTie: entry.tie, secondTie: $0)
      }
    }
    func weaker(_ neighbour: CommonNeighbour) -> Double {
      min(ties[neighbour.firstTie].weight, ties[neighbour.secondTie].weight)
    }
    return common.sorted {
      let (left, right) = (weaker($0), weaker($1))
      return left != right ? left > right : $0.node < $1.node
    }
  }
}
