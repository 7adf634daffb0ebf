import ArgumentParser
import EntityGraphs
import Relata
import TextFiles
import Workspaces

/// A graph, and those of its nodes that a command asks about.
struct Question {
  /// How much of the graph a command needs.
  enum Scope {
    case whole
    /// What is reached from the named nodes in so many steps, with or without the ties among those that
    /// are reached last.
    case near(hops: Int, withRim: Bool)
  }

  /// What of the graph the command looks at.
  let graph: EntityGraph

  /// The nodes that were named, in the order of the names.
  let nodes: [Int]

  /// Where sentences are read, if not in the graph.
  private let workspace: Workspace?

  private let range: DocumentRange

  /// Reads the graph, finds what is named and leaves out what is not to be looked at.
  ///
  /// - Throws: What says in one line why there is no answer.
  init(
    about names: [String] = [], in query: GraphQueryOptions,
    by search: EntityNameOptions? = nil, filter: GraphFilterOptions, scope: Scope = .whole
  ) throws {
    let whole: EntityGraph
    let found: [Int]
    range = filter.documents.range
    switch try query.open() {
    case .file(let graph):
      guard range.isAll else { throw NeedsWorkspace() }
      whole = graph
      workspace = nil
      found = try names.map { try search?.find($0, in: graph) ?? 0 }
    case .workspace(let opened):
      workspace = opened
      let entities = try names.compactMap { try search?.find($0, in: opened) }
      switch scope {
      case .near(let hops, let withRim) where !range.isAll && !names.isEmpty:
        whole = try opened.graph(
          in: range, keeping: entities.map(\.number), hops: hops, withRim: withRim)
      case _ where !range.isAll:
        whole = try opened.graph(in: range, keeping: entities.map(\.number))
      case .near(let hops, let withRim) where !names.isEmpty:
        whole = try opened.graph(
          around: entities.map(\.number), hops: hops, withRim: withRim)
      default: whole = try opened.graph(withDays: false)
      }
      let graph = whole
      found = entities.compactMap { graph.index(of: $0.node.id) }
    }
    graph = try filter.apply(to: whole, keeping: found)
    let filtered = graph
    nodes = found.compactMap { filtered.index(of: whole.nodes[$0].id) }
  }

  /// The name of a node in one line, for messages.
  func name(_ node: Int) -> String { graph.nodes[node].name.onOneLine }

  /// The sentence, or other window, that speaks for a tie of the graph most often.
  func sentence(_ tie: Int) throws -> String {
    try sentences([tie])[0]
  }

  /// Such a sentence of each of some ties of the graph; of a graph in a file, the first that it has.
  func sentences(_ ties: [Int]) throws -> [String] {
    let found = ties.map { graph.ties[$0] }
    guard let workspace else { return found.map { $0.evidence.first?.text ?? "" } }
    return try workspace.strongestEvidence(
      of: found.map { (graph.nodes[$0.source].id, graph.nodes[$0.target].id) }, in: range
    ).map { $0?.text ?? "" }
  }

  /// A part of the graph with the sentences that files show.
  func withEvidence(_ part: EntityGraph) throws -> EntityGraph {
    guard let workspace else { return part }
    return try workspace.addingEvidence(
      to: part, limit: workspace.evidencePerTie(), in: range)
  }
}

/// A question about documents that a file of a graph cannot answer.
struct NeedsWorkspace: Error, CustomStringConvertible {
  var description: String {
    "--since, --until and --of-source ask documents, which a graph file does not hold; name a workspace with --workspace"
  }
}

/// How many rows a command shows.
enum TopOption {
  static func check(_ top: Int?) throws {
    if let top, top < 1 { throw ValidationError("--top \(top) is not possible; give 1 or more") }
  }
}
