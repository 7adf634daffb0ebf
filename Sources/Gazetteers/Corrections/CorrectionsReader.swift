import TextFiles

/// Reads a corrections file: tab-separated, with a header line.
struct CorrectionsReader {
  /// The columns with a meaning; any other is for the analysts themselves.
  private enum Column: String, CaseIterable {
    case action, entity, value, document, reason
  }

  private let path: String
  private var columns: [Column: Int] = [:]
  private(set) var corrections: [Correction] = []
  private(set) var findings: [GazetteerFinding] = []

  init(path: String) {
    self.path = path
  }

  mutating func read(_ text: Span<UInt8>) {
    var rows = DelimitedReader(dialect: .tsv)
    var record = DelimitedRecord()
    do {
      guard try rows.next(in: text, into: &record) else {
        add(.error, 1, 1, "the file is empty; begin it with a line: action, entity, value, reason")
        return
      }
      guard readHeader(record, text) else { return }
      while try rows.next(in: text, into: &record) {
        if record.isBlank || record.bytes(0).first == UInt8(ascii: "#") { continue }
        readRow(record, text)
      }
    } catch {
      add(.error, error.line, error.column, error.reason)
    }
  }

  private mutating func readHeader(_ record: DelimitedRecord, _ text: Span<UInt8>) -> Bool {
    for index in 0..<record.count {
      let name = trimmed(Substring(record.string(index)))
      let place = record.column(of: index, in: text)
      guard let column = Column(rawValue: name) else {
        if let meant = Column.allCases.first(where: {
          NameDistance.between(name.lowercased(), $0.rawValue) <= 2
        }) {
          add(
            .error, 1, place,
            "column \(quoted(name)) is unknown; if \(quoted(meant.rawValue)) is meant, rename it")
        }
        continue
      }
      if columns.updateValue(index, forKey: column) != nil {
        add(.error, 1, place, "column \(quoted(name)) stands twice; rename or delete one")
      }
    }
    for needed in [Column.action, .entity, .value, .reason] where columns[needed] == nil {
      add(
        .error, 1, 1,
        "the header has no column \(quoted(needed.rawValue)); the first line names the columns: action, entity, value, document, reason"
      )
    }
    return findings.isEmpty
  }

  private mutating func readRow(_ record: DelimitedRecord, _ text: Span<UInt8>) {
    let line = record.line
    var cells: [Column: String] = [:]
    for (column, index) in columns where index < record.count {
      guard let cell = String(validating: record.bytes(index), as: UTF8.self),
        !cell.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
      else {
        add(
          .error, line, record.column(of: index, in: text),
          "the cell is not valid UTF-8 or holds a control character; correct it")
        return
      }
      cells[column] = trimmed(Substring(cell))
    }
    func place(_ column: Column) -> Int {
      guard let index = columns[column], index < record.count else { return 1 }
      return record.column(of: index, in: text)
    }
    func cell(_ column: Column) -> String { cells[column] ?? "" }
    guard let action = Correction.Action(rawValue: cell(.action)) else {
      add(
        .error, line, place(.action),
        "action \(quoted(cell(.action))) is unknown; write hide, merge, alias or not")
      return
    }
    let errors = findings.count
    let takesValue = action != .hide
    if cell(.entity).isEmpty, action != .not {
      add(.error, line, place(.entity), "\(action) needs an entity; write its id")
    }
    if takesValue, cell(.value).isEmpty {
      let what = action == .merge ? "the id of the entity that takes the names" : "a name"
      add(.error, line, place(.value), "\(action) needs a value; write \(what)")
    }
    if !takesValue, !cell(.value).isEmpty {
      add(
        .error, line, place(.value),
        "hide takes no value; to take away one name, write not and the name")
    }
    if action != .not, !cell(.document).isEmpty {
      add(.error, line, place(.document), "only not can be for one document; empty the cell")
    }
    if action == .alias || action == .not, !cell(.value).isEmpty,
      FoldedName.key(cell(.value)) == FoldedName.key("")
    {
      add(
        .error, line, place(.value),
        "name \(quoted(cell(.value))) holds no letter or digit and can never match; correct it")
    }
    if cell(.reason).isEmpty {
      add(.error, line, place(.reason), "the correction has no reason; say why, for later readers")
    }
    guard findings.count == errors else { return }
    let correction = Correction(
      action: action, entity: cell(.entity).isEmpty ? nil : EntityID(cell(.entity)),
      value: cell(.value), document: cell(.document), reason: cell(.reason), line: line,
      columns: (place(.entity), place(.value)))
    if let earlier = corrections.first(where: { $0.summary == correction.summary }) {
      add(.warning, line, 1, "\(correction.summary): stands already in line \(earlier.line)")
      return
    }
    corrections.append(correction)
  }

  private mutating func add(
    _ severity: GazetteerFinding.Severity, _ line: Int, _ column: Int, _ message: String
  ) {
    findings.append(
      GazetteerFinding(
        severity: severity, path: path, line: line, column: column, message: message))
  }
}
