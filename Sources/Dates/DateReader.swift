/// Which of two small numbers of a date is the day: 03/04/2024 is 3 April or March 4.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
  /// The day before the month.
  case dmy
  /// The month before the day.
  case mdy
}

/// What a text that should be a date says.
public enum DateReading: Sendable, Equatable {
  case date(StatedDate)
  /// It has the form of a date, but the calendar or the clock has no such: 2023-02-30.
  case impossible
  /// It can be either of two days: 03/04/2024.
  case ambiguous
  /// It has no form of a date that is known.
  case unknown
}

/// Reads dates as files and articles write them.
///
///     2024-06-19T08:00:00Z   2024/06/19   20240619   2024-06   2024   1718784000
///     June 19, 2024   19 juin 2024   Wed, 19 Jun 2024 08:00:00 GMT   2024年6月19日   19/06/2024
///
/// The whole text must be a date. Years of two digits are none: nothing says of which century. Digits
/// of other scripts are none either: with them often comes another calendar.
public struct DateReader: Sendable, Hashable {
  /// What 03/04/2024 is; nil to leave such dates unread.
  public var order: DateOrder?

  /// - Parameter order: What 03/04/2024 is; nil to leave such dates unread.
  public init(order: DateOrder? = nil) {
    self.order = order
  }

  /// Reads a text that is nothing but a date, white space around it aside.
  ///
  /// - Parameter text: UTF-8, perhaps ill-formed, of any length.
  /// - Complexity: O(1): a text of more than 96 bytes is no date.
  public func read(_ text: Span<UInt8>) -> DateReading {
    guard var text = DateText(text), !text.isAtEnd else { return .unknown }
    if let stamp = Self.timestamp(text) { return .date(stamp) }
    let start = text
    var reading = whole(&text)
    if reading == .unknown {
      // One word before: `Wednesday, 19 June 2024`, `Published: June 19, 2024`, `le 19 juin 2024`.
      text = start
      guard !text.word().isEmpty else { return .unknown }
      _ = text.take(".") || text.take(":") || text.take(",")
      guard text.skipSpaces() else { return .unknown }
      reading = whole(&text)
      if case .date(let date) = reading, date.precision < .day { return .unknown }
    }
    return reading
  }

  /// A date, perhaps a time, and nothing behind them.
  private func whole(_ text: inout DateText) -> DateReading {
    guard let parts = day(&text) else { return .unknown }
    if case .ambiguous = parts {
      return text.isAtEnd || text.timeOfDay() != nil ? .ambiguous : .unknown
    }
    guard case .parts(let year, let month, let day) = parts else { return .unknown }
    text.skipYearWord()
    guard !text.isAtEnd else {
      return StatedDate(year: year, month: month, day: day).map { .date($0) } ?? .impossible
    }
    guard day != nil, let time = text.timeOfDay(), text.isAtEnd else { return .unknown }
    guard case .time(let time) = time,
      let date = StatedDate(year: year, month: month, day: day, time: time)
    else { return .impossible }
    return .date(date)
  }

  /// What stands in the place of a day.
  enum Parts {
    case parts(year: Int, month: Int?, day: Int?)
    case ambiguous
  }

