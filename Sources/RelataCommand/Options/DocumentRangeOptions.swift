import ArgumentParser
import Dates
import Workspaces

/// Of which documents a question is.
struct DocumentRangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Count only documents of this day and later: 2024, 2024-06 or 2024-06-19.",
      valueName: "date"),
    transform: DateOptions.date)
  var since: StatedDate?

  @Option(
    help: ArgumentHelp("Count only documents up to this day.", valueName: "date"),
    transform: DateOptions.date)
  var until: StatedDate?

  @Option(
    name: .customLong("of-source"),
    help: ArgumentHelp("Count only documents of this source.", valueName: "name"))
  var source: String?

  func validate() throws {
    if let since, let until, since.firstDay > until.lastDay {
      throw ValidationError("--since \(since) is behind --until \(until); exchange them")
    }
  }

  var range: DocumentRange {
    DocumentRange(since: since?.description, until: until?.description, source: source)
  }
}
