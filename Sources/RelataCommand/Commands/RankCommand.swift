import ArgumentParser
import EntityGraphs
import GraphAnalysis
import Relata

/// `relata rank`: the most central entities.
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Show the most central entities of a graph.",
    discussion: """
      By degree (ties), strength (sum of weights), pagerank, betweenness, closeness, eigenvector or kcore. \
      Weights count in all but degree and kcore; where ways are measured, a tie is 1/weight long. \
      --kind and the other filters come first: what they leave out counts for nothing. Betweenness and \
      closeness of large graphs are estimated from some entities, and the run says so.

      EXAMPLES
        relata rank
        relata rank --by betweenness --top 50 --kind person
        relata rank --by eigenvector --all --format csv > rank.csv
      """)

  @OptionGroup var query: GraphQueryOptions
  @OptionGroup var filter: GraphFilterOptions

  @Option(
    help: "degree, strength, pagerank, betweenness, closeness, eigenvector or kcore.")
  var by = Centrality.pagerank

  @Option(parsing: .unconditional, help: "Show only so many.")
  var top = 20

  @Flag(help: "Show all.")
  var all = false

  @Option(
    parsing: .unconditional,
    help:
      "Estimate betweenness and closeness from so many entities (default: as some seconds allow).")
  var pivots: Int?

  @Option(help: "Where random numbers begin.")
  var seed: UInt64 = 1

  @Option(name: [.short, .long], help: "table, json or csv.")
  var format = TableFormat.table

  func validate() throws {
    try TopOption.check(top)
    if let pivots, pivots < 1 {
      throw ValidationError("--pivots \(pivots) is not possible; give 1 or more")
    }
  }

  func run() throws {
    let graph = try Question(in: query, filter: filter).graph
    let result = try by.values(of: graph, pivots: pivots, seed: seed)
    let ranked = result.ranking
    var table = Table(columns: [
      .init("rank", .number), .init("id"), .init("name"), .init("kind"),
      .init(by.rawValue, .number), .init("mentions", .number),
    ])
    for (place, node) in ranked.prefix(all ? ranked.count : top).enumerated() {
      let entity = graph.nodes[node]
      table.add([
        "\(place + 1)", entity.id.text, entity.name, entity.kind.name,
        Table.significant(result.values[node]), "\(entity.mentions)",
      ])
    }
    try table.print(format)
    if let pivots = result.pivots {
      Console.error(
        "estimated from \(pivots) of \(graph.nodes.count) entities; --pivots \(graph.nodes.count) makes it exact"
      )
    }
  }
}

extension Centrality: ExpressibleByArgument {}
