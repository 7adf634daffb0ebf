/// A way from one node to another along ties.
public struct GraphPath: Sendable, Equatable {
  /// Which of all ways is looked for.
  public enum Choice: String, Sendable, CaseIterable {
    /// The least sum of lengths, where a tie is as long as one divided by its weight; among these the
    /// fewest ties.
    case strongest

    /// The fewest ties; among these the least sum of lengths.
    case shortest
  }

  /// The nodes passed, both ends included, as indices into the graph's nodes.
  public let nodes: [Int]

  /// The ties between them, one fewer, as indices into the graph's ties.
  public let ties: [Int]

  /// The sum of the lengths of the ties.
  public let length: Double
}

extension EntityGraph {
  /// The best way from one node to another. Among equally good ones it is the one whose nodes come
  /// first by identifier, from the start on.
  ///
  /// Sums of lengths that differ by less than 10⁻¹⁰ of themselves are equal: they would be, were it
  /// not for rounding.
  ///
  /// - Parameters:
  ///   - start: An index into `nodes`.
  ///   - end: Another, or the same.
  ///   - choice: What is best.
  ///   - adjacency: That of this graph, where the caller keeps one.
  /// - Returns: The way, or `nil` where the ties do not lead there.
  /// - Complexity: O(m) for the shortest way, O(m log m) for the strongest, and O(n + m log d) to make
  ///   the adjacency.
  public func path(
    from start: Int, to end: Int, by choice: GraphPath.Choice, adjacency: Adjacency? = nil
  ) -> GraphPath? {
    let adjacency = adjacency ?? Adjacency(self)
    let steps =
      switch choice {
      case .strongest: strongestSteps(from: start, to: end, adjacency)
      case .shortest: shortestSteps(from: start, to: end, adjacency)
      }
    guard let steps else { return nil }
    var (nodes, taken) = ([start], [Int]())
    while nodes[nodes.count - 1] != end {
      guard let step = steps(nodes[nodes.count - 1]).min(by: { $0.node < $1.node }) else {
        return nil
      }
      nodes.append(step.node)
      taken.append(step.tie)
    }
    return GraphPath(nodes: nodes, ties: taken, length: taken.reduce(0) { $0 + ties[$1].length })
  }

  /// What leads on, from any node of a best way: the ends of the ties that begin the best rest of it.
  private typealias Steps = (Int) -> [Adjacency.Entry]

  private func strongestSteps(from start: Int, to end: Int, _ adjacency: Adjacency) -> Steps? {
    // From the end backwards: what is known of a node is the rest of the way.
    let rest = distances(from: end, until: start, adjacency: adjacency)
    guard rest[start].isFinite else { return nil }
    func onward(_ node: Int) -> [Adjacency.Entry] {
      adjacency[node].filter { entry in
        rest[entry.node] < rest[node]
          && Self.isEqual(rest[entry.node] + ties[entry.tie].length, rest[node])
      }
    }
    // How many ties the rest has at least, of the nodes that a best way can pass.
    var passed = [start]
    var seen: Set<Int> = [start]
    var next = 0
    while next < passed.count {
      for entry in onward(passed[next]) where seen.insert(entry.node).inserted {
        passed.append(entry.node)
      }
      next += 1
    }
    var hops = [end: 0]
    for node in passed.sorted(by: { rest[$0] < rest[$1] }) where node != end {
      hops[node] = (onward(node).compactMap { hops[$0.node] }.min() ?? nodes.count) + 1
    }
    return { node in onward(node).filter { (hops[$0.node] ?? nodes.count) + 1 == hops[node] } }
  }

  private func shortestSteps(from start: Int, to end: Int, _ adjacency: Adjacency) -> Steps? {
    var hops = [Int](repeating: .max, count: nodes.count)
    var rest = [Double](repeating: .infinity, count: nodes.count)
    (hops[end], rest[end]) = (0, 0)
    var ring = [end]
    while hops[start] == .max, !ring.isEmpty {
      var further: [Int] = []
      for node in ring {
        for entry in adjacency[node] {
          if hops[entry.node] == .max {
            hops[entry.node] = hops[node] + 1
            further.append(entry.node)
          }
          guard hops[entry.node] == hops[node] + 1 else { continue }
          rest[entry.node] = min(rest[entry.node], rest[node] + ties[entry.tie].length)
        }
      }
      ring = further
    }
    guard hops[start] != .max else { return nil }
    return { node in
      adjacency[node].filter { entry in
        hops[entry.node] == hops[node] - 1
          && Self.isEqual(rest[entry.node] + ties[entry.tie].length, rest[node])
      }
    }
  }

  private static func isEqual(_ first: Double, _ second: Double) -> Bool {
    first == second || abs(first - second) <= 1e-10 * max(first, second)
  }
}
