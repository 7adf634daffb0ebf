import EntityGraphs
import TextFiles

/// Node-link JSON, as NetworkX 3.4 and later read it with `node_link_graph`, one element a line.
public struct NodeLinkJSONExporter: GraphExporter {
  /// The key of the list of ties: the wrong one makes a reader load no ties, and say nothing.
  public enum TieKey: String, Sendable {
    /// What NetworkX reads since 3.4.
    case edges

    /// What D3 and older NetworkX read.
    case links
  }

  /// The key of the list of ties.
  public var tieKey: TieKey

  /// Whether ties have their weight under the name `value` too, which D3's examples draw.
  var hasValues = false

  /// - Parameter tieKey: The key of the list of ties.
  public init(tieKey: TieKey = .edges) {
    self.tieKey = tieKey
  }

  public var formatName: String { "json" }
  public var fileName: String { "graph.json" }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    let columns = AttributeColumns(graph)
    var buffer = ByteBuffer()
    buffer.append("{\"directed\":false,\"multigraph\":false,\"graph\":{},\"nodes\":[")
    for index in graph.nodes.indices {
      buffer.append(index == 0 ? "\n" : ",\n")
      JSONElement.appendNode(graph.nodes[index], index, placement, columns, to: &buffer)
      try sink.take(&buffer)
    }
    buffer.append("\n],\"\(tieKey.rawValue)\":[")
    let ids = JSONElement.literals(ofIDsIn: graph)
    for index in graph.ties.indices {
      graph.prefetchEvidence(aheadOfTie: index)
      buffer.append(index == 0 ? "\n" : ",\n")
      JSONElement.appendTie(graph.ties[index], ids, hasValue: hasValues, to: &buffer)
      try sink.take(&buffer)
    }
    buffer.append("\n]}\n")
    try sink.take(&buffer, beyond: 0)
    return []
  }
}
