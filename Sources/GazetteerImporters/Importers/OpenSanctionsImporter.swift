import Gazetteers
import TextFiles

/// OpenSanctions `targets.simple.csv`, written while it is read.
///
/// Columns are found by name. A cell of several values is itself a line of CSV with `;`, so that
/// `"Smith; Sons Ltd";Smiths` holds two names.
struct OpenSanctionsImporter: GazetteerImporter {
  let attributes = [
    "country", "countries", "schema", "birth_date", "datasets", "wikidata", "source_id",
  ]

  private var columns: [String: Int] = [:]

  mutating func read(
    _ bytes: Span<UInt8>, path: String, into session: inout ImportSession
  ) throws(FileError) {
    var rows = DelimitedReader(dialect: .csv)
    var record = DelimitedRecord()
    do throws(DelimitedError) {
      guard try rows.next(in: bytes, into: &record) else {
        return session.bad(path, line: 1, column: 1, "the file is empty; it begins with a header")
      }
    } catch {
      return session.bad(
        path, line: error.line, column: error.column, "\(error.reason); nothing is read")
    }
    columns = [:]
    for index in 0..<record.count { columns[record.string(index)] = index }
    let width = record.count
    for needed in ["id", "schema", "name"] where columns[needed] == nil {
      return session.bad(
        path, line: 1, column: 1,
        "the header has no column \"\(needed)\"; targets.simple.csv of OpenSanctions has id, schema, name, …"
      )
    }
    while true {
      do throws(DelimitedError) {
        guard try rows.next(in: bytes, into: &record) else { return }
      } catch {
        session.countRow()
        return session.bad(
          path, line: error.line, column: error.column,
          "\(error.reason); the rest of the file is not read")
      }
      if record.isBlank { continue }
      session.countRow()
      guard record.count == width else {
        session.bad(
          path, line: record.line, column: 1,
          "the row has \(record.count) cells, the header \(width), and is passed over")
        continue
      }
      if let bad = (0..<width).first(where: { !UTF8Check.isValid(record.bytes($0).span) }) {
        session.bad(
          path, line: record.line(of: bad), column: record.column(of: bad, in: bytes),
          "the cell is not valid UTF-8 and the row is passed over")
        continue
      }
      try add(record, bytes, path, into: &session)
    }
  }

  private func add(
    _ record: DelimitedRecord, _ bytes: Span<UInt8>, _ path: String,
    into session: inout ImportSession
  ) throws(FileError) {
    let id = cell("id", record)
    guard !id.isEmpty else {
      let column = columns["id"] ?? 0
      return session.bad(
        path, line: record.line, column: record.column(of: column, in: bytes),
        "the id is empty and the row is passed over")
    }
    let schema = cell("schema", record)
    guard let kind = FollowTheMoneySchema.kind(of: schema) else {
      return session.drop("schema \(schema.prefix(40)), which names nobody")
    }
    var entity = ImportedEntity(sourceID: id)
    entity.kind = kind
    entity.add(cell("name", record), as: .preferred)
    for alias in values("aliases", record, bytes, path, &session) { entity.add(alias) }
    let countries = values("countries", record, bytes, path, &session)
    entity.attributes = [
      "country": FollowTheMoneySchema.countryCode(countries) ?? "",
      "countries": countries.joined(separator: ";"), "schema": schema,
      "birth_date": cell("birth_date", record), "datasets": cell("dataset", record),
      "wikidata": WikidataID.isItem(id) ? id : "", "source_id": id,
    ]
    try session.add(entity)
  }

  private func cell(_ name: String, _ record: DelimitedRecord) -> String {
    columns[name].map { record.string($0) } ?? ""
  }

  /// The values of a cell that is itself CSV.
  private func values(
    _ name: String, _ record: DelimitedRecord, _ bytes: Span<UInt8>, _ path: String,
    _ session: inout ImportSession
  ) -> [String] {
    guard let column = columns[name] else { return [] }
    let cell = Array(record.bytes(column))
    var reader = DelimitedReader(
      dialect: DelimitedDialect(separator: UInt8(ascii: ";"), hasQuotes: true))
    var inner = DelimitedRecord()
    var values: [String] = []
    do throws(DelimitedError) {
      while try reader.next(in: cell.span, into: &inner) {
        for index in 0..<inner.count {
          let value = NameCleaner.inOneLine(inner.string(index).unicodeScalars)
          if !value.isEmpty { values.append(value) }
        }
      }
    } catch {
      session.bad(
        path, line: record.line(of: column), column: record.column(of: column, in: bytes),
        "a quote in the cell of \"\(name)\" is never closed; the values from there on are passed over"
      )
    }
    return values
  }
}
