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
    do {
      while try reader.next(in: bytes, into: &record), record.isBlank {}
      let columns = TableColumns(header: record, names: options.fields)
      guard !columns.text.isEmpty else {
        problem(
          InputProblem(
            path: file.shownPath, line: record.line, reason: columns.missingText(options.fields)))
        return
      }
      while try reader.next(in: bytes, into: &record) {
        if record.isBlank { continue }
        if record.count > columns.count {
          let reason =
            "the record has \(record.count) fields, the header \(columns.count); the rest is left out"
          problem(
            InputProblem(
              path: file.shownPath, line: record.line, reason: reason, severity: .warning))
        }
        guard
          let text = columns.text.first(where: { $0 < record.count && !record.bytes($0).isEmpty })
        else {
          problem(
            InputProblem(
              path: file.shownPath, line: record.line,
              reason: "the record is skipped: its text is empty"
            ))
          continue
        }
        let body = record.bytes(text)
        guard body.count <= options.largestDocument else {
          let reason = "larger than the \(options.largestDocument) bytes allowed for a document"
          problem(
            InputProblem(
              path: file.shownPath, line: record.line, reason: "the record is skipped: \(reason)"))
          continue
        }
        try document(
          Document(
            id: value(columns.id, of: record) ?? "\(file.name)#\(record.line)",
            title: value(columns.title, of: record), date: value(columns.date, of: record),
            source: value(columns.source, of: record),
            language: value(columns.language, of: record), text: Array(body)))
      }
    } catch let error as DelimitedError {
      problem(
        InputProblem(
          path: file.shownPath, line: error.line, column: error.column,
          reason: "the rest of the file is skipped: \(error.reason)"))
    }
  }

  private func value(_ columns: [Int], of record: DelimitedRecord) -> String? {
    for column in columns where column < record.count && !record.bytes(column).isEmpty {
      return record.string(column)
    }
    return nil
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
