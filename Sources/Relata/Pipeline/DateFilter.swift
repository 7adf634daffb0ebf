import Dates

/// Which documents of a run are read on, by their dates.
public struct DateFilter: Sendable, Hashable {
  /// Documents of days before are left out.
  public var since: CalendarDay?

  /// Documents of days behind are left out.
  public var until: CalendarDay?

  /// Whether documents without a date are kept, and those whose date says too little: `2024`, where
  /// only June is asked for.
  public var keepsUndated = false

  /// The filter that keeps everything.
  public init() {}

  /// What becomes of a document.
  enum Verdict {
    case kept
    case outside
    /// Left out because it is not known to be inside.
    case undated
  }

  /// - Parameter days: The days that the date of a document can mean; nil without a date.
  func verdict(_ days: DaySpan?) -> Verdict {
    guard since != nil || until != nil else { return .kept }
    guard let days else { return keepsUndated ? .kept : .undated }
    let isBefore = since.map { days.last < $0 } ?? false
    let isBehind = until.map { days.first > $0 } ?? false
    if isBefore || isBehind { return .outside }
    let isInside = since.map { days.first >= $0 } ?? true && until.map { days.last <= $0 } ?? true
    return isInside || keepsUndated ? .kept : .undated
  }
}
