/// A day of the Gregorian calendar, in the years 1 to 9999, also before that calendar was in use.
///
/// It is one small number, so that it is compared and kept as cheaply as one.
public struct CalendarDay: Hashable, Sendable, Comparable {
  /// Days since 1 January 1970; negative before.
  public let number: Int32

  /// The years that a day can be in.
  public static let years = 1...9999

  /// - Parameter number: Days since 1 January 1970.
  public init(number: Int32) {
    self.number = number
  }

  /// The day of a year, month and day; nil where the calendar has none.
  ///
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: The day of the month, from 1.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    // Years are counted from March, so that the day that leap years add comes last, and in eras of
    // 400 years, which all have as many days (H. Hinnant, "chrono-compatible low-level date
    // algorithms").
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * Self.daysInEra + dayOfEra - Self.daysBefore1970)
  }

  /// The day that a text in the form of `description` means; nil where it is another.
  ///
  /// - Parameter iso: Ten bytes: `2024-06-19`.
  public init?(iso: Span<UInt8>) {
    guard iso.count == 10, iso[4] == UInt8(ascii: "-"), iso[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for place in range {
        guard (0x30...0x39).contains(iso[place]) else { return nil }
        number = number * 10 + Int(iso[place] - 0x30)
      }
      return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The year, the month from 1 and the day of the month from 1.
  public var components: (year: Int, month: Int, day: Int) {
    // Quotients as products (C. Neri and L. Schneider, "Euclidean affine functions and their application
    // to calendar algorithms", 2022): a third of the time of the divisions that they stand for.
    let days = UInt64(truncatingIfNeeded: Int(number) + Self.daysBefore1970)
    let quarters = 4 &* days &+ 3
    let century = quarters / UInt64(Self.daysInEra)
    let dayOfCentury = quarters % UInt64(Self.daysInEra) / 4
    let year = 2_939_745 &* (4 &* dayOfCentury &+ 3)
    let dayOfYear = (year & 0xFFFF_FFFF) / 2_939_745 / 4
    let month = 2141 &* dayOfYear &+ 197_913
    // The days from January on belong to the next year.
    let isNextYear = dayOfYear >= 306
    return (
      Int(truncatingIfNeeded: 100 &* century &+ year >> 32) + (isNextYear ? 1 : 0),
      Int(month >> 16) - (isNextYear ? 12 : 0), Int((month & 0xFFFF) / 2141) + 1
    )
  }

  /// How many days a month of a year has.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }

  private static let daysInEra = 146_097
  /// From 1 March of the year 0.
  private static let daysBefore1970 = 719_468
}

extension CalendarDay: CustomStringConvertible {
  /// ISO 8601: `2024-06-19`.
  public var description: String {
    let (year, month, day) = components
    return "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))"
  }

  /// A number with zeros before it.
  static func digits(_ value: Int, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
