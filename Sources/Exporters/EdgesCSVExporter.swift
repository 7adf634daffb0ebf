import EntityGraphs
import TextFiles

/// `edges.csv`, one tie a row, with the headings that Gephi's spreadsheet import looks for.
///
/// `Label` has the names of both nodes, since `Source` and `Target` have their ids. `sources` is
/// empty where no document names its source.
public struct EdgesCSVExporter: GraphExporter {
  /// The exporter has no options.
  public init() {}

  public var formatName: String { "csv" }
  public var fileName: String { "edges.csv" }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    var rows = CSVRows(fileName: fileName)
    var text = ByteBuffer()
    rows.words("Source", "Target", "Type", "Id", "Label", "Weight", "count", "repeats")
    rows.words("documents", "sources", "first", "last", "npmi", "jaccard", "llr")
    rows.words("noise_corrected", "evidence")
    rows.endRow()
    for index in graph.ties.indices {
      let tie = graph.ties[index]
      func owner() -> ExportWarning.Owner {
        .tie(graph.nodes[tie.source].id, graph.nodes[tie.target].id)
      }
      rows.text(graph.nodes[tie.source].id.text, owner(), field: "source")
      rows.text(graph.nodes[tie.target].id.text, owner(), field: "target")
      rows.words("Undirected")
      rows.identifier("e", graph.number(ofTie: index))
      text.clear()
      text.append(graph.nodes[tie.source].name)
      text.append(literal: " – ")
      text.append(graph.nodes[tie.target].name)
      text.withBytes { rows.text(utf8: $0, owner(), field: "label") }
      rows.number(weight: tie.weight)
      rows.number(tie.count)
      rows.number(tie.repeats)
      rows.number(tie.documents)
      if tie.sources > 0 { rows.number(tie.sources) } else { rows.words("") }
      rows.days(tie.days)
      rows.number(tie.measures.npmi, decimals: 6)
      rows.number(tie.measures.jaccard, decimals: 6)
      rows.number(tie.measures.llr, decimals: 6)
      rows.number(tie.measures.noiseCorrected, decimals: 6)
      text.clear()
      PlainText.appendLines(of: tie, to: &text)
      text.withBytes { rows.text(utf8: $0, owner(), field: "evidence") }
      rows.endRow()
      try sink.take(&rows.buffer)
    }
    try sink.take(&rows.buffer, beyond: 0)
    return rows.warnings
  }
}
