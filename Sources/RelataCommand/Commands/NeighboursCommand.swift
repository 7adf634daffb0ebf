import ArgumentParser
import EntityGraphs
import Relata
import TextFiles

/// `relata neighbours`: who is tied to an entity.
struct NeighboursCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbours",
    abstract: "Show who is tied to an entity, strongest first, with a sentence for each tie.",
    discussion: """
      NAME is an identifier, or any name of the entity that the graph, the shipped gazetteers or those \
      given with --gazetteer hold, in any case.

      EXAMPLES
        relata neighbours "Kim Jong Un"
        relata neighbours DPRK --hops 2 --top 20
        relata neighbours person/vladimir-putin --format csv
        relata neighbours "Sparta III" --gazetteer ships.tsv
      """, aliases: ["neighbors"])

  @Argument(help: "Whose neighbours.")
  var name: String

  @OptionGroup var query: GraphQueryOptions

  @Option(parsing: .unconditional, help: "How far to go: 1 is who is tied directly.")
  var hops = 1

  @Option(parsing: .unconditional, help: "Show only so many.")
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
    let graph = try query.read()
    let node = try query.find(name, in: graph)
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
}
