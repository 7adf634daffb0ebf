import ArgumentParser
import EntityGraphs
import Relata
import TextFiles

/// `relata common`: who is tied to both of two entities.
struct CommonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "common",
    abstract: "Show who is tied to both of two entities, with a sentence for each tie.",
    discussion: """
      Those come first whose weaker tie is strongest; `weight` is that of the weaker tie.

      EXAMPLES
        relata common "Kim Jong Un" "Vladimir Putin"
        relata common NATO "European Union" --kind person --top 10 --format csv
      """)

  @Argument(help: "One entity.")
  var first: String

  @Argument(help: "The other.")
  var second: String

  @OptionGroup var query: GraphQueryOptions
  @OptionGroup var names: EntityNameOptions
  @OptionGroup var filter: GraphFilterOptions

  @Option(parsing: .unconditional, help: "Show only so many.")
  var top: Int?

  @Option(name: [.short, .long], help: "table, json or csv.")
  var format = TableFormat.table

  func validate() throws {
    for name in [first, second] { try EntityNameOptions.check(name) }
    try TopOption.check(top)
  }

  func run() throws {
    let question = try Question(
      about: [first, second], in: query, by: names, filter: filter,
      scope: .near(hops: 1, withRim: false))
    let graph = question.graph
    guard question.nodes[0] != question.nodes[1] else {
      throw SameEntity(name: question.name(question.nodes[0]))
    }
    let common = graph.commonNeighbours(of: question.nodes[0], and: question.nodes[1])
    var table = Table(columns: [
      .init("id"), .init("name"), .init("kind"), .init("weight", .number),
      .init("first_weight", .number), .init("second_weight", .number),
      .init("first_count", .number), .init("second_count", .number), .init("first_evidence"),
      .init("second_evidence"),
    ])
    let shown = common.prefix(top ?? common.count)
    let sentences = try question.sentences(shown.flatMap { [$0.firstTie, $0.secondTie] })
    for (place, neighbour) in shown.enumerated() {
      let node = graph.nodes[neighbour.node]
      let ties = [graph.ties[neighbour.firstTie], graph.ties[neighbour.secondTie]]
      table.add(
        [node.id.text, node.name, node.kind.name]
          + [min(ties[0].weight, ties[1].weight), ties[0].weight, ties[1].weight].map(Table.number)
          + ties.map { "\($0.count)" } + sentences[2 * place...2 * place + 1])
    }
    try table.print(format)
    if common.isEmpty {
      let (one, other) = (question.name(question.nodes[0]), question.name(question.nodes[1]))
      Console.error("\(one) and \(other) have no common neighbours in this graph")
    }
  }
}

/// Two names of one entity, where two entities are wanted.
struct SameEntity: Error, CustomStringConvertible {
  var name: String

  var description: String { "both names mean \(name); name two entities" }
}
