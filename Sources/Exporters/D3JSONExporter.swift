import EntityGraphs
import TextFiles

/// Nodes and links as D3 takes them, one element a line: `forceLink().id(d => d.id)` finds the ends
/// by `source` and `target`, examples draw the width from `value`, and `x` and `y` are where a
/// simulation begins.
public struct D3JSONExporter: GraphExporter {
  /// The exporter has no options.
  public init() {}

  public var formatName: String { "d3" }
  public var fileName: String { "graph.d3.json" }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    let columns = AttributeColumns(graph)
    // Down is positive in SVG and on a canvas.
    let onScreen = Placement(
      positions: placement.positions.map { .init(x: $0.x, y: 0 - $0.y) }, sizes: placement.sizes)
    var buffer = ByteBuffer()
    buffer.append("{\"nodes\":[")
    for index in graph.nodes.indices {
      buffer.append(index == 0 ? "\n" : ",\n")
      JSONElement.appendNode(graph.nodes[index], index, onScreen, columns, to: &buffer)
      try sink.take(&buffer)
    }
    buffer.append("\n],\"links\":[")
    let ids = JSONElement.literals(ofIDsIn: graph)
    for index in graph.ties.indices {
      buffer.append(index == 0 ? "\n" : ",\n")
      JSONElement.appendTie(graph.ties[index], ids, hasValue: true, to: &buffer)
      try sink.take(&buffer)
    }
    buffer.append("\n]}\n")
    try sink.take(&buffer, beyond: 0)
    return []
  }
}
