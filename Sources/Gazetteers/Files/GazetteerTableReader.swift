import TextFiles

/// Reads the tab-separated (or CSV) form of a gazetteer.
struct GazetteerTableReader {
  private let path: String
  private var columns: [(fixed: GazetteerColumn?, name: String)] = []
  private var entities: [GazetteerEntity] = []
  private var findings: [GazetteerFinding] = []
  private var lineOfID: [String: Int] = [:]
  /// The last field whose column was asked for, with that column: the next one is counted from there.
  private var known = (line: 0, index: 0, column: 1)

  static func read(
    path: String, _ text: Span<UInt8>, dialect: DelimitedDialect
  ) -> Gazetteer {
    var reader = GazetteerTableReader(path: path)
    reader.run(text, dialect)
    return Gazetteer(path: path, entities: reader.entities, findings: reader.findings)
  }

  private init(path: String) {
    self.path = path
  }

  private mutating func run(_ text: Span<UInt8>, _ dialect: DelimitedDialect) {
    var rows = DelimitedReader(dialect: dialect)
    var record = DelimitedRecord()
    do {
      guard try rows.next(in: text, into: &record), readHeader(record, text) else {
        if record.count == 0 {
          add(.error, 1, 1, "the file is empty; begin it with a header line: id, kind, name, …")
        }
        return
      }
      while try rows.next(in: text, into: &record) {
        if record.isBlank { continue }
        readRow(record, text)
      }
    } catch {
      add(.error, error.line, error.column, "\(error.reason); close it or double it")
    }
  }

  private mutating func readHeader(_ record: DelimitedRecord, _ text: Span<UInt8>) -> Bool {
    var seen: Set<String> = []
    for index in 0..<record.count {
      let name = record.string(index)
      let fixed = GazetteerColumn(rawValue: name)
      columns.append((fixed, name))
      let place = place(index, record, text)
      if !seen.insert(name).inserted {
        add(.error, place.0, place.1, "column \(quoted(name)) stands twice; rename or delete one")
      }
      if fixed == nil, let meant = GazetteerColumn.nearest(to: name) {
        add(
          .warning, place.0, place.1,
          "column \(quoted(name)) is taken as an attribute; if \(quoted(meant.rawValue)) is meant, rename it"
        )
      }
    }
    for needed in [GazetteerColumn.id, .kind, .name] where !seen.contains(needed.rawValue) {
      add(
        .error, 1, 1,
        "the header has no column \(quoted(needed.rawValue)); the first line names the columns: id, kind, name, aliases, …"
      )
    }
    return !findings.contains { $0.severity == .error }
  }

  private mutating func readRow(_ record: DelimitedRecord, _ text: Span<UInt8>) {
    let line = record.line
    let errorsBefore = findings.count
    var entity = GazetteerEntity(id: EntityID(""), kind: Kind(""), name: "")
    if record.count > columns.count {
      add(
        .error, line, column(columns.count, record, text),
        "the row has \(record.count) cells and the header \(columns.count); take out a separator")
    }
    var isReadable = true
    for index in 0..<min(record.count, columns.count) {
      guard let cell = checkedCell(record, index, text) else {
        isReadable = false
        continue
      }
      if cell.isEmpty { continue }
      let place = place(index, record, text)
      fill(&entity, columns[index], cell, place)
    }
    // Of a cell that is no text it is not said again that it is empty.
    guard isReadable else { return }
    let idColumn = columns.firstIndex { $0.fixed == .id } ?? 0
    let nameColumn = columns.firstIndex { $0.fixed == .name } ?? 0
    if entity.id.text.isEmpty {
      add(.error, line, column(idColumn, record, text), "the id is empty; give the row one")
    } else if let first = lineOfID.updateValue(line, forKey: entity.id.text) {
      add(
        .error, line, column(idColumn, record, text),
        "id \(quoted(entity.id.text)) stands already in line \(first); merge the rows or change one id"
      )
    }
    if entity.name.isEmpty {
      add(
        .error, line, column(nameColumn, record, text),
        "entity \(quoted(entity.id.text)) has an empty name; give it a name or delete the line")
    }
    if entity.kind.name.isEmpty {
      let kindColumn = columns.firstIndex { $0.fixed == .kind } ?? 0
      add(
        .error, line, column(kindColumn, record, text),
        "entity \(quoted(entity.id.text)) has no kind; write person, country, organisation or one of your own"
      )
    }
    checkNames(entity, line, column(nameColumn, record, text))
    if !findings[errorsBefore...].contains(where: { $0.severity == .error }) {
      entities.append(entity)
    }
  }

