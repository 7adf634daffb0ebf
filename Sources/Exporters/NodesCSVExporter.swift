import EntityGraphs
import TextFiles

/// `nodes.csv`, one node a row, with the headings that Gephi's spreadsheet import looks for.
public struct NodesCSVExporter: GraphExporter {
  /// The exporter has no options.
  public init() {}

  public var formatName: String { "csv" }
  public var fileName: String { "nodes.csv" }
  public var showsEvidence: Bool { false }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    let columns = AttributeColumns(graph)
    var rows = CSVRows(fileName: fileName)
    rows.words("Id", "Label", "Kind", "mentions", "windows", "documents")
    rows.words("first", "last", "size", "x", "y")
    let analysis = AnalysisField.fields(of: graph)
    for field in analysis { rows.words(field.rawValue) }
    for column in columns.columns { rows.text(column.title, .column, field: column.name) }
    rows.endRow()
    for (index, node) in graph.nodes.enumerated() {
      rows.text(.id, of: node)
      rows.text(.name, of: node)
      rows.text(node.kind.name, .node(node.id), field: "kind")
      rows.number(node.mentions)
      rows.number(node.windows)
      rows.number(node.documents)
      rows.days(node.days)
      rows.number(placement.sizes[index], decimals: 1)
      rows.number(placement.positions[index].x, decimals: 1)
      rows.number(placement.positions[index].y, decimals: 1)
      for field in analysis { rows.number(field, of: node) }
      for (column, value) in zip(columns.columns, columns.values(of: node)) {
        rows.text(value ?? "", .node(node.id), field: column.name)
      }
      rows.endRow()
      try sink.take(&rows.buffer)
    }
    try sink.take(&rows.buffer, beyond: 0)
    return rows.warnings
  }
}
