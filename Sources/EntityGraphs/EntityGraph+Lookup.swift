import Gazetteers

extension EntityGraph {
  /// The index of the node with an identifier.
  ///
  /// - Returns: An index into `nodes`, or `nil` when the graph has no such node.
  /// - Complexity: O(log n) comparisons.
  public func index(of id: EntityID) -> Int? {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = low + (high - low) / 2
      if nodes[middle].precedes(id) { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low].id == id ? low : nil
  }

  /// The node with an identifier.
  public func node(_ id: EntityID) -> Node? {
    index(of: id).map { nodes[$0] }
  }

  /// The index of the tie between two nodes, given in either order.
  ///
  /// - Returns: An index into `ties`, or `nil` when the two are not tied.
  /// - Complexity: O(log m).
  public func tie(between first: Int, and second: Int) -> Int? {
    let pair = (min(first, second), max(first, second))
    var (low, high) = (0, ties.count)
    while low < high {
      let middle = low + (high - low) / 2
      if (ties[middle].source, ties[middle].target) < pair {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < ties.count, (ties[low].source, ties[low].target) == pair else { return nil }
    return low
  }
}
