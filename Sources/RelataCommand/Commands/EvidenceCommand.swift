import ArgumentParser
import EntityGraphs
import Relata
import TextFiles
import Workspaces

/// `relata evidence`: the sentences behind a node or a tie.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Show the sentences that name an entity, or two of them together.",
    discussion: """
      Each sentence, or other window, is shown once, where the documents have it first. `repeats` tells how \
      often it stands again, in the same words, and `sources` whose documents those are.

      EXAMPLES
        relata evidence "Kim Jong Un" "Vladimir Putin"
        relata evidence NATO --context 200 --top 5
        relata evidence DPRK Japan --since 2024-06 --format csv > evidence.csv
      """)

  @OptionGroup var asked: EntityOrPairOptions

  @Option(
    parsing: .unconditional, help: "Show so many characters before and behind each sentence.")
  var context = 0

  @Option(parsing: .unconditional, help: "Show only so many.")
  var top: Int?

  @Option(name: [.short, .long], help: "table, json or csv.")
  var format = TableFormat.table

  func validate() throws {
    try TopOption.check(top)
    guard (0...10_000).contains(context) else {
      throw ValidationError("--context \(context) is not possible; give 0 to 10000")
    }
  }

  func run() throws {
    let (workspace, subject) = try asked.find()
    let list = EvidenceList(workspace)
    let range = asked.documents.range
    let found: [FoldedEvidence]
    let nothing: String
    switch subject {
    case .one(let entity):
      found = try list.windows(of: entity.number, in: range, context: context)
      nothing = "nothing here names \(entity.node.name.onOneLine)"
    case .pair(let entity, let other):
      found = try list.windows(of: (entity.number, other.number), in: range, context: context)
      nothing =
        "nothing here names \(entity.node.name.onOneLine) together with \(other.node.name.onOneLine)"
    }
    try table(found.prefix(top ?? found.count)).print(format)
    if found.isEmpty { Console.error(nothing) }
    if let top, found.count > top { Console.error("\(found.count - top) more; --top shows them") }
  }

  private func table(_ found: some Collection<FoldedEvidence>) -> Table {
    var table = Table(columns: [
      .init("document"), .init("date"), .init("source"), .init("start", .number, isDetail: true),
      .init("end", .number, isDetail: true), .init("repeats", .number),
      .init("sources", isDetail: true), .init("before"), .init("text", isWhole: true),
      .init("after"),
    ])
    for evidence in found {
      let window = evidence.first
      table.add([
        window.evidence.document, window.date ?? "", window.source ?? "",
        "\(window.evidence.start)", "\(window.evidence.end)", "\(evidence.repeats.count)",
        evidence.sources.joined(separator: ", "), window.before, window.evidence.text,
        window.after,
      ])
    }
    return table
  }
}
