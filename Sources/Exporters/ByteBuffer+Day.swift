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
    let digits = Self.asText(
      Self.eightDigits(UInt64(truncatingIfNeeded: year * 10_000 + month * 100 + day)))
    let hyphen = UInt64(UInt8(ascii: "-"))
    let upToMonth = digits & 0xFFFF_FFFF | hyphen << 32 | (digits >> 32 & 0xFFFF) << 40
    append(bytes: upToMonth | hyphen << 56, count: 8)
    append(bytes: digits >> 48, count: 2)
  }
}
