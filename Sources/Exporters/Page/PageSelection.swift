import EntityGraphs

/// Which nodes and ties of a graph a page holds: all, or the strongest of a large graph.
struct PageSelection: Equatable {
  /// Ascending indices into the graph's nodes.
  let nodes: [Int]

  /// Ascending indices into the graph's ties, whose ends are all among `nodes`.
  let ties: [Int]

  /// Takes ties, the strongest first, as long as there is room for them and their ends; then, of the
  /// nodes that are left, those with the most mentions.
  ///
  /// - Complexity: O(n log n + m log m) for a graph beyond the limits, O(n + m) for another.
  init(of graph: EntityGraph, nodes mostNodes: Int, ties mostTies: Int) {
    if graph.nodes.count <= mostNodes && graph.ties.count <= mostTies {
      (nodes, ties) = (Array(graph.nodes.indices), Array(graph.ties.indices))
      return
    }
    let strongest = graph.ties.indices.sorted { first, second in
      let (left, right) = (graph.ties[first].weight, graph.ties[second].weight)
      return left != right ? left > right : first < second
    }
    var isKept = [Bool](repeating: false, count: graph.nodes.count)
    var room = mostNodes
    var kept: [Int] = []
    for index in strongest {
      guard kept.count < mostTies else { break }
      let tie = graph.ties[index]
      let new = (isKept[tie.source] ? 0 : 1) + (isKept[tie.target] ? 0 : 1)
      guard new <= room else { continue }
      room -= new
      isKept[tie.source] = true
      isKept[tie.target] = true
      kept.append(index)
    }
    let others = graph.nodes.indices.filter { !isKept[$0] }.sorted { first, second in
      let (left, right) = (graph.nodes[first].mentions, graph.nodes[second].mentions)
      return left != right ? left > right : first < second
    }
    for node in others.prefix(room) { isKept[node] = true }
    nodes = graph.nodes.indices.filter { isKept[$0] }
    ties = kept.sorted()
  }
}
