/// How long the slices are that a stretch of time is cut into.
public enum SliceLength: String, Sendable, Hashable, CaseIterable {
  case day
  /// From Monday to Sunday (ISO 8601).
  case week
  case month
  /// Three months, the first from January to March.
  case quarter
  case year
}

/// A day, week, month, quarter or year of the calendar.
public struct TimeSlice: Hashable, Sendable, Comparable {
  /// How long it is.
  public let length: SliceLength

  /// Its first day.
  public let firstDay: CalendarDay

  /// The slice that holds a day.
  ///
  /// - Parameters:
  ///   - length: How long it is.
  ///   - day: The day.
  public init(_ length: SliceLength, holding day: CalendarDay) {
    self.length = length
    let (year, month, _) = day.components
    func first(of month: Int) -> CalendarDay {
      CalendarDay(year: year, month: month, day: 1) ?? day
    }
    firstDay =
      switch length {
      case .day: day
      case .week: CalendarDay(number: day.number - day.weekday)
      case .month: first(of: month)
      case .quarter: first(of: (month - 1) / 3 * 3 + 1)
      case .year: first(of: 1)
      }
  }

  /// The slice that holds all of some days; nil where they reach over its end.
  public init?(_ length: SliceLength, holding days: DaySpan) {
    self.init(length, holding: days.first)
    guard days.last <= lastDay else { return nil }
  }

  /// Its last day.
  public var lastDay: CalendarDay {
    let (year, month, _) = firstDay.components
    func last(of month: Int) -> CalendarDay {
      CalendarDay(year: year, month: month, day: CalendarDay.days(inMonth: month, of: year))
        ?? firstDay
    }
    return switch length {
    case .day: firstDay
    case .week: CalendarDay(number: firstDay.number + 6)
    case .month: last(of: month)
    case .quarter: last(of: month + 2)
    case .year: last(of: 12)
    }
  }

  /// By the first day.
  public static func < (left: TimeSlice, right: TimeSlice) -> Bool {
    left.firstDay < right.firstDay
  }
}

extension TimeSlice: CustomStringConvertible {
  /// `2024-06-19`, `2024-W25`, `2024-06`, `2024-Q2`, `2024`: as a name of a folder, in order.
  public var description: String {
    let text = firstDay.description
    switch length {
    case .day: return text
    case .month: return String(text.prefix(7))
    case .year: return String(text.prefix(4))
    case .quarter: return "\(text.prefix(4))-Q\((firstDay.components.month + 2) / 3)"
    case .week:
      // A week belongs to the year that has its Thursday.
      let thursday = CalendarDay(number: firstDay.number + 3)
      let year = thursday.components.year
      let newYear = CalendarDay(year: year, month: 1, day: 1) ?? thursday
      let week = Int(thursday.number - newYear.number) / 7 + 1
      return "\(CalendarDay.digits(year, 4))-W\(CalendarDay.digits(week, 2))"
    }
  }
}

extension CalendarDay {
  /// Days since Monday.
  fileprivate var weekday: Int32 {
    // 1 January 1970 was a Thursday.
    let days = (number + 3) % 7
    return days < 0 ? days + 7 : days
  }
}
