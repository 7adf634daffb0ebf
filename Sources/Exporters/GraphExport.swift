import EntityGraphs
import TextFiles

/// Writes a graph in several formats at once.
public enum GraphExport {
  /// Writes files into a set, which the caller commits when its other files are written too.
  ///
  /// - Parameters:
  ///   - graph: What to write.
  ///   - placement: Where its nodes stand.
  ///   - exporters: The formats, in the order they are written.
  ///   - files: The set that takes the files, named as the exporters say.
  /// - Returns: What could not be written as it is, by file.
  /// - Throws: `ExportError` at the first failure; then drop the set, and the old files stay.
  public static func write(
    _ graph: EntityGraph, placement: Placement, as exporters: [any GraphExporter],
    into files: AtomicFileSet
  ) throws(ExportError) -> [ExportWarning] {
    var warnings: [ExportWarning] = []
    for exporter in exporters {
      let file: AtomicFile
      do {
        file = try files.open(exporter.fileName)
      } catch {
        throw .file(error)
      }
      warnings += try exporter.write(graph, placement: placement, to: file)
    }
    return warnings
  }
}
