import EntityGraphs
import TextFiles

/// The nodes as `neo4j-admin database import` reads them, with `--multiline-fields=true` where
/// names hold line breaks. A database runs no formulas: every name is as it is.
public struct Neo4jNodesExporter: GraphExporter {
  /// The exporter has no options.
  public init() {}

  public var formatName: String { "neo4j" }
  public var fileName: String { "neo4j-nodes.csv" }
  public var showsEvidence: Bool { false }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    let columns = AttributeColumns(graph)
    var rows = CSVRows(fileName: fileName, neutralisesFormulas: false)
    rows.words("id:ID(Entity)", "name", "kind", "mentions:int", "windows:int", "documents:int")
    rows.words("first:date", "last:date")
    let analysis = AnalysisField.fields(of: graph)
    for field in analysis { rows.words(field.rawValue + ":" + field.type) }
    for column in columns.columns { rows.words(column.tokenTitle) }
    rows.words(":LABEL")
    rows.endRow()
    for node in graph.nodes {
      rows.text(.id, of: node)
      rows.text(.name, of: node)
      rows.text(node.kind.name, .node(node.id), field: "kind")
      rows.number(node.mentions)
      rows.number(node.windows)
      rows.number(node.documents)
      rows.days(node.days)
      for field in analysis { rows.number(field, of: node) }
      for (column, value) in zip(columns.columns, columns.values(of: node)) {
        rows.text(value ?? "", .node(node.id), field: column.name)
      }
      let label = Neo4jLabel.label(of: node.kind)
      rows.text(label.isEmpty ? "Entity" : "Entity;" + label, .node(node.id), field: "kind")
      rows.endRow()
      try sink.take(&rows.buffer)
    }
    try sink.take(&rows.buffer, beyond: 0)
    return rows.warnings
  }
}

/// The ties as `neo4j-admin database import` reads them, of the type `TOGETHER`.
///
/// Neo4j knows no undirected ties: each points from the smaller id to the larger.
public struct Neo4jTiesExporter: GraphExporter {
  /// The exporter has no options.
  public init() {}

  public var formatName: String { "neo4j" }
  public var fileName: String { "neo4j-ties.csv" }
  public var showsEvidence: Bool { false }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    var rows = CSVRows(fileName: fileName, neutralisesFormulas: false)
    rows.words(":START_ID(Entity)", ":END_ID(Entity)", "weight:double", "count:int")
    rows.words("repeats:int", "documents:int", "sources:int", "first:date", "last:date")
    rows.words("npmi:double", "jaccard:double")
    rows.words("llr:double", "noise_corrected:double", ":TYPE")
    rows.endRow()
    let ids = CSVNodeTexts(of: graph, .id)
    for tie in graph.ties {
      let (source, target) = (tie.source, tie.target)
      rows.warn(rows.text(of: source, in: ids), .tie(tie, of: graph), field: "source")
      rows.warn(rows.text(of: target, in: ids), .tie(tie, of: graph), field: "target")
      rows.counts(of: tie)
      rows.measures(of: tie)
      rows.plain { $0.append(literal: "TOGETHER") }
      rows.endRow()
      try sink.take(&rows.buffer)
    }
    try sink.take(&rows.buffer, beyond: 0)
    return rows.warnings
  }
}
