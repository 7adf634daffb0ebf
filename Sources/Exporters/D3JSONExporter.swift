import EntityGraphs
import TextFiles

/// Node-link JSON as D3 takes it, one element a line: `forceLink().id(d => d.id)` finds the ends
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
    // Down is positive in SVG and on a canvas.
    let onScreen = Placement(
      positions: placement.positions.map { .init(x: $0.x, y: 0 - $0.y) }, sizes: placement.sizes)
    var exporter = NodeLinkJSONExporter(tieKey: .links)
    exporter.hasValues = true
    return try exporter.write(graph, placement: onScreen, to: sink)
  }
}
