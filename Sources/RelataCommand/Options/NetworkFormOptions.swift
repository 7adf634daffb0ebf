import ArgumentParser
import EntityGraphs
import Exporters
import GraphAnalysis
import Relata
import TextFiles

/// Whether a command prints a list, or the network of what it lists, and where.
struct NetworkFormOptions: ParsableArguments {
  /// A form of a list or of a network.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv, graphml, gexf, dot, cytoscape, neo4j

    var list: TableFormat? { TableFormat(rawValue: rawValue) }
    var network: GraphFormat? { GraphFormat(rawValue: rawValue) }
  }

  @Option(
    name: [.short, .customLong("format")],
    help: ArgumentHelp(
      "A list as table, json or csv; the network as graphml, gexf, dot or cytoscape. Repeatable with -o.",
      valueName: "format"))
  var forms: [Form] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write the network into this folder (default: graphml).", valueName: "folder"))
  var output: String?

  func validate() throws {
    try OutputOption.check(output)
    if output != nil {
      if forms.contains(.table) {
        throw ValidationError("a table is no network; give another --format, or leave --output out")
      }
    } else {
      if forms.count > 1 {
        throw ValidationError("only one --format can be printed; name a folder with --output")
      }
      if forms.first == .neo4j {
        throw ValidationError("neo4j is two files; name a folder with --output")
      }
    }
  }

  /// The form of the list, where one is to be printed.
  var list: TableFormat? {
    output == nil ? (forms.first ?? .table).list : nil
  }

  /// Prints or writes a network.
  func write(_ graph: EntityGraph) async throws {
    let placement = try GraphLayout.placement(of: graph)
    let formats = forms.compactMap(\.network)
    let distinct = formats.enumerated().filter { !formats[..<$0.offset].contains($0.element) }
    let exporters = (distinct.isEmpty ? [.graphml] : distinct.map(\.element)).flatMap(\.exporters)
    let warnings: [ExportWarning]
    if let output {
      let set = AtomicFileSet(in: try OutputFolder(creating: output))
      warnings = try await GraphExport.write(
        graph, placement: placement, as: exporters, into: set)
      try set.commit()
      let names = exporters.map(\.fileName).joined(separator: ", ")
      Console.error("wrote \(OutputOption.shown(output)): \(names)")
    } else {
      let sink = FileSink.standardOutput()
      warnings = try GraphExport.write(graph, placement: placement, as: exporters, to: sink)
      try sink.flush()
    }
    for warning in warnings { Console.error(warning.description) }
  }
}
