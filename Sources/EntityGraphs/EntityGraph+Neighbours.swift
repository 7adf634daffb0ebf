/// A node reached from another, and how.
public struct Neighbour: Sendable, Equatable {
  /// The node, an index into the graph's nodes.
  public let node: Int

  /// How many ties lie between, at least: 1 for a direct tie.
  public let hops: Int

  /// The strongest tie that leads to it from a node one hop nearer, an index into the ties.
  public let tie: Int

  /// The node at the other end of that tie.
  public let via: Int

  /// The parameters are what the properties of the same names say.
  public init(node: Int, hops: Int, tie: Int, via: Int) {
    self.node = node
    self.hops = hops
    self.tie = tie
    self.via = via
  }
}

extension EntityGraph {
  /// The nodes within some hops of a node: the nearest first, among them those with the strongest
  /// tie, among them by identifier. The node itself is not among them.
  ///
  /// - Parameters:
  ///   - node: An index into `nodes`.
  ///   - hops: How far to go; 1 gives the nodes directly tied.
  ///   - adjacency: That of this graph, where the caller keeps one.
  /// - Complexity: O(r log r) for the r ties it passes, and O(n + m) to make the adjacency.
  public func neighbours(
    of node: Int, hops: Int = 1, adjacency: Adjacency? = nil
  ) -> [Neighbour] {
    let adjacency = adjacency ?? Adjacency(self)
    var reached = [Bool](repeating: false, count: nodes.count)
    reached[node] = true
    var result: [Neighbour] = []
    var ring = [node]
    var distance = 0
    while distance < hops, !ring.isEmpty {
      distance += 1
      var best: [Int: Neighbour] = [:]
      for near in ring {
        for entry in adjacency[near] where !reached[entry.node] {
          let found = Neighbour(node: entry.node, hops: distance, tie: entry.tie, via: near)
          if let rival = best[entry.node], !isStronger(entry.tie, than: rival.tie) { continue }
          best[entry.node] = found
        }
      }
      let found = best.values.sorted { first, second in
        let (left, right) = (ties[first.tie].weight, ties[second.tie].weight)
        return left != right ? left > right : first.node < second.node
      }
      for neighbour in found { reached[neighbour.node] = true }
      result += found
      ring = found.map(\.node)
    }
    return result
  }

  /// Ties of equal weight go by their order, so that the answer never depends on the way there.
  private func isStronger(_ tie: Int, than rival: Int) -> Bool {
    let (left, right) = (ties[tie].weight, ties[rival].weight)
    return left != right ? left > right : tie < rival
  }
}
