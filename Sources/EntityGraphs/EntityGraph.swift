import Dates
import Gazetteers

/// An undirected weighted graph of entities, ordered by identifier.
///
/// Nodes are ordered by `id`, ties by the pair of their nodes; `source < target` in every tie, there
/// is at most one tie for a pair, and none ties a node to itself.
public struct EntityGraph: Sendable, Equatable {
  /// The nodes, ordered by identifier.
  public let nodes: NodeList

  /// The ties, ordered by `source`, then `target`.
  public let ties: TieList

  /// What files call the nodes and ties, where that is not their place.
  public internal(set) var numbering: GraphNumbering?

  /// From the first to the last day of the documents behind the graph; nil where none is dated.
  ///
  /// A tie's documents hold its nodes, so the days of the nodes are all there are.
  ///
  /// - Complexity: O(n).
  public var days: DaySpan? {
    nodes.reduce(into: DayBounds()) { bounds, node in
      if let days = node.days { bounds.extend(by: days) }
    }.span
  }

  /// Builds a graph, putting nodes and ties into their order.
  ///
  /// - Parameters:
  ///   - nodes: The nodes, in any order, each identifier once.
  ///   - ties: The ties, in any order; `source` and `target` are indices into `nodes` as given here.
  /// - Precondition: The indices are in range and differ, no identifier and no pair is repeated.
  /// - Complexity: O(n log n + m log m) for n nodes and m ties.
  public init(nodes: [Node], ties: [Tie]) {
    self.init(nodes: NodeList(nodes), ties: TieList(ties))
  }

  /// Builds a graph of nodes that another graph has, and of other ties.
  ///
  /// The same holds as for nodes that are stated.
  public init(nodes: NodeList, ties: [Tie]) {
    self.init(nodes: nodes, ties: TieList(ties))
  }

  /// Builds a graph of nodes and ties that another graph has, or that were counted.
  ///
  /// The same holds as for those that are stated.
  public init(nodes: NodeList, ties: TieList) {
    if Self.isOrdered(nodes, ties) {
      (self.nodes, self.ties) = (nodes, ties)
      return
    }
    let order = nodes.indices.sorted { nodes[$0].precedes(nodes[$1]) }
    var place = [Int](repeating: 0, count: nodes.count)
    for (new, old) in order.enumerated() { place[old] = new }
    self.nodes = NodeList(order.map { nodes[$0] })
    let moved = ties.map { tie in
      var tie = tie
      let (first, second) = (place[tie.source], place[tie.target])
      precondition(first != second, "a tie joins two nodes")
      tie.source = min(first, second)
      tie.target = max(first, second)
      return tie
    }
    self.ties = TieList(moved.sorted { ($0.source, $0.target) < ($1.source, $1.target) })
    precondition(self.nodes.isOrdered, "a node identifier stands twice")
    precondition(
      zip(self.ties, self.ties.dropFirst())
        .allSatisfy { ($0.source, $0.target) < ($1.source, $1.target) },
      "a pair of nodes has two ties")
  }

  /// Asks for the memory of evidence some ties ahead of one that is written now.
  ///
  /// The windows of neighbouring ties stand anywhere in the corpus, so that writers would wait for memory
  /// at each of them.
  package func prefetchEvidence(aheadOfTie index: Int) {
    if index + 8 < ties.count { ties[index + 8].prefetchEvidence() }
  }

  /// Whether nodes and ties can make a graph: what `init` takes for granted, for what a file says.
  ///
  /// - Complexity: O(n + m).
  package static func isGraph(nodes: NodeList, ties: TieList) -> Bool {
    if isOrdered(nodes, ties) { return true }
    var pairs: Set<Range<Int>> = []
    return Set(nodes.map(\.id)).count == nodes.count
      && ties.allSatisfy { tie in
        let (first, second) = (min(tie.source, tie.target), max(tie.source, tie.target))
        return 0 <= first && first < second && second < nodes.count
          && pairs.insert(first..<second).inserted
      }
  }

  /// Whether nodes and ties are as a graph has them, so that nothing needs to be moved.
  private static func isOrdered(_ nodes: NodeList, _ ties: TieList) -> Bool {
    guard nodes.isOrdered else { return false }
    let count = nodes.count
    var before = (-1, -1)
    return ties.allSatisfy { row in
      let ends = (Int(row.source), Int(row.target))
      defer { before = ends }
      return ends.0 < ends.1 && ends.1 < count && before < ends
    }
  }
}
