/// A date as precisely as it was stated: a year, a month, a day, or an instant of a day.
///
/// Its day is the one that is written, whatever the time zone: `2024-06-19T23:30:00-04:00` is of 19
/// June, as its readers saw it, and not of 20 June, as it was in Greenwich.
public struct StatedDate: Hashable, Sendable {
  /// How much of a date is stated.
  public enum Precision: Int8, Sendable, Comparable {
    case year, month, day, instant

    public static func < (left: Precision, right: Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// A time of a day, to the second.
  public struct Time: Hashable, Sendable {
    /// 0 to 23.
    public let hour: Int8
    /// 0 to 59.
    public let minute: Int8
    /// 0 to 60, since clocks have leap seconds.
    public let second: Int8
    /// Minutes east of Greenwich; nil where no zone is stated.
    public let offset: Int16?

    /// - Returns: nil where a clock does not show such a time, or no zone is so far from Greenwich.
    public init?(hour: Int, minute: Int, second: Int = 0, offset: Int? = nil) {
      guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
        offset.map({ abs($0) <= 18 * 60 }) ?? true
      else { return nil }
      self.hour = Int8(hour)
      self.minute = Int8(minute)
      self.second = Int8(second)
      self.offset = offset.map { Int16($0) }
    }
  }

  /// How much is stated.
  public let precision: Precision

  /// The first day that the date can mean.
  public let firstDay: CalendarDay

  /// The time of an instant; nil for all other dates.
  public let time: Time?

  /// A date of a year, perhaps a month of it, perhaps a day of that, perhaps a time.
  ///
  /// - Returns: nil where the calendar has none such, or a day is given without its month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil, time: Time? = nil) {
    guard month != nil || day == nil, day != nil || time == nil,
      let first = CalendarDay(year: year, month: month ?? 1, day: day ?? 1)
    else { return nil }
    firstDay = first
    self.time = time
    precision = time != nil ? .instant : day != nil ? .day : month != nil ? .month : .year
  }

  /// The last day that the date can mean.
  public var lastDay: CalendarDay {
    switch precision {
    case .day, .instant: return firstDay
    case .month:
      let (year, month, _) = firstDay.components
      return CalendarDay(
        number: firstDay.number + Int32(CalendarDay.days(inMonth: month, of: year)) - 1)
    case .year:
      let leap = CalendarDay.days(inMonth: 2, of: firstDay.components.year) == 29
      return CalendarDay(number: firstDay.number + (leap ? 365 : 364))
    }
  }

  /// All days that the date can mean.
  public var days: DaySpan { DaySpan(first: firstDay, last: lastDay) }
}

extension StatedDate: CustomStringConvertible {
  /// ISO 8601: `2024`, `2024-06`, `2024-06-19`, `2024-06-19T08:00:00+09:00`.
  ///
  /// The text says all that is known: `init(iso:)` reads the same date from it.
  public var description: String {
    let day = firstDay.description
    switch precision {
    case .year: return String(day.prefix(4))
    case .month: return String(day.prefix(7))
    case .day: return day
    case .instant: return day + (time?.description ?? "")
    }
  }

  /// Reads what `description` gives, and no other form.
  public init?(iso text: String) {
    guard case .date(let date) = DateReader().read(Array(text.utf8).span),
      date.description.utf8.elementsEqual(text.utf8)
    else { return nil }
    self = date
  }
}

extension StatedDate.Time: CustomStringConvertible {
  /// `T08:00:00`, with `Z` or `+09:00` where a zone is stated.
  public var description: String {
    func two(_ value: Int) -> String { CalendarDay.digits(value, 2) }
    let clock = "T\(two(Int(hour))):\(two(Int(minute))):\(two(Int(second)))"
    guard let offset else { return clock }
    guard offset != 0 else { return clock + "Z" }
    let minutes = Int(offset.magnitude)
    return clock + (offset < 0 ? "-" : "+") + "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
