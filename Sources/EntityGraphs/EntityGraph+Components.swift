extension EntityGraph {
  /// The connected components: nodes that reach each other, as ascending indices into `nodes`.
  ///
  /// - Returns: The largest component first, those of one size by their first node.
  /// - Complexity: O(n + m).
  public func connectedComponents() -> [[Int]] {
    var parent = Array(nodes.indices)
    func root(of node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for tie in ties {
      let (first, second) = (root(of: tie.source), root(of: tie.target))
      // The smaller index leads, so the root of a component is its first node.
      parent[max(first, second)] = min(first, second)
    }
    var members: [Int: [Int]] = [:]
    for node in nodes.indices { members[root(of: node), default: []].append(node) }
    return members.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}
