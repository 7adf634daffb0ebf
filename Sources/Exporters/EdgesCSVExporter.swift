import EntityGraphs
import TextFiles

/// `edges.csv`, one tie a row, with the headings that Gephi's spreadsheet import looks for.
///
/// `Label` has the names of both nodes, since `Source` and `Target` have their ids. `sources` is
/// empty where no document names its source.
public struct EdgesCSVExporter: SharedExporter {
  /// The exporter has no options.
  public init() {}

  public var formatName: String { "csv" }
  public var fileName: String { "edges.csv" }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    try write(graph, placement: placement, to: sink, spare: SpareThreads(0))
  }

  func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink, spare: SpareThreads
  ) throws(ExportError) -> [ExportWarning] {
    let fileName = fileName
    var heading = CSVRows(fileName: fileName)
    heading.words("Source", "Target", "Type", "Id", "Label", "Weight", "count", "repeats")
    heading.words("documents", "sources", "first", "last", "npmi", "jaccard", "llr")
    heading.words("noise_corrected", "evidence")
    heading.endRow()
    try sink.take(&heading.buffer, beyond: 0)
    let (ids, names) = (CSVNodeTexts(of: graph, .id), CSVNodeTexts(of: graph, .name))
    var warnings: [ExportWarning] = []
    try TiePieces.write(
      graph.ties.count, spare: spare, into: State(rows: CSVRows(fileName: fileName))
    ) { (ties, state: inout State) in
      for index in ties {
        graph.prefetchEvidence(aheadOfTie: index)
        Self.append(index, of: graph, ids, names, to: &state)
      }
    } take: { (state: inout State) throws(ExportError) in
      try sink.take(&state.rows.buffer, beyond: 0)
      warnings += state.rows.takeWarnings()
    }
    return warnings
  }

  private struct State: ~Copyable {
    var rows: CSVRows
    /// A text before it is put into a cell.
    var text = ByteBuffer()
  }

  private static func append(
    _ index: Int, of graph: EntityGraph, _ ids: CSVNodeTexts, _ names: CSVNodeTexts,
    to state: inout State
  ) {
    let tie = graph.ties[index]
    let (source, target) = (tie.source, tie.target)
    state.rows.warn(state.rows.text(of: source, in: ids), .tie(tie, of: graph), field: "source")
    state.rows.warn(state.rows.text(of: target, in: ids), .tie(tie, of: graph), field: "target")
    state.rows.plain { $0.append(literal: "Undirected") }
    state.rows.identifier("e", graph.number(ofTie: index))
    if names.isPlain(source), names.isPlain(target) {
      state.rows.plain { appendLabel(source, target, names.texts, to: &$0) }
    } else {
      state.text.clear()
      appendLabel(source, target, names.texts, to: &state.text)
      let changes = state.text.withBytes { state.rows.text(utf8: $0) }
      state.rows.warn(changes, .tie(tie, of: graph), field: "label")
    }
    state.rows.counts(of: tie)
    state.rows.measures(of: tie)
    state.text.clear()
    PlainText.appendLines(of: tie, to: &state.text)
    let changes = state.text.withBytes { state.rows.text(utf8: $0) }
    state.rows.warn(changes, .tie(tie, of: graph), field: "evidence")
    state.rows.endRow()
  }

  private static func appendLabel(
    _ source: Int, _ target: Int, _ names: NodeTexts, to buffer: inout ByteBuffer
  ) {
    names.append(source, to: &buffer)
    buffer.append(literal: " – ")
    names.append(target, to: &buffer)
  }
}
