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
      appendNode(graph.nodes[index], index, placement, columns, to: &buffer)
      try sink.take(&buffer)
    }
    buffer.append("\n],\"\(tieKey.rawValue)\":[")
    let ids = graph.nodes.map { node in
      var id = ByteBuffer()
      JSONText.append(node.id.text, to: &id)
      return id
    }
    for index in graph.ties.indices {
      buffer.append(index == 0 ? "\n" : ",\n")
      appendTie(graph.ties[index], ids, to: &buffer)
      try sink.take(&buffer)
    }
    buffer.append("\n]}\n")
    try sink.take(&buffer, beyond: 0)
    return []
  }

  private func appendNode(
    _ node: Node, _ index: Int, _ placement: Placement, _ columns: AttributeColumns,
    to buffer: inout ByteBuffer
  ) {
    buffer.append("{\"id\":")
    JSONText.append(node.id.text, to: &buffer)
    buffer.append(",\"name\":")
    JSONText.append(node.name, to: &buffer)
    buffer.append(",\"label\":")
    JSONText.append(node.name, to: &buffer)
    buffer.append(",\"kind\":")
    JSONText.append(node.kind.name, to: &buffer)
    append(",\"mentions\":", node.mentions, to: &buffer)
    append(",\"windows\":", node.windows, to: &buffer)
    append(",\"documents\":", node.documents, to: &buffer)
    append(",\"size\":", placement.sizes[index], decimals: 1, to: &buffer)
    append(",\"x\":", placement.positions[index].x, decimals: 1, to: &buffer)
    append(",\"y\":", placement.positions[index].y, decimals: 1, to: &buffer)
    buffer.append(",\"color\":\"")
    buffer.append(Appearance.colour(of: node.kind).hexadecimal)
    buffer.append("\"")
    for attribute in node.attributes {
      guard let place = columns.place(of: attribute.name) else { continue }
      buffer.append(",")
      JSONText.append(columns.columns[place].title, to: &buffer)
      buffer.append(":")
      JSONText.append(attribute.value, to: &buffer)
    }
    buffer.append("}")
  }

  private func appendTie(_ tie: Tie, _ ids: [ByteBuffer], to buffer: inout ByteBuffer) {
    buffer.append("{\"source\":")
    buffer.append(ids[tie.source])
    buffer.append(",\"target\":")
    buffer.append(ids[tie.target])
    append(",\"weight\":", tie.weight, decimals: 6, to: &buffer)
    append(",\"count\":", tie.count, to: &buffer)
    append(",\"repeats\":", tie.repeats, to: &buffer)
    append(",\"documents\":", tie.documents, to: &buffer)
    if tie.sources > 0 { append(",\"sources\":", tie.sources, to: &buffer) }
    append(",\"npmi\":", tie.measures.npmi, decimals: 6, to: &buffer)
    append(",\"jaccard\":", tie.measures.jaccard, decimals: 6, to: &buffer)
    append(",\"llr\":", tie.measures.llr, decimals: 6, to: &buffer)
    append(",\"noise_corrected\":", tie.measures.noiseCorrected, decimals: 6, to: &buffer)
    buffer.append(",\"evidence\":[")
    for (number, window) in tie.evidence.enumerated() {
      buffer.append(number == 0 ? "{\"document\":" : ",{\"document\":")
      JSONText.append(window.document, to: &buffer)
      append(",\"start\":", window.start, to: &buffer)
      append(",\"end\":", window.end, to: &buffer)
      buffer.append(",\"text\":")
      JSONText.append(window.text, to: &buffer)
      buffer.append("}")
    }
    buffer.append("]}")
  }

  private func append(_ key: String, _ value: Int, to buffer: inout ByteBuffer) {
    buffer.append(key)
    buffer.append(value)
  }

  /// Leaves out what is not finite.
  private func append(
    _ key: String, _ value: Double, decimals: Int, to buffer: inout ByteBuffer
  ) {
    guard value.isFinite else { return }
    buffer.append(key)
    buffer.append(value, decimals: decimals)
  }
}
