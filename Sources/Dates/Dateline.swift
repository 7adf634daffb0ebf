import TextFiles

/// Finds the date in the dateline with which agencies begin a story.
///
///     PYONGYANG, June 19, 2024 (Reuters) - Russian President …      → 2024-06-19
///     Berlin, 19. Juni 2024 (dpa) – Der Bundestag …                 → 2024-06-19
///     PYONGYANG, June 19 (Reuters) - …                              → nothing: of which year?
///     Tuesday, February 11, 2025                                    → nothing: the day of the page
///
/// A dateline is a place, a comma, a day with its year, and a dash; the place is in capitals, or the
/// agency stands in brackets or slashes.
public enum Dateline {
  /// Datelines are looked for in so many bytes at the beginning of a text: behind headlines and menus,
  /// but not in quotations of other stories.
  public static let reach = 2048

  /// The date of the first dateline.
  ///
  /// - Parameters:
  ///   - text: A document, UTF-8.
  ///   - reader: How dates are read.
  /// - Complexity: O(1): only the first `reach` bytes are looked at, of each line the first few.
  public static func find(in text: Span<UInt8>, reader: DateReader = DateReader()) -> StatedDate? {
    let head = text.extracting(first: reach)
    var start = 0
    while start < head.count {
      while start < head.count, head[start] == 0x20 || head[start] == 0x09 { start += 1 }
      let lineEnd = min(start + DateText.longest, head.count)
      // Most lines end here: a dateline has a comma before its first digit, and both come soon.
      if let comma = commaBeforeDigit(head, start..<lineEnd),
        let date = read(head.extracting(start..<lineEnd), comma: comma - start, reader)
      {
        return date
      }
      start = ByteSearch.first(0x0A, in: head, from: start) + 1
    }
    return nil
  }

  /// The place of the last comma before the first digit of a line that begins with a capital, or with
  /// a letter of another script.
  private static func commaBeforeDigit(_ head: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let first = line.first,
      (0x41...0x5A).contains(head[first]) || head[first] >= 0x80
    else { return nil }
    var comma: Int?
    var limit = min(line.upperBound, line.lowerBound + longestPlace)
    var index = line.lowerBound
    while index < limit {
      switch head[index] {
      case UInt8(ascii: ","):
        comma = index
        limit = min(line.upperBound, index + longestMonth)
      case 0x30...0x39: return comma
      case 0x0A: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// In bytes: the comma behind a place, and the digits behind a comma, come no later.
  private static let (longestPlace, longestMonth) = (48, 28)

  private static func read(
    _ line: Span<UInt8>, comma: Int, _ reader: DateReader
  ) -> StatedDate? {
    guard let place = Place(line.extracting(first: comma)) else { return nil }
    var text = DateText(head: line)
    text.place = comma + 1
    text.skipSpaces()
    let start = text.place
    if !(text.word() == article && text.skipSpaces()) { text.place = start }
    guard case .parts(let year, let month, let day?)? = reader.day(&text),
      let date = StatedDate(year: year, month: month, day: day)
    else { return nil }
    text.skipSpaces()
    let hasAgency = text.skipAgency()
    guard place.isInCapitals || hasAgency, text.isDash else { return nil }
    return date
  }

  /// French writes `Paris, le 19 juin 2024`.
  private static let article = FoldedWord("le")

  /// What stands before the date.
  private struct Place {
    var isInCapitals: Bool

    /// nil for what names no place: a day of the week, or words with other signs.
    init?(_ bytes: Span<UInt8>) {
      var hasSmall = false
      for index in bytes.indices {
        switch bytes[index] {
        case 0x61...0x7A: hasSmall = true
        case 0x41...0x5A, 0x80...0xFF, 0x20, UInt8(ascii: "."), UInt8(ascii: ","),
          UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "/"):
          break
        default: return nil
        }
      }
      var text = DateText(head: bytes)
      let word = text.word()
      guard bytes.count >= 2, !MonthNames.isWeekday(word) else { return nil }
      isInCapitals = !hasSmall
    }
  }
}

extension DateText {
  /// Passes over `(Reuters)` or `/TASS/`, and what parts it from the dash.
  fileprivate mutating func skipAgency() -> Bool {
    let start = place
    let close = take("(") ? UInt8(ascii: ")") : UInt8(ascii: "/")
    guard place > start || take("/") else { return false }
    while !isAtEnd, byte != close, !(0x30...0x39).contains(byte) { place += 1 }
    guard byte == close, !isAtEnd else {
      place = start
      return false
    }
    place += 1
    _ = take(".")
    skipSpaces()
    return true
  }

  /// Whether a dash stands here.
  fileprivate var isDash: Bool {
    var text = self
    return text.take("-") || text.take("–") || text.take("—") || text.take(".-")
  }
}
