import ArgumentParser
import Recognition
import Relata
import TextFiles
import Workspaces

/// `relata search`: sentences by their words.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find sentences by their words.",
    discussion: """
      All words must be in the sentence, in any order; words in double quotes stand together, and a star \
      ends the beginning of a word. Case and diacritics do not matter. The first search of a \
      workspace makes its index, which takes some seconds for 100 MB of text.

      EXAMPLES
        relata search missile launch
        relata search '"mutual defence" treaty' --top 20
        relata search 'sanction*' --format json
      """)

  @Argument(help: "What to find.")
  var words: [String]

  @OptionGroup var place: WorkspaceOptions

  @Option(parsing: .unconditional, help: "Show only so many.")
  var top = 20

  @Option(name: [.short, .long], help: "table, json or csv.")
  var format = TableFormat.table

  func validate() throws { try TopOption.check(top) }

  func run() throws {
    let workspace = try place.open()
    let missing = try workspace.unindexed()
    if missing > 0 {
      let segmenter = Segmenter()
      var bar = ProgressBar(isQuiet: false)
      var sentences: [Sentence] = []
      try workspace.index {
        bar.show(done: $0, of: missing, documents: $0)
      } sentences: { text in
        segmenter.segment(text.span, into: &sentences)
        return sentences.map { $0.start..<$0.end }
      }
      Console.clearProgress()
    }
    let typed = words.joined(separator: " ")
    guard let (found, total) = try workspace.search(typed, limit: top) else {
      throw NothingToFind()
    }
    var table = Table(columns: [
      .init("document"), .init("date"), .init("source"), .init("start", .number, isDetail: true),
      .init("end", .number, isDetail: true), .init("text", isWhole: true),
    ])
    for finding in found {
      table.add([
        finding.sentence.document, finding.date ?? "", finding.source ?? "",
        "\(finding.sentence.start)", "\(finding.sentence.end)", finding.sentence.text,
      ])
    }
    try table.print(format)
    Console.error(
      total > found.count
        ? "\(found.count) of \(total) sentences; --top shows more" : Count.of(total, "sentence"))
  }
}

/// A search for signs alone.
struct NothingToFind: Error, CustomStringConvertible {
  var description: String { "there is no letter or digit to search for; give a word" }
}
