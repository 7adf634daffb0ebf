import ArgumentParser
import EntityGraphs
import Exporters
import GraphAnalysis
import Relata
import TextFiles

/// `relata export`: one format of a graph that was built.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a graph that was built in another format.",
    discussion: """
      The formats csv and neo4j are two files each: name a folder for them with --output. The others \
      go to standard output, to a file, or under their usual names into a folder. They are those that \
      the build would have written; of a graph.json, attributes of the gazetteers are not read back.

      EXAMPLES
        relata export -f html > graph.html            a page that draws the graph
        relata export -f d3 -w news/relata.sqlite     for a page with D3
        relata export -f ftm -o graph.ftm.json        for Aleph and OpenSanctions
        relata export -f neo4j -o import/             two tables
      """)

  @Option(
    name: [.short, .long],
    help:
      "graphml, gexf, dot, csv, json, html, d3, cytoscape, neo4j or ftm.")
  var format: GraphFormat

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File or folder to write (default: standard output).", valueName: "path"))
  var output: String?

  @OptionGroup var query: GraphQueryOptions
  @OptionGroup(title: "Messages") var talk: TalkOptions

  func validate() throws {
    if output?.isEmpty == true {
      throw ValidationError("--output is empty; name a file or folder")
    }
    if output == nil, format.exporters.count > 1 {
      throw ValidationError(
        "\(format.rawValue) is \(format.exporters.count) files: name a folder for them with --output"
      )
    }
  }

  func run() async throws {
    var report = Report(talk)
    let (graph, placement) = try query.readWhole()
    let exporters = format.exporters
    let warnings: [ExportWarning]
    if let output {
      if exporters.count > 1 || output.hasSuffix("/") || ReadablePath.isFolder(output) {
        let files = AtomicFileSet(in: try OutputFolder(creating: output))
        warnings = try await GraphExport.write(
          graph, placement: placement, as: exporters, into: files)
        try files.commit()
      } else {
        let file = try AtomicFile(path: output)
        warnings = try GraphExport.write(graph, placement: placement, as: exporters, to: file)
        try file.commit()
      }
    } else {
      let sink = FileSink.standardOutput()
      warnings = try GraphExport.write(graph, placement: placement, as: exporters, to: sink)
      try sink.flush()
    }
    for warning in warnings { report.warn(warning.description) }
    try report.finish()
  }
}
