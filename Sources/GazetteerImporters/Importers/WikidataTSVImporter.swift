import TextFiles

/// The result of a Wikidata query as TSV: of the endpoint (`?item`, terms in Turtle form) or as the query
/// page saves it (`item`, plain values).
struct WikidataTSVImporter: GazetteerImporter {
  let attributes = WikidataRows.attributes
  private var rows = WikidataRows()

  mutating func read(
    _ bytes: Span<UInt8>, path: String, into session: inout ImportSession
  ) throws(FileError) {
    var lines = LineReader()
    var roles: [WikidataRows.Role?]?
    while let range = lines.next(in: bytes) {
      let line = bytes.extracting(range)
      if JSONLine.isBlank(line) { continue }
      guard let text = String(validating: [UInt8](copying: line), as: UTF8.self) else {
        session.countRow()
        session.bad(
          path, line: lines.number, column: 1, "the row is not valid UTF-8 and is passed over")
        continue
      }
      let cells = text.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map(
        Substring.init)
      guard let roles else {
        roles = header(cells, &session)
        continue
      }
      session.countRow()
      guard cells.count == roles.count else {
        session.bad(
          path, line: lines.number, column: 1,
          "the row has \(cells.count) cells, the header \(roles.count), and is passed over")
        continue
      }
      let terms = cells.map(TurtleTerm.parse)
      if let place = terms.firstIndex(of: nil) {
        let column = text[..<cells[place].startIndex].unicodeScalars.count + 1
        session.bad(
          path, line: lines.number, column: column,
          "the cell is no term in Turtle form and the row is passed over")
        continue
      }
      if let reason = rows.add(terms.compactMap(\.self), roles: roles, &session) {
        session.bad(
          path, line: lines.number, column: 1,
          "\(reason), and the row is passed over; its column is \"item\" or the first")
      }
    }
    if roles == nil {
      session.bad(path, line: 1, column: 1, "the file is empty; it begins with a header")
    }
  }

  mutating func finish(into session: inout ImportSession) throws(FileError) {
    try rows.finish(into: &session)
  }

  private func header(
    _ cells: [Substring], _ session: inout ImportSession
  ) -> [WikidataRows.Role?] {
    let names = cells.map { String($0.hasPrefix("?") ? $0.dropFirst() : $0) }
    let roles = WikidataRows.roles(names)
    for (name, role) in zip(names, roles) where role == nil {
      session.note("column \"\(name.prefix(40))\" is passed over".onOneLine)
    }
    return roles
  }
}
