import TextFiles

/// Finds the code in a Markdown text: fenced blocks and code spans (CommonMark 0.31, 4.5 and 6.1).
///
///     Run `relata build` in Doha.      → the bytes of `relata build`, without the backticks
///
/// The signs around the code are no part of it, so that names on both sides stay apart. Two things are
/// taken for text on purpose, so that no article is lost: lines that are indented, which are a block
/// of code or the second passage of a list item, and what follows a fence that is never closed.
struct MarkdownCode {
  /// The code, as byte ranges in order, none of them empty.
  private(set) var ranges: [Range<Int>] = []

  /// A line that may open a block of code, or close one.
  private struct Fence {
    var line: Range<Int>
    var sign: UInt8
    var length: Int
    /// Nothing but white space and signs of quotation stand beside it.
    var isBare: Bool
  }

  private static let backtick = UInt8(ascii: "`")

  /// - Parameter text: The text.
  /// - Complexity: O(length of the text).
  init(_ text: Span<UInt8>) {
    let fences = Self.fences(text)
    // The longest bare fence of each sign from each fence on: whether there is one that closes.
    var longest = [(backtick: Int, tilde: Int)](repeating: (0, 0), count: fences.count + 1)
    for (index, fence) in fences.enumerated().reversed() {
      longest[index] = longest[index + 1]
      guard fence.isBare else { continue }
      if fence.sign == Self.backtick {
        longest[index].backtick = max(longest[index].backtick, fence.length)
      } else {
        longest[index].tilde = max(longest[index].tilde, fence.length)
      }
    }
    var proseStart = 0
    var index = 0
    while index < fences.count {
      let open = fences[index]
      index += 1
      let limit = open.sign == Self.backtick ? longest[index].backtick : longest[index].tilde
      guard limit >= open.length else { continue }
      while fences[index].sign != open.sign || !fences[index].isBare
        || fences[index].length < open.length
      { index += 1 }
      let close = fences[index].line
      index += 1
      addSpans(text, inParagraphsOf: proseStart..<open.line.lowerBound)
      let content = open.line.upperBound + 1
      if content < close.lowerBound { ranges.append(content..<close.lowerBound) }
      proseStart = close.upperBound
    }
    addSpans(text, inParagraphsOf: proseStart..<text.count)
  }

  /// The fences of a text, in order.
  private static func fences(_ text: Span<UInt8>) -> [Fence] {
    var fences: [Fence] = []
    var start = 0
    while start < text.count {
      let end = ByteSearch.first(0x0A, in: text, from: start)
      if let fence = fence(text, start..<end) { fences.append(fence) }
      start = end + 1
    }
    return fences
  }

  /// The fence that a line is; signs of quotations and lists may stand before it.
  private static func fence(_ text: Span<UInt8>, _ line: Range<Int>) -> Fence? {
    var start = line.lowerBound
    var isInList = false
    while start < line.upperBound {
      if " \t>".utf8.contains(text[start]) {
        start += 1
      } else if let end = endOfListMark(text, start..<line.upperBound) {
        start = end
        isInList = true
      } else {
        break
      }
    }
    guard start < line.upperBound, text[start] == backtick || text[start] == UInt8(ascii: "~")
    else { return nil }
    let sign = text[start]
    var end = start
    while end < line.upperBound, text[end] == sign { end += 1 }
    guard end - start >= 3 else { return nil }
    var rest = end
    while rest < line.upperBound, text[rest] <= 0x20 { rest += 1 }
    let isBare = rest == line.upperBound && !isInList
    while rest < line.upperBound {
      // A line with further backticks is a code span in a paragraph.
      if sign == backtick, text[rest] == backtick { return nil }
      rest += 1
    }
    return Fence(line: line, sign: sign, length: end - start, isBare: isBare)
  }

  /// Where the mark of a list item ends (`- `, `12. `) that a stretch of a line begins with.
  private static func endOfListMark(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var end = line.lowerBound
    if "-*+".utf8.contains(text[end]) {
      end += 1
    } else {
      while end < line.upperBound, (0x30...0x39).contains(text[end]) { end += 1 }
      guard end > line.lowerBound, end < line.upperBound, ".)".utf8.contains(text[end]) else {
        return nil
      }
      end += 1
    }
    return end < line.upperBound && text[end] == 0x20 ? end + 1 : nil
  }

  /// Adds the code spans of prose; none goes beyond a blank line.
  private mutating func addSpans(_ text: Span<UInt8>, inParagraphsOf prose: Range<Int>) {
    var paragraph = prose.lowerBound
    var start = paragraph
    while start < prose.upperBound {
      let end = min(ByteSearch.first(0x0A, in: text, from: start), prose.upperBound)
      if Self.isBlank(text, start..<end) {
        addSpans(text, paragraph..<start)
        paragraph = end
      }
      start = end + 1
    }
    addSpans(text, paragraph..<prose.upperBound)
  }

  /// Adds the code spans of a paragraph: from a run of backticks to the next one of the same length.
  private mutating func addSpans(_ text: Span<UInt8>, _ paragraph: Range<Int>) {
    var runs: [Range<Int>] = []
    var place = paragraph.lowerBound
    while true {
      place = ByteSearch.first(Self.backtick, in: text, from: place)
      guard place < paragraph.upperBound else { break }
      let start = place
      while place < paragraph.upperBound, text[place] == Self.backtick { place += 1 }
      runs.append(start..<place)
    }
    guard runs.count > 1 else { return }
    // For each run the next one of its length, found from the end.
    var partner = [Int?](repeating: nil, count: runs.count)
    var lastOfLength: [Int: Int] = [:]
    for index in runs.indices.reversed() {
      partner[index] = lastOfLength.updateValue(index, forKey: runs[index].count)
    }
    var index = 0
    while index < runs.count {
      if let close = partner[index], !Self.isEscaped(text, runs[index].lowerBound) {
        ranges.append(runs[index].upperBound..<runs[close].lowerBound)
        index = close
      }
      index += 1
    }
  }

  /// Whether an odd number of backslashes stands before a place.
  private static func isEscaped(_ text: Span<UInt8>, _ place: Int) -> Bool {
    var start = place
    while start > 0, text[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    return (place - start) % 2 == 1
  }

  private static func isBlank(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    for index in line where text[index] > 0x20 { return false }
    return true
  }
}
