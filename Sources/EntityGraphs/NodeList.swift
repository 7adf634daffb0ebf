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
    /// Whether the nodes are known to be ordered by identifier, each of which stands once.
    let isOrdered: Bool

    init(stated: [Node]) {
      (count, self.stated) = (stated.count, stated)
      (counted, records, analyses, isOrdered) = (PagedArray(), nil, [], false)
    }

    init(
      _ counted: PagedArray<NodeRow>, _ records: PackedNodeRecords?, _ analyses: [NodeAnalysis],
      isOrdered: Bool
    ) {
      (count, stated) = (counted.count, [])
      (self.counted, self.records, self.analyses) = (counted, records, analyses)
      self.isOrdered = isOrdered
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
  ///   - isOrdered: Whether they are known to be ordered by identifier, each of which stands once.
  init(_ rows: PagedArray<NodeRow>, _ records: PackedNodeRecords, isOrdered: Bool) {
    storage = Storage(rows, records, [], isOrdered: isOrdered)
  }

  private init(_ storage: Storage) { self.storage = storage }

  /// Whether the nodes are ordered by identifier, each of which stands once.
  ///
  /// - Complexity: O(n); O(1) where it was found out as they were counted.
  var isOrdered: Bool {
    storage.isOrdered || zip(self, dropFirst()).allSatisfy { $0.precedes($1) }
  }

  /// The same nodes with what the analysis of their graph says of them.
  ///
  /// - Parameter analyses: One for each node, in order.
  package func analysed(_ analyses: [NodeAnalysis]) -> NodeList {
    precondition(analyses.count == count, "each node has an analysis")
    if let records = storage.records {
      return NodeList(Storage(storage.counted, records, analyses, isOrdered: storage.isOrdered))
    }
    return NodeList(
      zip(storage.stated, analyses).map { node, analysis in
        var node = node
        node.analysis = analysis
        return node
      })
  }

  /// Where goes what is made of the nodes and memory shall not hold; nil where all stays in memory.
  package var overflow: BytePool.Overflow? { storage.counted.overflow }

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
