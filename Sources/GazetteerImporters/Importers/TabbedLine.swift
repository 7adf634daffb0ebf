import TextFiles

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

extension LineReader {
  /// The next row that holds something, counted; rows that are no UTF-8 are findings.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: What findings call it.
  ///   - session: Counts rows and takes findings.
  mutating func nextRow(
    in bytes: Span<UInt8>, of path: String, _ session: inout ImportSession
  ) -> TabbedLine? {
    while let range = next(in: bytes) {
      guard let row = TabbedLine(bytes.extracting(range)) else {
        session.countRow()
        session.bad(path, line: number, column: 1, "the row is not valid UTF-8 and is passed over")
        continue
      }
      if row.isBlank || row[0].hasPrefix("#") { continue }
      session.countRow()
      return row
    }
    return nil
  }

  /// The value in the next line that holds something, counted; lines that are no JSON are findings.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: What findings call it.
  ///   - session: Counts rows and takes findings.
  mutating func nextValue(
    in bytes: Span<UInt8>, of path: String, _ session: inout ImportSession
  ) -> JSONValue? {
    while let range = next(in: bytes) {
      let line = bytes.extracting(range)
      if JSONLine.isBlank(line) { continue }
      session.countRow()
      do throws(JSONError) {
        return try JSONValue.parse(line: line)
      } catch {
        session.bad(
          path, line: number, column: error.column, "the line is passed over: \(error.reason)")
      }
    }
    return nil
  }
}
