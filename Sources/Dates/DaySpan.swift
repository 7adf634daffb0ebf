/// Days from a first to a last one, both of them included.
public struct DaySpan: Hashable, Sendable {
  /// The first day.
  public let first: CalendarDay

  /// The last day.
  public let last: CalendarDay

  /// - Parameters:
  ///   - first: The first day.
  ///   - last: The last day.
  /// - Precondition: `first` is not behind `last`.
  public init(first: CalendarDay, last: CalendarDay) {
    precondition(first <= last, "a span does not end before it begins")
    self.first = first
    self.last = last
  }

  /// The smallest span that holds two. It does not matter in which order spans are united.
  public func union(_ other: DaySpan) -> DaySpan {
    DaySpan(first: min(first, other.first), last: max(last, other.last))
  }

  /// Whether all days of another span are among these.
  public func contains(_ other: DaySpan) -> Bool {
    first <= other.first && other.last <= last
  }

  /// Whether some day is in both.
  public func overlaps(_ other: DaySpan) -> Bool {
    first <= other.last && other.first <= last
  }
}
