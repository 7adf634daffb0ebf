/// Finds the day in the name of a file that is one document.
///
///     2024-06-19-title.txt   20240619_x.html   title.2024.06.19.md      → 2024-06-19
///     2024/06/19/title.txt   2024-06-19/title.txt                       → 2024-06-19
///     2024-01-01-to-2024-03-31.txt   report-2024.txt   12345678.txt     → nothing
public enum FileNameDate {
  /// The one day that a path names.
  ///
  /// The last component counts if it names any day; otherwise a folder whose whole name is a day, or
  /// three folders that are a year, a month and a day.
  ///
  /// - Parameter path: The path of a file below its input folder.
  /// - Returns: nil where it names no day, or several.
  public static func find(in path: String) -> StatedDate? {
    let components = path.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    guard let name = components.last else { return nil }
    let named = days(in: name)
    guard named.isEmpty else { return named.count == 1 ? named.first : nil }
    for place in components.indices.dropLast().reversed() {
      let folder = components[place]
      if folder.count == 10 || folder.count == 8, let day = days(in: folder).first { return day }
      if place >= 2, folder.count == 2, components[place - 1].count == 2,
        components[place - 2].count == 4, let day = number(folder, 0..<2),
        let month = number(components[place - 1], 0..<2),
        let year = number(components[place - 2], 0..<4), separatedYears.contains(year),
        let date = StatedDate(year: year, month: month, day: day)
      {
        return date
      }
    }
    return nil
  }

  /// Years that four digits with a month and a day behind them mean.
  private static let separatedYears = 1000...2999
  /// Years that eight digits may begin with; other such numbers are as likely no dates.
  private static let joinedYears = 1900...2099

  /// The different days that a name holds.
  private static func days(in name: [UInt8]) -> Set<StatedDate> {
    var days: Set<StatedDate> = []
    var index = 0
    while index < name.count {
      guard isDigit(name[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < name.count, isDigit(name[end]) { end += 1 }
      if end - index == 8, let year = number(name, index..<index + 4), joinedYears.contains(year),
        let date = date(name, year, index + 4, index + 6)
      {
        days.insert(date)
      } else if end - index == 4, end + 6 <= name.count, isSeparator(name[end]),
        name[end + 3] == name[end], end + 6 == name.count || !isDigit(name[end + 6]),
        let year = number(name, index..<end), separatedYears.contains(year),
        let date = date(name, year, end + 1, end + 4)
      {
        days.insert(date)
        end += 6
      }
      index = end
    }
    return days
  }

  private static func date(_ name: [UInt8], _ year: Int, _ month: Int, _ day: Int) -> StatedDate? {
    guard let month = number(name, month..<month + 2), let day = number(name, day..<day + 2) else {
      return nil
    }
    return StatedDate(year: year, month: month, day: day)
  }

  private static func number(_ name: [UInt8], _ range: Range<Int>) -> Int? {
    var value = 0
    for byte in name[range] {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isSeparator(_ byte: UInt8) -> Bool { "-_.".utf8.contains(byte) }
}
