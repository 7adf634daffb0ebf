import TextFiles

/// Goes through the lines of a text, which end in a line feed, a carriage return, or both.
struct LineReader {
  /// The number of the last line given, from 1.
  private(set) var number = 0
  private var offset = 0

  /// The bytes of the next line without its end, as a range of the text; nil at the end.
  mutating func next(in text: Span<UInt8>) -> Range<Int>? {
    guard offset < text.count else { return nil }
    number += 1
    let start = offset
    let end = ByteSearch.first(in: text, from: start, 0x0A, 0x0D, 0x0A)
    offset = end + 1
    if end < text.count, text[end] == 0x0D, offset < text.count, text[offset] == 0x0A {
      offset += 1
    }
    return start..<end
  }
}

/// The text of a line split at tabs.
struct TabbedLine {
  private let cells: [Substring]
  private let line: String

  /// - Parameter bytes: A line; nil where it is not UTF-8.
  init?(_ bytes: Span<UInt8>) {
    guard let line = String(validating: [UInt8](copying: bytes), as: UTF8.self) else { return nil }
    self.line = line
    cells = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map(Substring.init)
  }

  var count: Int { cells.count }

  /// Whether the line holds nothing but white space.
  var isBlank: Bool { line.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// A cell without white space at its ends; empty where the line ends before it.
  subscript(_ index: Int) -> String {
    guard index < cells.count else { return "" }
    return NameCleaner.inOneLine(cells[index].unicodeScalars)
  }

  /// Where a cell begins, in Unicode scalars from 1.
  func column(of index: Int) -> Int {
    guard index < cells.count else { return line.unicodeScalars.count + 1 }
    return line[..<cells[index].startIndex].unicodeScalars.count + 1
  }
}
