import ArgumentParser
import EntityGraphs
import Gazetteers
import Relata
import TextFiles

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
    // Read even where the graph knows the name: a mistyped path should not depend on the name.
    let own = try gazetteers.map { path in
      let gazetteer = try Gazetteer(path: path)
      let errors = gazetteer.findings.filter { $0.severity == .error }
      guard errors.isEmpty else { throw RunError.gazetteers(errors) }
      return gazetteer
    }
    let search = EntitySearch(graph)
    var answer = exact ? search.findExactly(name) : search.find(name)
    if case .none = answer, !exact {
      answer = search.find(name, names: search.names(of: own + Self.shipped()))
    }
    switch answer {
    case .one(let node): return node
    case .several(let nodes):
      let list = nodes.map { graph.nodes[$0].id.text }.joined(separator: ", ")
      Console.error(
        "relata: several entities bear the name \"\(shown(name))\": give one of \(list.onOneLine)")
    case .none(let nearest):
      let hint =
        nearest.isEmpty
        ? "the graph has no nodes" : "nearest are " + nearest.joined(separator: ", ").onOneLine
      Console.error("relata: no entity of the graph is called \"\(shown(name))\"; \(hint)")
    }
    throw ExitStatus.failure
  }

  private func shown(_ name: String) -> String {
    String(name.prefix(80)).onOneLine + (name.count > 80 ? "…" : "")
  }

  /// The shipped gazetteers, as far as they can be read: a graph can be asked without them.
  private static func shipped() -> [Gazetteer] {
    ((try? GazetteerLibrary.shippedPaths()) ?? []).compactMap { try? Gazetteer(path: $0) }
  }
}
