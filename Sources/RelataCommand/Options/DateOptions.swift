import ArgumentParser
import Dates
import Relata

/// Which documents a build reads on by their dates, and how it cuts them into slices.
struct DateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out documents of days before: 2024, 2024-06 or 2024-06-19.", valueName: "date"),
    transform: Self.date)
  var since: StatedDate?

  @Option(
    help: ArgumentHelp(
      "Leave out documents of days behind; the date itself is kept.", valueName: "date"),
    transform: Self.date)
  var until: StatedDate?

  @Flag(help: "With --since or --until, keep documents without a date.")
  var undated = false

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "Also write a graph for each day, week, month, quarter or year, with the ids and places of the whole.",
      valueName: "length"))
  var slices: SliceLength?

  func validate() throws {
    if let since, let until, since.firstDay > until.lastDay {
      throw ValidationError("--since \(since) is behind --until \(until); exchange them")
    }
    if undated, since == nil, until == nil {
      throw ValidationError(
        "--undated has no meaning without --since or --until: all documents are kept")
    }
  }

  var filter: DateFilter {
    var filter = DateFilter()
    filter.since = since?.firstDay
    filter.until = until?.lastDay
    filter.keepsUndated = undated
    return filter
  }

  /// The date that a word of the command line means.
  private static func date(_ word: String) throws -> StatedDate {
    guard let date = StatedDate(iso: word), date.precision < .instant else {
      let shown = word.count > 40 ? word.prefix(39) + "…" : word[...]
      throw ValidationError("\"\(shown)\" is no date; give a year, month or day such as 2024-06-19")
    }
    return date
  }
}

extension SliceLength: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
