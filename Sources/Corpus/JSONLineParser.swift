import TextFiles

/// Makes documents of the lines of a JSON Lines file, and problems of those that are none.
struct JSONLineParser {
  private let file: InputFile
  private let limit: Int
  private let names: FieldNames
  private let dating: DocumentDating
  private var scanner: JSONScanner
  private let id, text, title, date, source, language: Range<Int>

  /// The lines read so far.
  private(set) var lineCount = 0

  /// The number of the part in its file, and the lines at which all of them begin.
  private let part: Int
  private let lines: LineIndex?

  /// - Parameter part: What the lines are of.
  init(part: InputPart, options: InputOptions) {
    file = part.file
    self.part = part.number
    lines = part.lines
    limit = options.largestDocument
    names = options.fields
    dating = DocumentDating(options)
    var fields: [String] = []
    func add(_ names: [String]) -> Range<Int> {
      fields += names
      return fields.count - names.count..<fields.count
    }
    id = add(names.id)
    text = add(names.text)
    title = add(names.title)
    date = add(names.date)
    source = add(names.source)
    language = add(names.language)
    scanner = JSONScanner(fields: fields)
  }

  /// Reads one line; a blank one is nothing.
  ///
  /// - Parameters:
  ///   - line: The line without its line feed.
  ///   - document: Receives the document.
  ///   - problem: Receives what is wrong with the line.
  mutating func read(
    _ line: Span<UInt8>, document: (consuming Document) throws -> Void,
    problem: (InputProblem) -> Void
  ) throws {
    lineCount += 1
    guard line.count <= limit else {
      let reason = "the line is larger than the \(limit) bytes allowed for a document"
      problem(InputProblem(path: file.shownPath, line: recordLine.number, reason: reason))
      return
    }
    guard !Self.isBlank(line) else { return }
    do throws(JSONError) {
      try scanner.scan(line)
    } catch {
      problem(
        InputProblem(
          path: file.shownPath, line: recordLine.number, column: error.column,
          reason: "the line is skipped: \(error.reason)"))
      return
    }
    if var result = makeDocument(line, problem: problem) {
      result.recordLine = recordLine
      try document(result)
    }
  }

  /// The line that is read.
  private var recordLine: RecordLine { RecordLine(lineCount, ofPart: part, in: lines) }

  private func makeDocument(
    _ line: Span<UInt8>, problem: (InputProblem) -> Void
  ) -> Document? {
    func tell(_ reason: String, _ severity: InputProblem.Severity, column: Int? = nil) {
      problem(
        InputProblem(
          path: file.shownPath, line: recordLine.number, column: column, reason: reason,
          severity: severity))
    }
    guard case .string(let content, let hasEscapes) = first(text) else {
      let found = text.first { scanner.values[$0] != .absent }
      let reason =
        if let found {
          "\"\(scanner.fields[found])\" is \(scanner.values[found].kind), not a text"
        } else { "none of the fields \(names.text.joined(separator: ", ")) is there" }
      tell("the line is skipped: \(reason)", .skipped)
      return nil
    }
    let body = string(content, hasEscapes, in: line) { reason in
      tell(
        reason, .warning, column: ByteSearch.scalars(in: line.extracting(first: content.lowerBound))
      )
    }
    guard !body.isEmpty else {
      tell("the line is skipped: its text is empty", .skipped)
      return nil
    }
    var document = Document(
      id: value(id, in: line) ?? "\(file.name)#\(recordLine.number)",
      title: value(title, in: line), source: value(source, in: line),
      language: value(language, in: line), text: body)
    dating.date(&document, stated: value(date, in: line).map { [$0] } ?? [])
    return document
  }

  /// The first of several fields that holds a string which is not empty, or a number.
  private func first(_ candidates: Range<Int>) -> JSONField? {
    var empty: JSONField?
    for index in candidates {
      switch scanner.values[index] {
      case .string(let content, _) where content.isEmpty: empty = scanner.values[index]
      case .string, .number: return scanner.values[index]
      default: break
      }
    }
    return empty
  }

  /// The value of a part of a document other than its text; nil if it is missing or empty.
  private func value(_ candidates: Range<Int>, in line: Span<UInt8>) -> String? {
    let bytes: [UInt8]
    switch first(candidates) {
    case .string(let content, let hasEscapes):
      bytes = string(content, hasEscapes, in: line) { _ in }
    case .number(let digits): bytes = [UInt8](copying: line.extracting(digits))
    default: return nil
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a string, made valid if the line is not UTF-8.
  private func string(
    _ content: Range<Int>, _ hasEscapes: Bool, in line: Span<UInt8>, warn: (String) -> Void
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    let raw = line.extracting(content)
    if hasEscapes {
      let lone = JSONEscape.append(content, of: line, to: &bytes)
      if lone > 0 {
        let what = lone == 1 ? "1 lone surrogate" : "\(lone) lone surrogates"
        warn("\(what) replaced by U+FFFD")
      }
    } else {
      bytes.append(copying: raw)
    }
    guard !UTF8Check.isValid(raw) else { return bytes }
    // Neither repair nor guess depends on what is a control character in a string.
    guard let decoded = try? DecodedText.decode(bytes.span) else {
      warn("is not valid UTF-8")
      return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    if let warning = decoded.warning { warn(warning) }
    return decoded.utf8
  }

  private static func isBlank(_ line: Span<UInt8>) -> Bool {
    for index in line.indices where line[index] > 0x20 { return false }
    return true
  }
}
