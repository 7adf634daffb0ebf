import EntityGraphs
import TextFiles

/// An exporter whose ties several threads can write, a piece each.
protocol SharedExporter: GraphExporter {
  /// Writes the whole file, as `GraphExporter` says; it has the same bytes whoever helps.
  ///
  /// - Parameter spare: Threads that can help.
  func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink, spare: SpareThreads
  ) throws(ExportError) -> [ExportWarning]
}