  private mutating func fill(
    _ entity: inout GazetteerEntity, _ column: (fixed: GazetteerColumn?, name: String),
    _ cell: String, _ place: (line: Int, column: Int)
  ) {
    guard let fixed = column.fixed else {
      entity.attributes.append(EntityAttribute(name: column.name, value: cell))
      return
    }
    let values = cell.utf8.split(separator: UInt8(ascii: "|")).map { trimmed(Substring($0)) }
      .filter { !$0.isEmpty }
    switch fixed {
    case .id: entity.id = EntityID(cell)
    case .kind: entity.kind = Kind(cell)
    case .name: entity.name = cell
    case .context: entity.context = values
    case .prior: entity.prior = values
    case .family: entity.family = values
    case .given: entity.given = values
    case .caseRule:
      entity.caseRule = CaseRule(word: cell)
      if entity.caseRule == nil {
        add(
          .error, place.line, place.column,
          "case \(quoted(cell)) is unknown; write exact, smart or ignore, or leave it empty")
      }
    default:
      if let form = fixed.form { entity.names += values.map { Name($0, form) } }
    }
  }

  /// The cell without surrounding white space, or `nil` (and a finding) where it cannot be text.
  private mutating func checkedCell(
    _ record: DelimitedRecord, _ index: Int, _ text: Span<UInt8>
  ) -> String? {
    guard let cell = String(validating: record.bytes(index), as: UTF8.self) else {
      add(
        .error, record.line(of: index), column(index, record, text),
        "the cell is not valid UTF-8; save the file as UTF-8")
      return nil
    }
    if cell.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }),
      let control = cell.unicodeScalars.first(where: { $0.value < 0x20 || $0.value == 0x7F })
    {
      let code = String(control.value, radix: 16, uppercase: true)
      add(
        .error, record.line(of: index), column(index, record, text),
        "the cell holds the control character U+\(String(repeating: "0", count: 4 - code.count))\(code); take it out"
      )
      return nil
    }
    return trimmed(Substring(cell))
  }

  private mutating func checkNames(_ entity: GazetteerEntity, _ line: Int, _ column: Int) {
    var seen: Set<String> = []
    for name in [entity.name] + entity.names.map(\.text) where !name.isEmpty {
      if !seen.insert(name).inserted {
        add(.warning, line, column, "name \(quoted(name)) stands twice in the row; delete one")
      }
      if !name.unicodeScalars.contains(where: { NameCheck.isWordScalar($0) }) {
        add(
          .warning, line, column,
          "name \(quoted(name)) holds no letter or digit and can never match; correct it")
      }
    }
    for name in entity.prior where !seen.contains(name) {
      add(
        .warning, line, column,
        "prior \(quoted(name)) is no name of \(quoted(entity.id.text)); write it as the row does")
    }
  }

  private mutating func place(
    _ index: Int, _ record: DelimitedRecord, _ text: Span<UInt8>
  ) -> (line: Int, column: Int) {
    (record.line(of: index), column(index, record, text))
  }

  /// The column of a field.
  ///
  /// - Complexity: Linear in the distance from the field last asked for where that stands before this
  ///   one in its line, so that all fields of a row cost as much as the row is long.
  private mutating func column(
    _ index: Int, _ record: DelimitedRecord, _ text: Span<UInt8>
  ) -> Int {
    guard index < record.count else { return 1 }
    let line = record.line(of: index)
    var column = 0
    if known.line == line, known.index <= index, known.index < record.count,
      record.line(of: known.index) == line
    {
      column = known.column + record.scalars(from: known.index, to: index, in: text)
    } else {
      column = record.column(of: index, in: text)
    }
    known = (line, index, column)
    return column
  }

  private mutating func add(
    _ severity: GazetteerFinding.Severity, _ line: Int, _ column: Int, _ message: String
  ) {
    findings.append(
      GazetteerFinding(
        severity: severity, path: path, line: line, column: column, message: message))
  }
}

/// The text in quotation marks, cut where it is long, so that a message stays one line.
func quoted(_ text: String) -> String {
  let shown = text.count > 60 ? text.prefix(57) + "…" : Substring(text)
  let safe = shown.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : "\($0)" }
  return "\"" + safe.joined() + "\""
}

/// The text without white space at its ends.
func trimmed(_ text: Substring) -> String {
  // Nearly all cells begin and end with a plain character.
  if let first = text.utf8.first, let last = text.utf8.last, first > 0x20, first < 0x7F,
    last > 0x20,
    last < 0x7F
  {
    return String(text)
  }
  var scalars = text.unicodeScalars
  while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
  while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
  return String(scalars)
}

enum NameCheck {
  /// Whether a scalar can be part of a token.
  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    Tokenizer.beginsToken(ScalarTable.shared.classOf(scalar.value))
  }
}
