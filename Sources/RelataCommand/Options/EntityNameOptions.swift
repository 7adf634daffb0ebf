import ArgumentParser
import EntityGraphs
import Gazetteers
import Relata
import TextFiles
import Workspaces

/// How a command understands the names of entities.
struct EntityNameOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("gazetteer")],
    help: ArgumentHelp(
      "A gazetteer whose names are understood beside those of the shipped ones. Repeatable.",
      valueName: "file"))
  var gazetteers: [String] = []

  @Flag(help: "Take names as the graph writes them: no other case, spelling or alias.")
  var exact = false

  /// Refuses a name without any letter or sign.
  static func check(_ name: String) throws {
    if name.allSatisfy(\.isWhitespace) {
      throw ValidationError("the name is empty; give an identifier or a name of an entity")
    }
  }

  /// The node that a name means; what cannot be told is said, and ends the run.
  ///
  /// - Parameters:
  ///   - name: An identifier, or a name that the graph or a gazetteer gives.
  ///   - graph: Where to look.
  func find(_ name: String, in graph: EntityGraph) throws -> Int {
    let own = try read()
    let search = EntitySearch(graph)
    var answer = exact ? search.findExactly(name) : search.find(name)
    if case .none = answer, !exact {
      answer = search.find(name, names: search.names(of: own + Self.shipped()))
    }
    switch answer {
    case .one(let node): return node
    case .several(let nodes): severalBear(name, nodes.map { graph.nodes[$0].id.text })
    case .none(let nearest): noneBears(name, nearest)
    }
    throw ExitStatus.failure
  }

  /// The entity of a workspace that a name means; what cannot be told is said, and ends the run.
  ///
  /// - Parameters:
  ///   - name: An identifier, or a name that the documents or a gazetteer give.
  ///   - workspace: Where to look.
  func find(_ name: String, in workspace: Workspace) throws -> StoredEntity {
    let own = try read()
    let answer = try WorkspaceNames(workspace).find(name, isExact: exact) {
      own + Self.noted(in: workspace)
    }
    switch answer {
    case .one(let entity): return entity
    case .several(let found): severalBear(name, found.map(\.node.id.text))
    case .none(let nearest): noneBears(name, nearest)
    }
    throw ExitStatus.failure
  }

  private func severalBear(_ name: String, _ ids: [String]) {
    let list = ids.joined(separator: ", ").onOneLine
    Console.error(
      "relata: several entities bear the name \"\(shown(name))\": give one of \(list)")
  }

  private func noneBears(_ name: String, _ nearest: [String]) {
    let hint =
      nearest.isEmpty
      ? "the graph has no nodes" : "nearest are " + nearest.joined(separator: ", ").onOneLine
    Console.error("relata: no entity of the graph is called \"\(shown(name))\"; \(hint)")
  }

  /// The gazetteers that were given, read even where their names are not needed: a mistyped path should
  /// not depend on the name.
  private func read() throws -> [Gazetteer] {
    try gazetteers.map { path in
      let gazetteer = try Gazetteer(path: path)
      let errors = gazetteer.findings.filter { $0.severity == .error }
      guard errors.isEmpty else { throw RunError.gazetteers(errors) }
      return gazetteer
    }
  }

  /// The gazetteers that a workspace was built with, as far as they are still there, or else those that
  /// ship.
  private static func noted(in workspace: Workspace) -> [Gazetteer] {
    let paths = (try? workspace.settings())?.gazetteers.map(\.path) ?? []
    let found = paths.compactMap { try? Gazetteer(path: $0) }
    return found.isEmpty ? shipped() : found
  }

  private func shown(_ name: String) -> String {
    String(name.prefix(80)).onOneLine + (name.count > 80 ? "…" : "")
  }

  /// The shipped gazetteers, as far as they can be read: a graph can be asked without them.
  private static func shipped() -> [Gazetteer] {
    ((try? GazetteerLibrary.shippedPaths()) ?? []).compactMap { try? Gazetteer(path: $0) }
  }
}
