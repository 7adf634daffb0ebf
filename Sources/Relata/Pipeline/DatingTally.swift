import Corpus
import Dates

/// What is known of the dates of documents, in numbers; tallies of parts add up in their order.
public struct DatingTally: Sendable {
  /// Documents that were read on and are dated.
  public var dated = 0

  /// From the first to the last day of these.
  public var days: DaySpan? { bounds.span }

  private var bounds = DayBounds()

  /// Documents left out because their dates are not those asked for.
  public var outside = 0

  /// Documents left out because they have no date, or one that says too little.
  public var leftUndated = 0

  /// Documents that have a date which could not be read: the first of each sort, and how many.
  private var unread: [Sort: (first: InputProblem, count: Int)] = [:]

  private enum Sort: Int, CaseIterable {
    case impossible, ambiguous, unknown
  }

  /// The tally of no documents.
  public init() {}

  /// Takes note of a document, and says whether it is among those asked for.
  ///
  /// - Parameters:
  ///   - days: The days that its date can mean; nil without a date.
  ///   - filter: What is asked for.
  mutating func admits(_ days: DaySpan?, _ filter: DateFilter) -> Bool {
    switch filter.verdict(days) {
    case .kept:
      take(days)
      return true
    case .outside: outside += 1
    case .undated: leftUndated += 1
    }
    return false
  }

  /// Takes note of a document that is read on.
  mutating func take(_ days: DaySpan?) {
    guard let days else { return }
    dated += 1
    bounds.extend(by: days)
  }

  /// Takes note of what could not be read of a date.
  ///
  /// - Parameters:
  ///   - date: What the document states.
  ///   - path: The path of its file, as messages show it.
  ///   - line: The line of its record; nil where the file is the document.
  mutating func take(_ date: UnreadDate, path: String, line: Int?) {
    let shown = date.text.count > 40 ? date.text.prefix(39) + "…" : date.text[...]
    let (sort, reason): (Sort, String) =
      switch date {
      case .impossible: (.impossible, "the date \"\(shown)\" is in no calendar")
      case .ambiguous:
        (
          .ambiguous,
          "the date \"\(shown)\" can be of two days; say --date-order dmy or --date-order mdy"
        )
      case .unknown:
        (
          .unknown,
          "the date \"\(shown)\" cannot be read; write it as 2024-06-19, or name another field with --date-field"
        )
      }
    let first = InputProblem(path: path, line: line, reason: reason, severity: .warning)
    add(sort, first, 1)
  }

  /// Adds the tally of further documents.
  mutating func add(_ other: DatingTally) {
    dated += other.dated
    bounds.extend(by: other.bounds)
    outside += other.outside
    leftUndated += other.leftUndated
    for sort in Sort.allCases {
      if let more = other.unread[sort] { add(sort, more.first, more.count) }
    }
  }

  private mutating func add(_ sort: Sort, _ problem: InputProblem, _ count: Int) {
    unread[sort, default: (problem, 0)].count += count
  }

  /// A warning for each sort of unread dates, which names the first of them.
  var problems: [InputProblem] {
    Sort.allCases.compactMap { sort in
      guard let found = unread[sort] else { return nil }
      var problem = found.first
      if found.count > 1 { problem.reason += "; \(found.count) documents have such dates" }
      return problem
    }
  }
}
