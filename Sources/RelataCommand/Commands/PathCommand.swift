import ArgumentParser
import EntityGraphs
import Relata
import TextFiles

/// `relata path`: how one entity reaches another.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show how one entity reaches another, with a sentence for each step.",
    discussion: """
      The strongest path has the least sum of 1/weight over its ties; the shortest has the fewest ties. \
      Each breaks its draws by the other, and then by identifiers. A single path that is both is shown \
      once.

      EXAMPLES
        relata path "Kim Jong Un" NATO
        relata path Seoul "UN Security Council" --by strongest --min-weight 2
        relata path person/vladimir-putin country/JP --kind person --format json
      """)

  @Argument(help: "Where the path begins.")
  var from: String

  @Argument(help: "Where it ends.")
  var to: String

  @OptionGroup var query: GraphQueryOptions
  @OptionGroup var names: EntityNameOptions
  @OptionGroup var filter: GraphFilterOptions

  @Option(help: "strongest or shortest (default: both).")
  var by: GraphPath.Choice?

  @Option(name: [.short, .long], help: "table, json or csv.")
  var format = TableFormat.table

  func validate() throws {
    for name in [from, to] { try EntityNameOptions.check(name) }
  }

  func run() throws {
    let question = try Question(about: [from, to], in: query, by: names, filter: filter)
    let graph = question.graph
    let (start, end) = (question.nodes[0], question.nodes[1])
    let adjacency = Adjacency(graph)
    var paths: [(word: String, path: GraphPath)] = []
    for choice in by.map({ [$0] }) ?? GraphPath.Choice.allCases {
      guard let path = graph.path(from: start, to: end, by: choice, adjacency: adjacency) else {
        continue
      }
      if let first = paths.first, first.path == path {
        paths = [("\(first.word), \(choice.rawValue)", path)]
      } else {
        paths.append((choice.rawValue, path))
      }
    }
    var table = Table(columns: [
      .init("path"), .init("step", .number), .init("from", isDetail: true),
      .init("from_name"), .init("to", isDetail: true), .init("to_name"), .init("weight", .number),
      .init("count", .number),
      .init("repeats", .number), .init("documents", .number), .init("npmi", .number),
      .init("evidence"),
    ])
    for (word, path) in paths {
      for (step, tie) in path.ties.enumerated() {
        let (source, target) = (graph.nodes[path.nodes[step]], graph.nodes[path.nodes[step + 1]])
        table.add(
          [word, "\(step + 1)", source.id.text, source.name, target.id.text, target.name]
            + Table.counts(of: graph.ties[tie]) + [graph.ties[tie].sentence])
      }
    }
    try table.print(format)
    if start == end {
      Console.error("both names mean \(question.name(start))")
    } else if paths.isEmpty {
      Console.error(
        "no ties of this graph lead from \(question.name(start)) to \(question.name(end))")
    }
  }
}

extension GraphPath.Choice: ExpressibleByArgument {}
