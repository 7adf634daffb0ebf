import Gazetteers

/// Finds passages and sentences in a text.
///
/// A passage is a block between blank lines, or lines of nothing but rules (`---`, `* * *`, `%`), each of
/// which is a passage by itself. A line break inside a passage either wraps a sentence
/// or ends a headline or list line. It wraps where the first word of the next line would not have
/// fitted into the longest line of the passage; a passage of short lines, or of lines that nobody
/// wraps (more than `longestWrappedLine` bytes), is a list, unless it reads as prose: every line is
/// full, a third of the words begin in small letters, and a full stop ends it. Within lines so joined, sentences end as
/// `SentenceSplitter` says.
public struct Segmenter: Sendable {
  private let splitter = SentenceSplitter()

  /// Lines up to here are list lines where all lines of a passage are.
  static let shortestWrappedLine = 40

  /// Longer lines are paragraphs of their own.
  static let longestWrappedLine = 200

  public init() {}

  /// The sentences of a text in order; together they hold all but white space.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - sentences: Replaced by the result.
  /// - Complexity: O(length of the text).
  public func segment(_ text: Span<UInt8>, into sentences: inout [Sentence]) {
    sentences.removeAll(keepingCapacity: true)
    // The scans read the bytes of `text` while this call holds them.
    unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var ends = unsafe BreakScan(base, limit: bytes.count, .lines)
      var marks = unsafe BreakScan(base, limit: bytes.count, .marks)
      segment(text, &ends, &marks, into: &sentences)
    }
  }

  private func segment(
    _ text: Span<UInt8>, _ ends: inout BreakScan, _ marks: inout BreakScan,
    into sentences: inout [Sentence]
  ) {
    // Nearly all passages have one line; only of others the lines are gathered.
    var first: Range<Int>?
    var lines: [Range<Int>] = []
    var passage = 0
    var place = 0
    while place < text.count {
      var end = ends.next(from: place)
      // A vertical tab ends no line.
      while end < text.count, text[end] == 0x0B { end = ends.next(from: end + 1) }
      let line = Self.trim(text, place..<end)
      place = end + 1
      if end < text.count, text[end] == 0x0D, place < text.count, text[place] == 0x0A { place += 1 }
      let isRule = !line.isEmpty && Self.isRule(text, line)
      if !line.isEmpty && !isRule {
        guard let begin = first else {
          first = line
          continue
        }
        if lines.isEmpty { lines.append(begin) }
        lines.append(line)
        continue
      }
      if let line = first {
        close(text, line, &lines, passage, &marks, into: &sentences)
        first = nil
        passage += 1
      }
      if isRule {
        sentences.append(
          Sentence(start: line.lowerBound, end: line.upperBound, passage: passage))
        passage += 1
      }
    }
    if let line = first { close(text, line, &lines, passage, &marks, into: &sentences) }
  }

  /// Splits a passage.
  ///
  /// - Parameters:
  ///   - first: Its first line.
  ///   - lines: All its lines, where it has several; emptied.
  private func close(
    _ text: Span<UInt8>, _ first: Range<Int>, _ lines: inout [Range<Int>], _ passage: Int,
    _ marks: inout BreakScan, into sentences: inout [Sentence]
  ) {
    if lines.isEmpty {
      splitter.split(text, first, passage: passage, &marks, into: &sentences)
    } else {
      close(text, lines, passage, &marks, into: &sentences)
      lines.removeAll(keepingCapacity: true)
    }
  }

  private func close(
    _ text: Span<UInt8>, _ lines: [Range<Int>], _ passage: Int, _ marks: inout BreakScan,
    into sentences: inout [Sentence]
  ) {
    var width = 0
    for line in lines { width = max(width, line.count) }
    let isNarrowProse = width < Self.shortestWrappedLine && isProse(text, lines, width)
    var start = lines[0].lowerBound
    for (index, line) in lines.enumerated() {
      let isLast = index + 1 == lines.count
      if isLast || !wraps(text, line, before: lines[index + 1], width, isNarrowProse) {
        splitter.split(text, start..<line.upperBound, passage: passage, &marks, into: &sentences)
        if !isLast { start = lines[index + 1].lowerBound }
      }
    }
  }

  private func wraps(
    _ text: Span<UInt8>, _ line: Range<Int>, before next: Range<Int>, _ width: Int,
    _ isNarrowProse: Bool
  ) -> Bool {
    if width > Self.longestWrappedLine { return false }
    let first = text[next.lowerBound]
    if first &- 0x61 < 26 { return true }  // goes on in a small letter
    if isNarrowProse { return true }
    if width < Self.shortestWrappedLine || Self.isBullet(first) { return false }
    return isFull(text, line, before: next, width)
  }

  /// Whether the first word of the next line would not have fitted into a line.
  private func isFull(
    _ text: Span<UInt8>, _ line: Range<Int>, before next: Range<Int>, _ width: Int
  ) -> Bool {
    var word = next.lowerBound
    while word < next.upperBound, text[word] > 0x20 { word += 1 }
    return line.count + 1 + (word - next.lowerBound) > width
  }

  /// Whether short lines are a narrow column of prose.
  private func isProse(_ text: Span<UInt8>, _ lines: [Range<Int>], _ width: Int) -> Bool {
    guard lines.count > 1, let last = lines.last else { return false }
    let end = text[last.upperBound - 1]
    guard end == 0x2E || end == 0x21 || end == 0x3F || end == 0x22 else { return false }
    for (line, next) in zip(lines, lines.dropFirst())
    where !isFull(text, line, before: next, width) { return false }
    var (words, small, wasSpace) = (0, 0, true)
    for place in lines[0].lowerBound..<last.upperBound {
      let isSpace = text[place] <= 0x20
      if wasSpace, !isSpace {
        words += 1
        if text[place] &- 0x61 < 26 { small += 1 }
      }
      wasSpace = isSpace
    }
    return small * 3 >= words
  }

  /// Whether a line is drawn to part what stands before it from what follows.
  private static func isRule(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    // Nearly all lines begin with a letter.
    for place in line {
      switch text[place] {
      case 0x20, 0x09: continue
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "+"):
        continue
      default: return false
      }
    }
    return !line.isEmpty
  }

  private static func isBullet(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "|")
  }

  /// The range without ASCII white space and no-break spaces at its ends.
  @inline(__always)
  static func trim(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    if range.isEmpty { return range }
    // Nearly always neither is there.
    let (first, last) = (text[range.lowerBound], text[range.upperBound &- 1])
    let isTrimmed = first > 0x20 && first != 0xC2 && last > 0x20 && last != 0xA0
    return isTrimmed ? range : trimEnds(text, range)
  }

  private static func trimEnds(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      if text[start] <= 0x20 {
        start += 1
      } else if text[start] == 0xC2, start + 1 < end, text[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if text[end - 1] <= 0x20 {
        end -= 1
      } else if text[end - 1] == 0xA0, end - 2 >= start, text[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }
}
