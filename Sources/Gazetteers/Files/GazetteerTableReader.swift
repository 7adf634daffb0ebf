import TextFiles

/// Reads the tab-separated (or CSV) form of a gazetteer.
struct GazetteerTableReader {
  private let path: String
  private let languages: NameLanguages
  private var columns: [Column] = []
  private var stated: Set<String> = []
  private var findings: [GazetteerFinding] = []
  private var lineOfID: [String: Int] = [:]
  /// The last field whose column was asked for, with that column: the next one is counted from there.
  private var known = (line: 0, index: 0, column: 1)

  /// A column as the header names it.
  private struct Column {
    var fixed: GazetteerColumn?
    var name: String
    /// The language of its names: `ru` of `aliases:ru`.
    var language: String?

    init(_ name: String) {
      self.name = name
      let parts = name.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 2, !parts[1].isEmpty,
        let fixed = GazetteerColumn(rawValue: String(parts[0])), fixed.form != nil
      {
        self.fixed = fixed
        language = String(parts[1])
      } else {
        fixed = GazetteerColumn(rawValue: name)
      }
    }
  }

  /// Reads a table row by row, holding no entity.
  ///
  /// - Parameters:
  ///   - languages: Which columns of names in a language are read.
  ///   - stated: Takes up the languages that columns state.
  ///   - body: Receives the usable entities in the order of the file.
  /// - Returns: What is wrong, in the order of the file.
  static func forEach(
    path: String, _ text: Span<UInt8>, dialect: DelimitedDialect, languages: NameLanguages,
    stated: inout Set<String>, _ body: (GazetteerEntity) -> Void
  ) -> [GazetteerFinding] {
    var reader = GazetteerTableReader(path: path, languages: languages)
    reader.run(text, dialect, body)
    stated.formUnion(reader.stated)
    return reader.findings
  }

  private init(path: String, languages: NameLanguages) {
    self.path = path
    self.languages = languages
  }

  private mutating func run(
    _ text: Span<UInt8>, _ dialect: DelimitedDialect, _ body: (GazetteerEntity) -> Void
  ) {
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
        if let entity = readRow(record, text) { body(entity) }
      }
    } catch {
      add(.error, error.line, error.column, "\(error.reason); close it or double it")
    }
  }

  private mutating func readHeader(_ record: DelimitedRecord, _ text: Span<UInt8>) -> Bool {
    var seen: Set<String> = []
    for index in 0..<record.count {
      let name = record.string(index)
      let column = Column(name)
      columns.append(column)
      if let language = column.language { stated.insert(language) }
      let place = place(index, record, text)
      if !seen.insert(name).inserted {
        add(.error, place.0, place.1, "column \(quoted(name)) stands twice; rename or delete one")
      }
      if column.fixed == nil, let meant = GazetteerColumn.nearest(to: name) {
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

  /// The entity of a row, or `nil` where an error stands in it.
  private mutating func readRow(
    _ record: DelimitedRecord, _ text: Span<UInt8>
  ) -> GazetteerEntity? {
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
    guard isReadable else { return nil }
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
    return findings[errorsBefore...].contains { $0.severity == .error } ? nil : entity
  }

  private mutating func fill(
    _ entity: inout GazetteerEntity, _ column: Column, _ cell: String,
    _ place: (line: Int, column: Int)
  ) {
    if let language = column.language, !languages.contains(language) { return }
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
      guard let form = fixed.form else { return }
      let names = values.map { Name($0, form) }
      if column.language == nil {
        entity.names += names
      } else {
        // Languages share names, which is no fault: `Irak`.
        let known = Set(entity.names)
        entity.names += names.filter { !known.contains($0) }
      }
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
