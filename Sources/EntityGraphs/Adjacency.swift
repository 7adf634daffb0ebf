/// Who is tied to whom, for walking a graph: for every node its ties, strongest first.
///
/// It is made once for a graph in compressed rows: the ties of node `i` stand at
/// `offsets[i]..<offsets[i + 1]` of `entries`.
public struct Adjacency: Sendable {
  /// One end of a tie, seen from the other.
  public struct Entry: Sendable, Equatable {
    /// The node at the other end, an index into the graph's nodes.
    public let node: Int

    /// The tie, an index into the graph's ties.
    public let tie: Int
  }

  private let offsets: [Int]
  private let entries: [Entry]

  /// - Complexity: O(n + m log d) for n nodes, m ties and a largest degree d.
  public init(_ graph: EntityGraph) {
    var offsets = [Int](repeating: 0, count: graph.nodes.count + 1)
    for tie in graph.ties {
      offsets[tie.source + 1] += 1
      offsets[tie.target + 1] += 1
    }
    for index in graph.nodes.indices { offsets[index + 1] += offsets[index] }
    var next = offsets
    var entries = [Entry](repeating: Entry(node: 0, tie: 0), count: 2 * graph.ties.count)
    for (index, tie) in graph.ties.enumerated() {
      entries[next[tie.source]] = Entry(node: tie.target, tie: index)
      entries[next[tie.target]] = Entry(node: tie.source, tie: index)
      next[tie.source] += 1
      next[tie.target] += 1
    }
    for index in graph.nodes.indices where offsets[index + 1] - offsets[index] > 1 {
      entries[offsets[index]..<offsets[index + 1]].sort { first, second in
        let (left, right) = (graph.ties[first.tie].weight, graph.ties[second.tie].weight)
        return left != right ? left > right : first.node < second.node
      }
    }
    self.offsets = offsets
    self.entries = entries
  }

  /// The ties of a node, strongest first, those of equal weight by identifier.
  public subscript(node: Int) -> ArraySlice<Entry> {
    entries[offsets[node]..<offsets[node + 1]]
  }

  /// How many ties a node has.
  public func degree(of node: Int) -> Int {
    offsets[node + 1] - offsets[node]
  }
}
