import ArgumentParser
import Dates
import Relata
import TextFiles
import Workspaces

/// `relata timeline`: how often by time.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract:
      "Show how often an entity is mentioned, or two together, by day, week, month or year.",
    discussion: """
      Of one entity the mentions are counted, of two the distinct sentences (or other windows) that hold \
      both. Documents without a date, or with one that says too little for --by, are in no row and counted \
      at the end.

      EXAMPLES
        relata timeline "Kim Jong Un" --by month
        relata timeline Russia "North Korea" --by year --format csv > ties.csv
      """)

  @OptionGroup var asked: EntityOrPairOptions

  @Option(help: "How long a row is: day, week, month, quarter or year.")
  var by = SliceLength.month

  @Option(name: [.short, .long], help: "table, json or csv.")
  var format = TableFormat.table

  func run() throws {
    let (workspace, subject) = try asked.find()
    let range = asked.documents.range
    let days: [Workspace.DayCount]
    let counted: String
    switch subject {
    case .one(let entity):
      days = try workspace.mentions(of: entity.number, in: range)
      counted = "mentions"
    case .pair(let entity, let other):
      days = try workspace.windows(of: (entity.number, other.number), in: range)
      counted = "count"
    }
    let timeline = Timeline(days, by: by)
    let most = timeline.rows.map(\.count).max() ?? 0
    var table = Table(columns: [
      .init(by.rawValue), .init("first", isDetail: true), .init("last", isDetail: true),
      .init(counted, .number), .init("documents", .number), .init("bar", isPicture: true),
    ])
    for row in timeline.rows {
      table.add([
        row.slice.description, row.slice.firstDay.description, row.slice.lastDay.description,
        "\(row.count)", "\(row.documents)",
        String(repeating: "█", count: most > 0 ? (row.count * 40 + most - 1) / most : 0),
      ])
    }
    try table.print(format)
    if timeline.unplaced > 0 {
      Console.error("\(timeline.unplaced) in documents without a date that fits a \(by.rawValue)")
    } else if timeline.rows.isEmpty {
      Console.error("nothing here")
    }
  }
}
