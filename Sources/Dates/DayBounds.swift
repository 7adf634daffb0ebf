/// The first and the last day of some documents, in eight bytes; of none at the beginning.
///
/// Extending is associative and commutative, so that bounds of parts give the bounds of the whole.
public struct DayBounds: Sendable, Hashable, BitwiseCopyable {
  private var first = Int32.max
  private var last = Int32.min

  /// The bounds of a span, or of no days.
  public init(_ span: DaySpan? = nil) {
    if let span { extend(by: span) }
  }

  /// Takes further days in.
  public mutating func extend(by days: DaySpan) {
    first = min(first, days.first.number)
    last = max(last, days.last.number)
  }

  /// Takes further bounds in.
  public mutating func extend(by other: DayBounds) {
    first = min(first, other.first)
    last = max(last, other.last)
  }

  /// The days; nil where there are none.
  public var span: DaySpan? {
    guard first <= last else { return nil }
    return DaySpan(first: CalendarDay(number: first), last: CalendarDay(number: last))
  }
}
