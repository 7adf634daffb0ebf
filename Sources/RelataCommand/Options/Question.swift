import ArgumentParser
import EntityGraphs
import Relata
import TextFiles

/// A graph, and those of its nodes that a command asks about.
struct Question {
  /// What of the graph the command looks at.
  let graph: EntityGraph

  /// The nodes that were named, in the order of the names.
  let nodes: [Int]

  /// Reads the graph, finds what is named and leaves out what is not to be looked at.
  ///
  /// - Throws: What says in one line why there is no answer.
  init(
    about names: [String] = [], in query: GraphQueryOptions,
    by search: EntityNameOptions? = nil, filter: GraphFilterOptions
  ) throws {
    let whole = try query.read()
    let found = try names.map { try search?.find($0, in: whole) ?? 0 }
    graph = try filter.apply(to: whole, keeping: found)
    let filtered = graph
    nodes = found.compactMap { filtered.index(of: whole.nodes[$0].id) }
  }

  /// The name of a node in one line, for messages.
  func name(_ node: Int) -> String { graph.nodes[node].name.onOneLine }
}

/// How many rows a command shows.
enum TopOption {
  static func check(_ top: Int?) throws {
    if let top, top < 1 { throw ValidationError("--top \(top) is not possible; give 1 or more") }
  }
}

extension Tie {
  /// The first sentence, or other window, that speaks for the tie.
  var sentence: String { evidence.first?.text ?? "" }
}
