import ArgumentParser
import EntityGraphs
import Exporters
import GraphAnalysis
import Relata
import TextFiles

/// `relata neighbours`: who is tied to an entity.
struct NeighboursCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbours",
    abstract: "Show who is tied to an entity, strongest first, with a sentence for each tie.",
    discussion: """
      NAME is an identifier, or any name of the entity that the graph, the shipped gazetteers or those \
      given with --gazetteer hold, in any case.

      With -f graphml, gexf, dot or cytoscape the network of NAME and those shown is printed, and not a \
      list; with -o it is written into a folder, as csv, json and neo4j too.

      EXAMPLES
        relata neighbours "Kim Jong Un"
        relata neighbours DPRK --hops 2 --top 20 --kind person
        relata neighbours person/vladimir-putin --min-measure npmi=0.2 --format csv
        relata neighbours NATO --hops 2 -f graphml > nato.graphml
        relata neighbours NATO -f csv -f dot -o nato/
        relata neighbours "Sparta III" --gazetteer ships.tsv
      """, aliases: ["neighbors"])

  @Argument(help: "Whose neighbours.")
  var name: String

  @OptionGroup var query: GraphQueryOptions
  @OptionGroup var names: EntityNameOptions
  @OptionGroup var filter: GraphFilterOptions

  @Option(parsing: .unconditional, help: "How far to go: 1 is who is tied directly.")
  var hops = 1

  @Option(parsing: .unconditional, help: "Show only so many.")
  var top: Int?

  @OptionGroup var form: NetworkFormOptions

  func validate() throws {
    try EntityNameOptions.check(name)
    if hops < 1 { throw ValidationError("--hops \(hops) is not possible; give 1 or more") }
    try TopOption.check(top)
  }

  func run() async throws {
    let question = try Question(
      about: [name], in: query, by: names, filter: filter,
      scope: .near(hops: hops, withRim: form.list == nil))
    let (graph, node) = (question.graph, question.nodes[0])
    var found = graph.neighbours(of: node, hops: hops)
    if let top { found = Array(found.prefix(top)) }
    if let list = form.list {
      try table(found, in: question).print(list)
    } else {
      try await form.write(network([node] + found.map(\.node), of: question))
    }
    if found.isEmpty { Console.error("\(question.name(node)) has no neighbours in this graph") }
  }

  /// The graph of some nodes, with its evidence.
  // Inlined into `run`, this ends an optimised build with Swift 6.3.1 in a crash of the compiler.
  @inline(never)
  private func network(_ nodes: [Int], of question: Question) throws -> EntityGraph {
    try question.withEvidence(question.graph.subgraph(of: nodes))
  }

  private func table(_ found: [Neighbour], in question: Question) throws -> Table {
    let graph = question.graph
    let sentences = try question.sentences(found.map(\.tie))
    var table = Table(columns: [
      .init("hops", .number), .init("id"), .init("name"), .init("kind"), .init("weight", .number),
      .init("count", .number), .init("repeats", .number), .init("documents", .number),
      .init("npmi", .number), .init("jaccard", .number, isDetail: true),
      .init("llr", .number, isDetail: true), .init("noise_corrected", .number, isDetail: true),
      .init("via"), .init("evidence"),
    ])
    for (neighbour, sentence) in zip(found, sentences) {
      let other = graph.nodes[neighbour.node]
      let tie = graph.ties[neighbour.tie]
      table.add(
        ["\(neighbour.hops)", other.id.text, other.name, other.kind.name]
          + Table.counts(of: tie)
          + [tie.measures.jaccard, tie.measures.llr, tie.measures.noiseCorrected]
          .map(Table.number)
          + [hops > 1 ? graph.nodes[neighbour.via].name : "", sentence])
    }
    return table
  }
}
