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
    rows.words("documents", "sources", "npmi", "jaccard", "llr", "noise_corrected", "evidence")
    rows.endRow()
    for (index, tie) in graph.ties.enumerated() {
      let (source, target) = (graph.nodes[tie.source], graph.nodes[tie.target])
      rows.text(source.id.text, .tie(source.id, target.id), field: "source")
      rows.text(target.id.text, .tie(source.id, target.id), field: "target")
      rows.words("Undirected")
      text.clear()
      text.append(UInt8(ascii: "e"))
      text.append(index)
      rows.text(utf8: text.bytes.span, .tie(source.id, target.id), field: "id")
      text.clear()
      text.append(source.name)
      text.append(" – ")
      text.append(target.name)
      rows.text(utf8: text.bytes.span, .tie(source.id, target.id), field: "label")
      rows.number(weight: tie.weight)
      rows.number(tie.count)
      rows.number(tie.repeats)
      rows.number(tie.documents)
      if tie.sources > 0 { rows.number(tie.sources) } else { rows.words("") }
      rows.number(tie.measures.npmi, decimals: 6)
      rows.number(tie.measures.jaccard, decimals: 6)
      rows.number(tie.measures.llr, decimals: 6)
      rows.number(tie.measures.noiseCorrected, decimals: 6)
      text.clear()
      PlainText.lines(of: tie.evidence, into: &text)
      rows.text(utf8: text.bytes.span, .tie(source.id, target.id), field: "evidence")
      rows.endRow()
      try sink.take(&rows.buffer)
    }
    try sink.take(&rows.buffer, beyond: 0)
    return rows.warnings
  }
}
