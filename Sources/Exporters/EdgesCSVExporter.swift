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
    let ids = CSVNodeTexts(of: graph, .id)
    let names = CSVNodeTexts(of: graph, .name)
    for index in graph.ties.indices {
      graph.prefetchEvidence(aheadOfTie: index)
      let tie = graph.ties[index]
      let (source, target) = (tie.source, tie.target)
      rows.warn(rows.text(of: source, in: ids), .tie(tie, of: graph), field: "source")
      rows.warn(rows.text(of: target, in: ids), .tie(tie, of: graph), field: "target")
      rows.plain { $0.append(literal: "Undirected") }
      rows.identifier("e", graph.number(ofTie: index))
      if names.isPlain(source), names.isPlain(target) {
        rows.plain { Self.appendLabel(source, target, names.texts, to: &$0) }
      } else {
        text.clear()
        Self.appendLabel(source, target, names.texts, to: &text)
        let changes = text.withBytes { rows.text(utf8: $0) }
        rows.warn(changes, .tie(tie, of: graph), field: "label")
      }
      rows.counts(of: tie)
      rows.measures(of: tie)
      text.clear()
      PlainText.appendLines(of: tie, to: &text)
      let changes = text.withBytes { rows.text(utf8: $0) }
      rows.warn(changes, .tie(tie, of: graph), field: "evidence")
      rows.endRow()
      try sink.take(&rows.buffer)
    }
    try sink.take(&rows.buffer, beyond: 0)
    return rows.warnings
  }

  private static func appendLabel(
    _ source: Int, _ target: Int, _ names: borrowing NodeTexts, to buffer: inout ByteBuffer
  ) {
    names.append(source, to: &buffer)
    buffer.append(literal: " – ")
    names.append(target, to: &buffer)
  }
}
