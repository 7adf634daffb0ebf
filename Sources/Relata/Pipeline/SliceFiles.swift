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
  private let output: OutputFolder
  private let length: SliceLength

  init(in output: OutputFolder, _ length: SliceLength) {
    self.output = output
    self.length = length
  }

  /// What the folder of the slices is called.
  static func folderName(_ length: SliceLength) -> String { "by-\(length.rawValue)" }

  /// The table of the slices, as the results name it.
  var tableName: String { "\(Self.folderName(length))/slices.csv" }

  /// Writes the slices, and the table when all others are in place.
  ///
  /// - Parameters:
  ///   - slices: The counts of each.
  ///   - lexicon: The lexicon whose indices the counts use.
  ///   - whole: The graph of all documents.
  ///   - placement: Where its nodes stand.
  ///   - job: The formats and options.
  /// - Returns: What could not be written as it is.
  /// - Throws: `FileError` or `ExportError`; slices before the one that failed are in place then.
  func write(
    _ slices: SliceTable, _ lexicon: Lexicon, whole: EntityGraph, placement: Placement,
    job: BuildJob
  ) async throws -> [ExportWarning] {
    let folder = try Self.make(output.path(of: Self.folderName(length)))
    var warnings: [ExportWarning] = []
    var rows = ByteBuffer()
    rows.append(literal: "slice,first,last,documents,mentions,nodes,ties,count,repeats\n")
    for (slice, counts) in slices.counts.sorted(by: { $0.key < $1.key }) {
      let graph = counts.graph(lexicon, options: job.graphOptions).numbered(as: whole)
      let set = AtomicFileSet(in: try Self.make(folder.path(of: slice.description)))
      warnings += try await GraphExport.write(
        graph, placement: placement.restricted(to: graph, of: whole),
        as: job.formats.flatMap(\.exporters), into: set, threads: job.options.threads)
      try set.commit()
      rows.append("\(slice),\(slice.firstDay),\(slice.lastDay),\(counts.documents)")
      for number in [
        graph.nodes.reduce(0) { $0 + $1.mentions }, graph.nodes.count, graph.ties.count,
        graph.ties.reduce(0) { $0 + $1.count }, graph.ties.repeats,
      ] {
        rows.append(literal: ",")
        rows.append(number)
      }
      rows.append(literal: "\n")
    }
    let table = AtomicFileSet(in: folder)
    try table.open("slices.csv").drain(&rows)
    try table.commit()
    return warnings
  }

  /// Takes a folder for slices; among results no link is ours to follow.
  private static func make(_ path: String) throws(FileError) -> OutputFolder {
    guard (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil else {
      throw FileError(
        path: path, action: "write",
        reason: "it is a symbolic link; take it away, or name another output folder")
    }
    return try OutputFolder(creating: path)
  }

  /// The folders of slices of earlier runs that were not renewed, in order.
  ///
  /// - Parameters:
  ///   - output: The folder of the results.
  ///   - renewed: The slices that were written, if any.
  static func leftovers(in output: OutputFolder, renewed: SliceTable?) -> [String] {
    SliceLength.allCases.flatMap { length -> [String] in
      let folder = folderName(length)
      guard
        let names = try? FileManager.default.contentsOfDirectory(atPath: output.path(of: folder))
      else { return [] }
      guard let renewed, renewed.length == length else { return ["\(folder)/"] }
      let written = Set(renewed.counts.keys.map(\.description))
      return names.filter { !written.contains($0) && $0.first != "." && $0 != "slices.csv" }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(folder)/\($0)" }
    }
  }
}
