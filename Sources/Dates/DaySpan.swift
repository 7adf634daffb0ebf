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

  /// Whether all days of another span are among these.
  public func contains(_ other: DaySpan) -> Bool {
    first <= other.first && other.last <= last
  }
}