  /// Reads a year, month or day; nil where none stands here.
  func day(_ text: inout DateText) -> Parts? {
    guard (0x30...0x39).contains(text.byte) else { return monthFirst(&text) }
    guard let first = text.number() else { return nil }
    switch first.digits {
    case 4: return yearFirst(first.value, &text)
    case 8 where !text.isSeparator:
      return .parts(
        year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
    case 1, 2: return dayFirst(first.value, &text)
    default: return nil
    }
  }

  /// `2024`, `2024-06`, `2024-06-19`, `2024年6月19日`.
  private func yearFirst(_ year: Int, _ text: inout DateText) -> Parts? {
    let afterYear = text
    if text.take("年") || text.take("년") {
      text.skipSpaces()
      guard let month = text.number(), month.digits <= 2, text.take("月") || text.take("월") else {
        return nil
      }
      text.skipSpaces()
      guard let day = text.number() else { return .parts(year: year, month: month.value, day: nil) }
      guard day.digits <= 2, text.take("日") || text.take("일") else { return nil }
      return .parts(year: year, month: month.value, day: day.value)
    }
    guard text.isSeparator else { return .parts(year: year, month: nil, day: nil) }
    let separator = text.byte
    text.place += 1
    // 2024-6-9 is written as well; 2024-170 counts days of the year, which we do not read.
    guard let month = text.number(), month.digits <= 2 else {
      text = afterYear
      return .parts(year: year, month: nil, day: nil)
    }
    guard text.byte == separator, !text.isAtEnd else {
      return .parts(year: year, month: month.value, day: nil)
    }
    text.place += 1
    guard let day = text.number(), day.digits <= 2 else { return nil }
    return .parts(year: year, month: month.value, day: day.value)
  }

  /// `19 June 2024`, `19. Juni 2024`, `19 de junio de 2024`, `19/06/2024`, `19-Jun-2024`.
  private func dayFirst(_ first: Int, _ text: inout DateText) -> Parts? {
    if text.isSeparator, (0x30...0x39).contains(text.byte(after: 1)) {
      let separator = text.byte
      text.place += 1
      guard let second = text.number(), second.digits <= 2, text.byte == separator else {
        return nil
      }
      text.place += 1
      guard let year = text.number(), year.digits == 4 else { return nil }
      return numeric(first, second.value, year.value, hasDots: separator == UInt8(ascii: "."))
    }
    // 1st, 2nd, 19th, 1er, 1º; a dot in German.
    for ending: StaticString in ["st", "nd", "rd", "th", "er", "º", "."] where text.take(ending) {
      break
    }
    guard text.skipSeparation() else { return nil }
    text.skipOf()
    guard let month = MonthNames.month(text.word()) else { return nil }
    _ = text.take(".")
    _ = text.take(",")
    guard text.skipSeparation() else { return nil }
    text.skipOf()
    guard let year = text.number(), year.digits == 4 else { return nil }
    return .parts(year: year.value, month: month, day: first)
  }

  /// Two small numbers and a year.
  private func numeric(_ first: Int, _ second: Int, _ year: Int, hasDots: Bool) -> Parts {
    let dayMonth = Parts.parts(year: year, month: second, day: first)
    let monthDay = Parts.parts(year: year, month: first, day: second)
    // No language writes the month first with dots.
    if hasDots || first == second { return dayMonth }
    switch (
      StatedDate(year: year, month: second, day: first) != nil,
      StatedDate(year: year, month: first, day: second) != nil, order
    )
    {
    case (true, true, .dmy): return dayMonth
    case (true, true, .mdy): return monthDay
    case (true, true, nil): return .ambiguous
    case (false, true, _): return monthDay
    default: return dayMonth
    }
  }

  /// `June 19, 2024`, `Jun. 19th 2024`, `June 2024`, `Jun 19 08:00:00 2024`.
  private func monthFirst(_ text: inout DateText) -> Parts? {
    guard let month = MonthNames.month(text.word()) else { return nil }
    _ = text.take(".")
    guard text.skipSeparation() else { return nil }
    text.skipOf()
    guard let number = text.number() else { return nil }
    if number.digits == 4 { return .parts(year: number.value, month: month, day: nil) }
    guard number.digits <= 2 else { return nil }
    for ending: StaticString in ["st", "nd", "rd", "th"] where text.take(ending) { break }
    _ = text.take(",")
    guard text.skipSeparation() else { return nil }
    guard let year = text.number(), year.digits == 4 else { return nil }
    return .parts(year: year.value, month: month, day: number.value)
  }

  /// Seconds or milliseconds since 1970, as 10 or 13 digits: from 2001 to 2286.
  private static func timestamp(_ text: DateText) -> StatedDate? {
    var text = text
    guard let number = text.number(), text.isAtEnd, number.digits == 10 || number.digits == 13
    else { return nil }
    let seconds = number.digits == 10 ? number.value : number.value / 1000
    guard seconds >= 1_000_000_000 else { return nil }
    let (year, month, day) = CalendarDay(number: Int32(seconds / 86_400)).components
    let time = StatedDate.Time(
      hour: seconds / 3600 % 24, minute: seconds / 60 % 60, second: seconds % 60, offset: 0)
    return StatedDate(year: year, month: month, day: day, time: time)
  }
}

extension DateText {
  /// Whether what may part the numbers of a date stands here.
  var isSeparator: Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  /// Passes over what parts a day from the name of a month: spaces, or one hyphen.
  fileprivate mutating func skipSeparation() -> Bool { skipSpaces() || take("-") }

  /// Passes over `of`, `de` or `del` between the parts of a date.
  fileprivate mutating func skipOf() {
    let start = place
    guard Self.small.contains(word()), skipSpaces() else {
      place = start
      return
    }
  }

  /// Passes over the word for *year* that Slavic languages put behind one.
  fileprivate mutating func skipYearWord() {
    let start = place
    if skipSpaces(), Self.year.contains(word()) {
      _ = take(".")
    } else {
      place = start
    }
  }

  private static let small = Set(["of", "de", "del"].map { FoldedWord($0) })
  private static let year = Set(["г", "года", "року", "р"].map { FoldedWord($0) })
}
