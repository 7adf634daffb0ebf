import ArgumentParser
import EntityGraphs
import Gazetteers
import Relata
import TextFiles

/// `relata neighbours`: who is tied to an entity.
struct NeighboursCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbours",
    abstract: "Show who is tied to an entity, strongest first, with a sentence for each tie.",
    discussion: """
      NAME is an identifier, or any name of the entity that the graph or the shipped gazetteers hold, \
      in any case.

      EXAMPLES
        relata neighbours "Kim Jong Un"
        relata neighbours DPRK --hops 2 --top 20
        relata neighbours person/vladimir-putin --format csv
      """, aliases: ["neighbors"])

  @Argument(help: "Whose neighbours.")
  var name: String

  @Option(help: ArgumentHelp("The graph to ask.", valueName: "file"))
  var graph = "exports/graph.json"

  @Option(help: "How far to go: 1 is who is tied directly.")
  var hops = 1

  @Option(help: "Show only so many.")
  var top: Int?

  @Option(name: [.short, .long], help: "table, json or csv.")
  var format = TableFormat.table

  func validate() throws {
    if name.allSatisfy(\.isWhitespace) {
      throw ValidationError("the name is empty; give an identifier or a name of an entity")
    }
    if hops < 1 { throw ValidationError("--hops \(hops) is not possible; give 1 or more") }
    if let top, top < 1 { throw ValidationError("--top \(top) is not possible; give 1 or more") }
  }

  func run() throws {
    let graph = try GraphFile.read(graph)
    let node = try find(in: graph)
    var found = graph.neighbours(of: node, hops: hops)
    if let top { found = Array(found.prefix(top)) }
    var table = Table(columns: [
      .init("hops", .number), .init("id"), .init("name"), .init("kind"), .init("weight", .number),
      .init("count", .number), .init("repeats", .number), .init("documents", .number),
      .init("npmi", .number), .init("via"), .init("evidence"),
    ])
    for neighbour in found {
      let other = graph.nodes[neighbour.node]
      let tie = graph.ties[neighbour.tie]
      table.add([
        "\(neighbour.hops)", other.id.text, other.name, other.kind.name, Table.number(tie.weight),
        "\(tie.count)", "\(tie.repeats)", "\(tie.documents)", Table.number(tie.measures.npmi),
        hops > 1 ? graph.nodes[neighbour.via].name : "", tie.evidence.first?.text ?? "",
      ])
    }
    try table.print(format)
    if found.isEmpty {
      Console.error("\(graph.nodes[node].name.onOneLine) has no neighbours in this graph")
    }
  }

  private func find(in graph: EntityGraph) throws -> Int {
    let search = EntitySearch(graph)
    var answer = search.find(name)
    if case .none = answer { answer = search.find(name, names: Self.shippedNames(graph)) }
    switch answer {
    case .one(let node): return node
    case .several(let nodes):
      let list = nodes.map { graph.nodes[$0].id.text }.joined(separator: ", ")
      Console.error("relata: several entities bear the name \"\(shown)\": give one of \(list)")
    case .none(let nearest):
      let hint =
        nearest.isEmpty
        ? "the graph has no nodes" : "nearest are " + nearest.joined(separator: ", ").onOneLine
      Console.error("relata: no entity of the graph is called \"\(shown)\"; \(hint)")
    }
    throw ExitStatus.failure
  }

  private var shown: String {
    String(name.prefix(80)).onOneLine + (name.count > 80 ? "…" : "")
  }

  /// The names that the shipped gazetteers give to the entities of a graph; none where there are no
  /// shipped gazetteers.
  private static func shippedNames(_ graph: EntityGraph) -> [EntityID: [String]] {
    guard let paths = try? GazetteerLibrary.shippedPaths() else { return [:] }
    var result: [EntityID: [String]] = [:]
    for path in paths {
      guard let gazetteer = try? Gazetteer(path: path) else { continue }
      for entity in gazetteer.entities where graph.index(of: entity.id) != nil {
        result[entity.id] = entity.names.map(\.text)
      }
    }
    return result
  }
}
