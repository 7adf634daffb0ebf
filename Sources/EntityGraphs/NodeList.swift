import TextFiles

/// The nodes of a graph: stated one by one, or counted, when they may be many.
///
/// Counted nodes lie in tables that leave memory where they are many; each becomes a `Node` when it is
/// asked for.
public struct NodeList: Sendable {
  /// One object, so that lists are copied by counting one reference.
  private final class Storage: Sendable {
    let count: Int
    let stated: [Node]
    let counted: PagedArray<NodeRow>
    let records: PackedNodeRecords?
    /// What the analysis says of the counted nodes; empty where none was made.
    let analyses: [NodeAnalysis]

    init(stated: [Node]) {
      (count, self.stated) = (stated.count, stated)
      (counted, records, analyses) = (PagedArray(), nil, [])
    }

    init(
      _ counted: PagedArray<NodeRow>, _ records: PackedNodeRecords?, _ analyses: [NodeAnalysis]
    ) {
      (count, stated) = (counted.count, [])
      (self.counted, self.records, self.analyses) = (counted, records, analyses)
    }
  }

  private let storage: Storage

  /// - Parameter nodes: The nodes, in order.
  public init(_ nodes: [Node]) {
    storage = Storage(stated: nodes)
  }

  /// - Parameters:
  ///   - rows: The nodes but for their texts, in order.
  ///   - records: Where these are read from.
  init(_ rows: PagedArray<NodeRow>, _ records: PackedNodeRecords) {
    storage = Storage(rows, records, [])
  }

  private init(_ storage: Storage) { self.storage = storage }

  /// The same nodes with what the analysis of their graph says of them.
  ///
  /// - Parameter analyses: One for each node, in order.
  package func analysed(_ analyses: [NodeAnalysis]) -> NodeList {
    precondition(analyses.count == count, "each node has an analysis")
    if let records = storage.records {
      return NodeList(Storage(storage.counted, records, analyses))
    }
    return NodeList(
      zip(storage.stated, analyses).map { node, analysis in
        var node = node
        node.analysis = analysis
        return node
      })
  }

  /// The names of all attributes, in the order in which the nodes bring them.
  ///
  /// - Complexity: O(attributes of all nodes); less for counted nodes.
  package var attributeNames: [String] {
    if let records = storage.records { return records.attributeNames }
    var known: Set<String> = []
    return storage.stated.flatMap { node in
      node.attributes.map(\.name).filter { known.insert($0).inserted }
    }
  }
}

extension NodeList: RandomAccessCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int { storage.count }

  public subscript(index: Int) -> Node {
    guard let records = storage.records else { return storage.stated[index] }
    precondition(index >= 0 && index < storage.count, "a node of the graph")
    let analyses = storage.analyses
    return Node(storage.counted[index], records, analyses.isEmpty ? nil : analyses[index])
  }
}

extension NodeList: Equatable {
  /// Whether all that the nodes say is the same.
  public static func == (left: NodeList, right: NodeList) -> Bool { left.elementsEqual(right) }
}
