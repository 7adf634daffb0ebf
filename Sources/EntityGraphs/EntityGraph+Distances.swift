extension Tie {
  /// How long the tie is: one divided by its weight, so that a tie of weight 4 is as long as four
  /// ties of weight 16 in a row. Infinite where the weight is no positive number.
  public var length: Double { weight > 0 ? 1 / weight : .infinity }
}

extension EntityGraph {
  /// How far each node is from one: the least sum of the lengths of the ties between.
  ///
  /// - Parameters:
  ///   - node: An index into `nodes`.
  ///   - end: A node beyond which nothing needs to be known: what is farther may be left infinite.
  ///   - adjacency: That of this graph.
  /// - Returns: A distance for each node; infinite where none of the ties lead.
  /// - Complexity: O(m log m).
  public func distances(
    from node: Int, until end: Int? = nil, adjacency: Adjacency
  ) -> [Double] {
    var distances = [Double](repeating: .infinity, count: nodes.count)
    var queue = DistanceQueue()
    distances[node] = 0
    queue.insert(DistanceQueue.Item(distance: 0, node: node))
    while let item = queue.removeFirst() {
      // An item that a nearer one of the same node has overtaken.
      guard item.distance == distances[item.node] else { continue }
      if item.node == end { break }
      for entry in adjacency[item.node] {
        let distance = item.distance + ties[entry.tie].length
        guard distance < distances[entry.node] else { continue }
        distances[entry.node] = distance
        queue.insert(DistanceQueue.Item(distance: distance, node: entry.node))
      }
    }
    return distances
  }
}
