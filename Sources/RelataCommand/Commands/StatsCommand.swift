import ArgumentParser
import Relata
import Workspaces

/// `relata stats`: what a workspace holds.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show what a workspace holds, in numbers.",
    discussion: """
      EXAMPLES
        relata stats
        relata stats --workspace news/relata.sqlite --format json
      """)

  @OptionGroup var place: WorkspaceOptions

  @Option(name: [.short, .long], help: "table, json or csv.")
  var format = TableFormat.table

  func run() throws {
    let workspace = try place.open()
    var table = Table(columns: [.init("what"), .init("value")])
    for row in try workspace.statistics().rows { table.add([row.name, row.value]) }
    for gazetteer in try workspace.settings().gazetteers {
      table.add(["gazetteer", gazetteer.path])
    }
    try table.print(format)
  }
}
