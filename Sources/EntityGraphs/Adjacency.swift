/// Who is tied to whom, for walking a graph: for every node its ties, strongest first.
///
/// It is made once for a graph in compressed rows: the ties of node `i` stand at
/// `offsets[i]..<offsets[i + 1]` of `entries`.
public struct Adjacency: Sendable {
  /// One end of a tie, seen from the other.
  public struct Entry: Sendable, Equatable {
    // In 32 bits each, as in `TieRow`: a large graph has millions.
    private let nodeIndex: UInt32
    private let tieIndex: UInt32

    fileprivate init(node: UInt32, tie: Int) {
      nodeIndex = node
      tieIndex = UInt32(tie)
    }

    /// The node at the other end, an index into the graph's nodes.
    public var node: Int { Int(nodeIndex) }

    /// The tie, an index into the graph's ties.
    public var tie: Int { Int(tieIndex) }
  }

  private let offsets: [Int]
  private let entries: [Entry]

  /// - Complexity: O(n + m log d) for n nodes, m ties and a largest degree d.
  public init(_ graph: EntityGraph) {
    var offsets = [Int](repeating: 0, count: graph.nodes.count + 1)
    var weights: [Double] = []
    weights.reserveCapacity(graph.ties.count)
    graph.ties.forEachRow { tie in
      offsets[Int(tie.source) + 1] += 1
      offsets[Int(tie.target) + 1] += 1
      weights.append(tie.weight)
    }
    for index in graph.nodes.indices { offsets[index + 1] += offsets[index] }
    var next = offsets
    var entries = [Entry](repeating: Entry(node: 0, tie: 0), count: 2 * graph.ties.count)
    var index = 0
    graph.ties.forEachRow { tie in
      let (source, target) = (Int(tie.source), Int(tie.target))
      entries[next[source]] = Entry(node: tie.target, tie: index)
      entries[next[target]] = Entry(node: tie.source, tie: index)
      next[source] += 1
      next[target] += 1
      index += 1
    }
    for index in graph.nodes.indices where offsets[index + 1] - offsets[index] > 1 {
      entries[offsets[index]..<offsets[index + 1]].sort { first, second in
        let (left, right) = (weights[first.tie], weights[second.tie])
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
