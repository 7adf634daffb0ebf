import ArgumentParser
import EntityGraphs
import Relata

/// Which graph a command asks.
struct GraphQueryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The graph to ask.", valueName: "file"))
  var graph = "exports/graph.json"

  /// The graph.
  func read() throws -> EntityGraph { try GraphFile.read(graph) }
}
