import ArgumentParser
import EntityGraphs
import Exporters
import GraphAnalysis
import Relata
import TextFiles
import Workspaces

/// What a command asks: the workspace of a build, or a graph in a file.
struct GraphQueryOptions: ParsableArguments {
  @OptionGroup var place: WorkspaceOptions

  @Option(
    help: ArgumentHelp("Ask a graph.json instead of the workspace.", valueName: "file"))
  var graph: String?

  func validate() throws {
    if graph != nil, place.workspace != nil {
      throw ValidationError("--graph and --workspace exclude each other; leave one of them out")
    }
    if graph?.isEmpty == true { throw ValidationError("--graph is empty; name a file") }
  }

  /// Where the answers come from.
  enum Source {
    case file(EntityGraph)
    case workspace(Workspace)
  }

  /// Opens what is to be asked.
  func open() throws -> Source {
    if let graph { return .file(try GraphFile.read(graph)) }
    // A build without a workspace leaves the graph beside where it would be.
    if place.workspace == nil, !ReadablePath.exists(place.path),
      ReadablePath.exists(Self.usualGraph)
    {
      return .file(try GraphFile.read(Self.usualGraph))
    }
    return .workspace(try place.open())
  }

  private static let usualGraph = "exports/graph.json"

  /// The whole graph with all that files show of it.
  func readWhole() throws -> (graph: EntityGraph, placement: Placement) {
    switch try open() {
    case .file(let graph): return (graph, try GraphLayout.placement(of: graph))
    case .workspace(let workspace):
      return (
        try workspace.graph(evidence: workspace.evidencePerTie()), try workspace.placement()
      )
    }
  }
}

/// Which workspace a command asks.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The workspace to ask, or the folder it is in (default: exports/relata.sqlite).",
      valueName: "file"))
  var workspace: String?

  func validate() throws {
    if workspace?.isEmpty == true { throw ValidationError("--workspace is empty; name a file") }
  }

  var path: String { BuildJob.workspace(at: workspace ?? "exports/" + BuildJob.workspaceName) }

  /// Opens the workspace.
  func open() throws -> Workspace { try Workspace(path: path) }
}

extension Workspace {
  /// How many windows the files of the build show of a tie.
  func evidencePerTie() throws -> Int {
    try settings().values["evidence per tie"].flatMap { Int($0) } ?? 3
  }
}
