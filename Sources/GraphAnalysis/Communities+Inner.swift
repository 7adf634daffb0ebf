import EntityGraphs

extension Communities {
  /// What of a graph lies within communities.
  public struct Inner: Sendable, Equatable {
    /// For each node, the weight of its ties within its community.
    public var ofNodes: [Double]

    /// For each community, how many ties it holds.
    public var ties: [Int]

    /// For each community, the weight of the ties it holds.
    public var weights: [Double]
  }

  /// What of the graph that they were found in lies within the communities.
  ///
  /// - Complexity: O(n + m).
  public func innerStrengths(in graph: EntityGraph) -> Inner {
    var inner = Inner(
      ofNodes: membership.map { _ in 0 }, ties: members.map { _ in 0 },
      weights: members.map { _ in 0 })
    for tie in graph.ties where membership[tie.source] == membership[tie.target] {
      inner.ofNodes[tie.source] += tie.weight
      inner.ofNodes[tie.target] += tie.weight
      inner.ties[membership[tie.source]] += 1
      inner.weights[membership[tie.source]] += tie.weight
    }
    return inner
  }

  /// Nodes with those first that speak most for their community, then by identifier.
  ///
  /// - Parameters:
  ///   - nodes: Indices into the graph's nodes.
  ///   - strengths: For each node of the graph, the weight of its ties within its community.
  public func ordered(_ nodes: [Int], by strengths: [Double]) -> [Int] {
    nodes.sorted {
      strengths[$0] != strengths[$1] ? strengths[$0] > strengths[$1] : $0 < $1
    }
  }
}
