extension EntityGraph {
  /// The graph of some nodes and of the ties among them.
  ///
  /// - Parameter kept: Indices into `nodes`, in any order.
  /// - Complexity: O(n + m).
  public func subgraph(of kept: some Sequence<Int>) -> EntityGraph {
    var isKept = [Bool](repeating: false, count: nodes.count)
    for node in kept { isKept[node] = true }
    return subgraph(whereNodes: { isKept[$0] }, ties: { _ in true })
  }

  /// A node, those within some hops of it, and the ties among all of them.
  ///
  /// - Parameters:
  ///   - node: An index into `nodes`.
  ///   - hops: How far to go.
  public func egoNetwork(of node: Int, hops: Int = 1) -> EntityGraph {
    subgraph(of: [node] + neighbours(of: node, hops: hops).map(\.node))
  }

  /// The nodes and ties that pass; a tie also needs both its nodes.
  func subgraph(whereNodes keepsNode: (Int) -> Bool, ties keepsTie: (Tie) -> Bool) -> EntityGraph {
    var place = [Int?](repeating: nil, count: nodes.count)
    var keptNodes: [Node] = []
    for index in nodes.indices where keepsNode(index) {
      place[index] = keptNodes.count
      keptNodes.append(nodes[index])
    }
    var keptTies: [Tie] = []
    for tie in ties where keepsTie(tie) {
      guard let source = place[tie.source], let target = place[tie.target] else { continue }
      var moved = tie
      moved.source = source
      moved.target = target
      keptTies.append(moved)
    }
    return EntityGraph(nodes: keptNodes, ties: keptTies)
  }
}
