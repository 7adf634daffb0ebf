import TextFiles

/// Reads a CSV or TSV file whose header names the columns; each further record is a document.
struct TableReader {
  let file: InputFile
  let options: InputOptions

  func read(
    document: (consuming Document) throws -> Void, problem: (InputProblem) -> Void
  ) throws {
    guard
      let content = FileContent.open(file, limit: options.largestUnpacked, problem: problem)
    else { return }
    try content.withBytes { bytes in
      if DecodedText.isPlainUTF8(bytes), !DecodedText.looksBinary(bytes) {
        return try readRecords(bytes, document: document, problem: problem)
      }
      let decoded: DecodedText
      do {
        decoded = try DecodedText.decode(bytes)
      } catch {
        problem(InputProblem(path: file.shownPath, reason: "\(error)"))
        return
      }
      if let warning = decoded.warning {
        problem(InputProblem(path: file.shownPath, reason: warning, severity: .warning))
      }
      try readRecords(decoded.utf8.span, document: document, problem: problem)
    }
  }

  private func readRecords(
    _ bytes: Span<UInt8>, document: (consuming Document) throws -> Void,
    problem: (InputProblem) -> Void
  ) throws {
    var reader = DelimitedReader(dialect: file.format == .tsv ? .tsv : .csv)
    var record = DelimitedRecord()
    // A header that does not end is no header, whatever stands below it.
    do {
      while try reader.next(in: bytes, into: &record), record.isBlank {}
    } catch {
      return problem(
        InputProblem(
          path: file.shownPath, line: error.line, column: error.column,
          reason: "is skipped: in its header \(error.reason)"))
    }
    let columns = TableColumns(header: record, names: options.fields)
    guard !columns.text.isEmpty else {
      return problem(
        InputProblem(
          path: file.shownPath, line: record.line, reason: columns.missingText(options.fields)))
    }
    var open: OpenQuote?
    while true {
      do throws(DelimitedError) {
        guard try reader.next(in: bytes, into: &record) else { break }
      } catch {
        if let open { problem(open.problem(file)) }
        open = OpenQuote(error: error, firstLine: record.line)
        continue
      }
      if let ended = open, !ended.covers(record.line) {
        problem(ended.problem(file))
        open = nil
      }
      if record.isBlank { continue }
      // Prose that an open quote leaves behind has commas too, but hardly as many as the header.
      if open != nil, record.count != columns.count || text(of: record, columns) == nil {
        open?.lost += 1
        continue
      }
      open?.read += 1
      if let result = makeDocument(record, columns, problem: problem) { try document(result) }
    }
    if let open { problem(open.problem(file)) }
  }

  /// The document of a record; nil, and a problem, where it is none.
  private func makeDocument(
    _ record: borrowing DelimitedRecord, _ columns: TableColumns, problem: (InputProblem) -> Void
  ) -> Document? {
    func tell(_ reason: String, _ severity: InputProblem.Severity = .skipped) {
      problem(
        InputProblem(
          path: file.shownPath, line: record.line, reason: reason, severity: severity))
    }
    if record.count > columns.count {
      tell(
        "the record has \(record.count) fields, the header \(columns.count); the rest is left out",
        .warning)
    }
    guard let text = text(of: record, columns) else {
      tell("the record is skipped: its text is empty")
      return nil
    }
    let body = record.bytes(text)
    guard body.count <= options.largestDocument else {
      tell(
        "the record is skipped: larger than the \(options.largestDocument) bytes allowed for a document"
      )
      return nil
    }
    var document = Document(
      id: value(columns.id, of: record) ?? "\(file.name)#\(record.line)",
      title: value(columns.title, of: record), source: value(columns.source, of: record),
      language: value(columns.language, of: record), text: Array(body), line: record.line)
    let stated = value(columns.date, of: record)
    DocumentDating(options).date(&document, stated: stated.map { [$0] } ?? [])
    return document
  }

  /// The column that gives the text of a record.
  private func text(of record: borrowing DelimitedRecord, _ columns: TableColumns) -> Int? {
    for column in columns.text where column < record.count && !record.bytes(column).isEmpty {
      return column
    }
    return nil
  }

  private func value(_ columns: [Int], of record: DelimitedRecord) -> String? {
    for column in columns where column < record.count && !record.bytes(column).isEmpty {
      return record.string(column)
    }
    return nil
  }
}

/// A quoted field that was not closed, and what became of the lines that it would have swallowed.
private struct OpenQuote {
  let error: DelimitedError
  /// The line on which the record of the quote begins.
  let firstLine: Int
  /// Lines after the quote that were read as records.
  var read = 0
  /// Lines after the quote that are no records of this table.
  var lost = 0

  init(error: DelimitedError, firstLine: Int) {
    self.error = error
    self.firstLine = firstLine
  }

  /// Whether a line stands in what the quote would have swallowed.
  func covers(_ line: Int) -> Bool { line < error.closingLine ?? .max }

  func problem(_ file: InputFile) -> InputProblem {
    func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }
    let lost = lost + error.line - firstLine + 1
    return InputProblem(
      path: file.shownPath, line: error.line, column: error.column,
      reason: "the record is skipped: \(error.reason); \(lines(lost)) lost, "
        + "\(lines(read)) after it read as records")
  }
}

/// The columns that give the parts of a document, first choice first.
struct TableColumns {
  private let header: [String]
  let id, text, title, date, source, language: [Int]

  init(header: DelimitedRecord, names: FieldNames) {
    let columns = (0..<header.count).map { header.string($0) }
    let keys = columns.map { $0.split(separator: " ").joined(separator: " ").lowercased() }
    func find(_ names: [String]) -> [Int] {
      names.compactMap { keys.firstIndex(of: $0.lowercased()) }
    }
    self.header = columns
    id = find(names.id)
    text = find(names.text)
    title = find(names.title)
    date = find(names.date)
    source = find(names.source)
    language = find(names.language)
  }

  /// The number of columns.
  var count: Int { header.count }

  /// Why a table without a text column is skipped.
  func missingText(_ names: FieldNames) -> String {
    let wanted = names.text.map { "\"\($0)\"" }.joined(separator: " or ")
    let found = header.map { "\"\($0)\"" }.joined(separator: ", ")
    return "is skipped: no column is named \(wanted); the columns are \(found)"
  }
}
