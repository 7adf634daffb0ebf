import Dates
import TextFiles

extension ByteBuffer {
  /// Appends the first and the last day, each behind some text; nothing where there are none.
  ///
  ///     , first="2024-06-19", last="2024-07-02"
  mutating func append(
    _ days: DaySpan?, first: StaticString, last: StaticString, end: StaticString = ""
  ) {
    guard let days else { return }
    append(literal: first)
    append(days.first)
    append(literal: last)
    append(days.last)
    append(literal: end)
  }

  /// Appends a day as ISO 8601 writes it: `2024-06-19`.
  mutating func append(_ day: CalendarDay) {
    let (year, month, day) = day.components
    append(year: year, month: month, day: day)
  }
}
