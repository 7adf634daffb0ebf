import EntityGraphs
import TextFiles

/// Cytoscape.js JSON, one element a line; Cytoscape itself opens it too.
public struct CytoscapeJSONExporter: GraphExporter {
  /// The exporter has no options.
  public init() {}

  public var formatName: String { "cytoscape" }
  public var fileName: String { "graph.cyjs" }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    let columns = AttributeColumns(graph)
    var buffer = ByteBuffer()
    buffer.append("{\"elements\":{\"nodes\":[")
    for index in graph.nodes.indices {
      buffer.append(index == 0 ? "\n{\"data\":" : ",\n{\"data\":")
      JSONElement.appendNode(graph.nodes[index], index, placement, columns, to: &buffer)
      buffer.append(",\"position\":{\"x\":")
      buffer.append(placement.positions[index].x, decimals: 1)
      // Down is positive here.
      buffer.append(",\"y\":")
      buffer.append(-placement.positions[index].y, decimals: 1)
      buffer.append("}}")
      try sink.take(&buffer)
    }
    buffer.append("\n],\"edges\":[")
    let prefix = Self.prefixOfTies(in: graph)
    let ids = JSONElement.literals(ofIDsIn: graph)
    for index in graph.ties.indices {
      graph.prefetchEvidence(aheadOfTie: index)
      buffer.append(index == 0 ? "\n{\"data\":" : ",\n{\"data\":")
      JSONElement.appendTie(
        graph.ties[index], ids, id: "\(prefix)\(graph.number(ofTie: index))", to: &buffer)
      buffer.append("}")
      try sink.take(&buffer)
    }
    buffer.append("\n]}}\n")
    try sink.take(&buffer, beyond: 0)
    return []
  }

  /// `e`, or so many of it that no node has the id of a tie: Cytoscape knows all elements by their ids.
  private static func prefixOfTies(in graph: EntityGraph) -> String {
    var prefix = "e"
    while graph.nodes.contains(where: { node in
      node.id.text.hasPrefix(prefix) && Int(node.id.text.dropFirst(prefix.count)) != nil
    }) { prefix += "e" }
    return prefix
  }
}
