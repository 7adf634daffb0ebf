import ArgumentParser
import Dates
import EntityGraphs
import Relata
import TextFiles
import Workspaces

/// `relata compare`: what differs between two graphs.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what appeared, vanished, grew or shrank between two workspaces or two periods.",
    discussion: """
      A and B are two workspaces, each named by its file or folder, or two periods of one: a year, \
      month or day, or two of them with .. between. The greatest changes come first.

      EXAMPLES
        relata compare old/ exports/
        relata compare 2023 2024
        relata compare 2024-01..2024-06 2024-07..2024-12 --nodes --format csv
      """)

  @Argument(help: "A workspace or a period.")
  var a: String

  @Argument(help: "Another.")
  var b: String

  @OptionGroup var place: WorkspaceOptions

  @Flag(help: "Compare the mentions of entities, not the weights of ties.")
  var nodes = false

  @Option(
    name: .customLong("change"),
    help: ArgumentHelp(
      "Show only what appeared, vanished, grew or shrank. Repeatable.", valueName: "change"))
  var changes: [GraphComparison.Change] = []

  @Option(parsing: .unconditional, help: "Show only so many.")
  var top: Int?

  @Option(name: [.short, .long], help: "table, json or csv.")
  var format = TableFormat.table

  func validate() throws { try TopOption.check(top) }

  func run() throws {
    let comparison: GraphComparison
    switch (try Self.period(a), try Self.period(b)) {
    case (let before?, let after?):
      let workspace = try place.open()
      comparison = GraphComparison(
        try workspace.graph(in: before), try workspace.graph(in: after))
    case (nil, nil):
      comparison = GraphComparison(
        try Self.workspace(a).graph(withDays: false), try Self.workspace(b).graph(withDays: false))
    default:
      throw ValidationError(
        "\"\(String(a.prefix(80)).onOneLine)\" and \"\(String(b.prefix(80)).onOneLine)\" are a workspace and a period; give two of one sort"
      )
    }
    try (nodes ? nodeTable(comparison) : tieTable(comparison)).print(format)
  }

  /// The documents of a period; nil where the word is none.
  ///
  /// - Throws: `ValidationError` where it ends before it begins.
  private static func period(_ word: String) throws -> DocumentRange? {
    let ends = word.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = ends.first.flatMap({ StatedDate(iso: String($0)) }),
      let last = ends.last.flatMap({ StatedDate(iso: String($0)) }),
      first.precision < .instant, last.precision < .instant
    else { return nil }
    guard first.firstDay <= last.lastDay else {
      throw ValidationError("the period \(word) ends before it begins; exchange its ends")
    }
    return DocumentRange(since: first.description, until: last.description)
  }

  /// The workspace that a word names by its file or folder.
  private static func workspace(_ word: String) throws -> Workspace {
    try Workspace(path: BuildJob.workspace(at: word))
  }

  private func isWanted(_ change: GraphComparison.Change) -> Bool {
    changes.isEmpty || changes.contains(change)
  }

  private func tieTable(_ comparison: GraphComparison) -> Table {
    var table = Table(columns: [
      .init("change"), .init("source", isDetail: true), .init("source_name"),
      .init("target", isDetail: true), .init("target_name"), .init("before", .number),
      .init("after", .number),
    ])
    for tie in comparison.ties.filter({ isWanted($0.change) }).prefix(top ?? .max) {
      table.add([
        tie.change.rawValue, tie.source.id.text, tie.source.name, tie.target.id.text,
        tie.target.name, Table.number(tie.before), Table.number(tie.after),
      ])
    }
    return table
  }

  private func nodeTable(_ comparison: GraphComparison) -> Table {
    var table = Table(columns: [
      .init("change"), .init("id"), .init("name"), .init("kind"), .init("before", .number),
      .init("after", .number),
    ])
    for change in comparison.nodes.filter({ isWanted($0.change) }).prefix(top ?? .max) {
      let node = change.node
      table.add([
        change.change.rawValue, node.id.text, node.name, node.kind.name, "\(change.before)",
        "\(change.after)",
      ])
    }
    return table
  }
}

extension GraphComparison.Change: ExpressibleByArgument {}
