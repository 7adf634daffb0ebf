import ArgumentParser
import EntityGraphs
import GraphAnalysis
import Relata

/// `relata communities`: the groups of a graph.
struct CommunitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "communities",
    abstract: "Show the groups of a graph, with the entities that speak for each.",
    discussion: """
      Groups are found by the Leiden algorithm, which makes the weighted modularity large; the same seed \
      gives the same groups. The entities of a group are ordered by the weight of their ties within it. \
      --kind and the other filters come first: what they leave out counts for nothing.

      EXAMPLES
        relata communities
        relata communities --resolution 2 --top 10
        relata communities --members --format csv > members.csv
      """)

  @OptionGroup var query: GraphQueryOptions
  @OptionGroup var filter: GraphFilterOptions

  @Flag(help: "List every entity with its community.")
  var members = false

  @Option(parsing: .unconditional, help: "Name so many entities of each community.")
  var top = 5

  @Option(parsing: .unconditional, help: "Leave out communities of fewer entities.")
  var minSize = 2

  @Option(parsing: .unconditional, help: "Above 1: more and smaller communities; below: fewer.")
  var resolution = 1.0

  @Option(parsing: .unconditional, help: "How often the search is run over.")
  var iterations = 5

  @Option(help: "Where random numbers begin.")
  var seed: UInt64 = 1

  @Option(name: [.short, .long], help: "table, json or csv.")
  var format = TableFormat.table

  func validate() throws {
    try TopOption.check(top)
    for (name, value) in [("min-size", minSize), ("iterations", iterations)] where value < 1 {
      throw ValidationError("--\(name) \(value) is not possible; give 1 or more")
    }
    guard iterations <= 1000 else {
      throw ValidationError("--iterations \(iterations) is not possible; give 1000 or fewer")
    }
    guard resolution > 0, resolution.isFinite else {
      throw ValidationError("--resolution \(resolution) is not possible; give more than 0")
    }
  }

  func run() throws {
    let graph = try Question(in: query, filter: filter).graph
    let found = try Communities(
      of: graph,
      options: Communities.Options(seed: seed, resolution: resolution, iterations: iterations))
    let inner = found.innerStrengths(in: graph)
    let shown = found.members.enumerated().filter { $0.element.count >= minSize }
      .map { number, nodes in (number: number, nodes: found.ordered(nodes, by: inner.ofNodes)) }
    let table =
      members
      ? memberTable(shown, graph, inner.ofNodes) : groupTable(shown, graph, inner)
    try table.print(format)
    let hidden = found.members.count - shown.count
    Console.error(
      "\(Count.of(shown.count, "community", "communities")), modularity \(Table.number(found.modularity))"
        + (hidden > 0 ? "; \(hidden) of fewer than \(minSize) entities left out" : ""))
  }

  private func groupTable(
    _ groups: [(number: Int, nodes: [Int])], _ graph: EntityGraph, _ inner: Communities.Inner
  ) -> Table {
    var table = Table(columns: [
      .init("community", .number), .init("size", .number), .init("ties", .number),
      .init("weight", .number), .init("entities"),
    ])
    for (number, nodes) in groups {
      table.add([
        "\(number + 1)", "\(nodes.count)", "\(inner.ties[number])",
        Table.number(inner.weights[number]),
        nodes.prefix(top).map { graph.nodes[$0].name }.joined(separator: ", "),
      ])
    }
    return table
  }

  private func memberTable(
    _ groups: [(number: Int, nodes: [Int])], _ graph: EntityGraph, _ strengths: [Double]
  ) -> Table {
    var table = Table(columns: [
      .init("community", .number), .init("id"), .init("name"), .init("kind"),
      .init("strength", .number),
    ])
    for (number, nodes) in groups {
      for node in nodes {
        let entity = graph.nodes[node]
        table.add([
          "\(number + 1)", entity.id.text, entity.name, entity.kind.name,
          Table.number(strengths[node]),
        ])
      }
    }
    return table
  }
}
