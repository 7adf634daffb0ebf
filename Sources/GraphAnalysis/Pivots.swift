import EntityGraphs

/// Some nodes of a graph that stand for all where asking each would take too long.
enum Pivots {
  /// Numbers that a seed fixes, the same on every platform (SplitMix64).
  private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Chooses different nodes, each set of them as likely as any other.
  ///
  /// - Returns: Indices in ascending order.
  static func choose(_ count: Int, of total: Int, seed: UInt64) -> [Int] {
    var numbers = SeededNumbers(state: seed)
    var nodes = Array(0..<total)
    for place in 0..<min(count, total) {
      nodes.swapAt(place, Int.random(in: place..<total, using: &numbers))
    }
    return nodes.prefix(count).sorted()
  }

  /// The closeness of all nodes by their mean distance from the pivots that reach them (Eppstein and
  /// Wang 2004).
  static func closeness(
    of graph: EntityGraph, from pivots: [Int]
  ) throws(GraphAnalysisError) -> [Double] {
    try graph.checkWeights()
    let adjacency = Adjacency(graph)
    var sums = [Double](repeating: 0, count: graph.nodes.count)
    var reached = [Int](repeating: 0, count: graph.nodes.count)
    for pivot in pivots {
      guard !Task.isCancelled else { throw .cancelled }
      let distances = graph.distances(from: pivot, adjacency: adjacency)
      for node in distances.indices where node != pivot && distances[node].isFinite {
        sums[node] += distances[node]
        reached[node] += 1
      }
    }
    var sizes = [Int](repeating: 1, count: graph.nodes.count)
    for members in graph.connectedComponents() {
      for node in members { sizes[node] = members.count }
    }
    let others = Double(max(1, graph.nodes.count - 1))
    return graph.nodes.indices.map { node in
      guard reached[node] > 0, sums[node] > 0 else { return 0 }
      return Double(reached[node]) / sums[node] * Double(sizes[node] - 1) / others
    }
  }
}
