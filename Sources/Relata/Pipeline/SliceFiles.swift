import Cooccurrence
import Dates
import EntityGraphs
import Exporters
import FoundationEssentials
import Gazetteers
import TextFiles

/// Writes a graph for each slice of time, in a folder of its own, and a table of the slices.
///
///     exports/by-month/2024-06/graph.graphml
///     exports/by-month/slices.csv
///
/// Ids and places are those of the whole graph. The files of a slice appear together; `slices.csv`
/// comes last.
struct SliceFiles {
  /// The folder of the results.
  let output: String
  let length: SliceLength

  init(in output: String, _ length: SliceLength) {
    self.output = output
    self.length = length
  }

  /// What the folder of the slices is called.
  static func folderName(_ length: SliceLength) -> String { "by-\(length.rawValue)" }

  private var folder: String {
    (output.isEmpty || output.hasSuffix("/") ? output : output + "/") + Self.folderName(length)
  }

  /// Writes the slices.
  ///
  /// - Parameters:
  ///   - slices: The counts of each.
  ///   - lexicon: The lexicon whose indices the counts use.
  ///   - whole: The graph of all documents.
  ///   - placement: Where its nodes stand.
  ///   - job: The formats and options.
  ///   - table: Receives the table.
  /// - Returns: What could not be written as it is.
  func write(
    _ slices: SliceTable, _ lexicon: Lexicon, whole: EntityGraph, placement: Placement,
    job: BuildJob, table: AtomicFile
  ) async throws -> [ExportWarning] {
    var warnings: [ExportWarning] = []
    var rows = ByteBuffer()
    rows.append(literal: "slice,first,last,documents,mentions,nodes,ties,count,repeats\n")
    for (slice, counts) in slices.counts.sorted(by: { $0.key < $1.key }) {
      let graph = counts.graph(lexicon, options: job.graphOptions).numbered(as: whole)
      let set = AtomicFileSet(in: try OutputFolder(creating: "\(folder)/\(slice)"))
      warnings += try await GraphExport.write(
        graph, placement: placement.restricted(to: graph, of: whole),
        as: job.formats.flatMap(\.exporters), into: set, threads: job.options.threads)
      try set.commit()
      rows.append("\(slice),\(slice.firstDay),\(slice.lastDay),\(counts.documents)")
      for number in [
        graph.nodes.reduce(0) { $0 + $1.mentions }, graph.nodes.count, graph.ties.count,
        graph.ties.reduce(0) { $0 + $1.count }, graph.ties.reduce(0) { $0 + $1.repeats },
      ] {
        rows.append(literal: ",")
        rows.append(number)
      }
      rows.append(literal: "\n")
    }
    try table.drain(&rows)
    return warnings
  }

  /// The folders of slices of earlier runs that were not renewed, in order.
  ///
  /// - Parameters:
  ///   - output: The folder of the results.
  ///   - renewed: The slices that were written, if any.
  static func leftovers(in output: String, renewed: SliceTable?) -> [String] {
    SliceLength.allCases.flatMap { length -> [String] in
      let name = folderName(length)
      let path = output.isEmpty || output.hasSuffix("/") ? output + name : output + "/" + name
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        return []
      }
      guard let renewed, renewed.length == length else { return ["\(name)/"] }
      let written = Set(renewed.counts.keys.map(\.description))
      return names.filter { !written.contains($0) && $0.first != "." && $0 != "slices.csv" }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(name)/\($0)" }
    }
  }
}
