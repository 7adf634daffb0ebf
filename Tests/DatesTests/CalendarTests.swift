import Foundation
import Testing

@testable import Dates

@Suite struct CalendarTests {
  @Test("every day from the year 1 to 9999 has its number, and the number its day")
  func allDays() throws {
    var expected = try #require(CalendarDay(year: 1, month: 1, day: 1)).number
    for year in CalendarDay.years {
      for month in 1...12 {
        for day in 1...CalendarDay.days(inMonth: month, of: year) {
          guard let found = CalendarDay(year: year, month: month, day: day),
            found.number == expected, found.components == (year, month, day)
          else {
            Issue.record("\(year)-\(month)-\(day)")
            return
          }
          expected += 1
        }
        #expect(
          CalendarDay(
            year: year, month: month, day: CalendarDay.days(inMonth: month, of: year) + 1) == nil)
      }
    }
  }

  @Test("days, weeks and their years are those of Foundation's ISO calendar")
  func foundation() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for number in stride(from: Int32(-40_000), to: 60_000, by: 13) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let day = CalendarDay(number: number)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekOfYear, .yearForWeekOfYear, .weekday], from: date)
      #expect(day.components.year == parts.year)
      #expect(day.components.month == parts.month)
      #expect(day.components.day == parts.day)
      let week =
        "\(parts.yearForWeekOfYear!)-W" + (parts.weekOfYear! < 10 ? "0" : "")
        + "\(parts.weekOfYear!)"
      #expect(TimeSlice(.week, holding: day).description == week)
    }
  }

  @Test(
    "a slice has its name, its first and its last day",
    arguments: [
      (SliceLength.day, "2024-06-19", "2024-06-19", "2024-06-19", "2024-06-19"),
      (.week, "2024-06-19", "2024-W25", "2024-06-17", "2024-06-23"),
      (.week, "2021-01-03", "2020-W53", "2020-12-28", "2021-01-03"),
      (.month, "2024-02-19", "2024-02", "2024-02-01", "2024-02-29"),
      (.quarter, "2024-06-30", "2024-Q2", "2024-04-01", "2024-06-30"),
      (.quarter, "2024-12-31", "2024-Q4", "2024-10-01", "2024-12-31"),
      (.year, "1969-06-19", "1969", "1969-01-01", "1969-12-31"),
    ])
  func slices(length: SliceLength, day: String, name: String, first: String, last: String) throws {
    let day = try #require(StatedDate(iso: day)).firstDay
    let slice = TimeSlice(length, holding: day)
    #expect(slice.description == name)
    #expect(slice.firstDay.description == first)
    #expect(slice.lastDay.description == last)
  }

  @Test("a date that reaches beyond a slice is in none")
  func loose() throws {
    let month = try #require(StatedDate(iso: "2024-06")).days
    #expect(TimeSlice(.month, holding: month)?.description == "2024-06")
    #expect(TimeSlice(.quarter, holding: month)?.description == "2024-Q2")
    #expect(TimeSlice(.week, holding: month) == nil)
    #expect(TimeSlice(.day, holding: month) == nil)
  }

  @Test(
    "a date means all days of its year or month",
    arguments: [
      ("2024", "2024-01-01", "2024-12-31"), ("2023", "2023-01-01", "2023-12-31"),
      ("2024-02", "2024-02-01", "2024-02-29"), ("2024-06-19", "2024-06-19", "2024-06-19"),
      ("2024-06-19T23:30:00-04:00", "2024-06-19", "2024-06-19"),
    ])
  func spans(text: String, first: String, last: String) throws {
    let date = try #require(StatedDate(iso: text))
    #expect(date.days.first.description == first)
    #expect(date.days.last.description == last)
  }
}
