import TextFiles

/// GeoNames `countryInfo.txt`: 19 columns, `#` before comments.
///
/// Countries get the identifiers that the shipped gazetteer has (`country/XK`), so that both add up.
/// Capitals become metonyms.
struct GeoNamesCountriesImporter: GazetteerImporter {
  let attributes = ["iso3", "capital", "continent", "source_id"]

  /// The places of the columns that are used.
  private enum Column {
    static let code = 0
    static let code3 = 1
    static let name = 4
    static let capital = 5
    static let continent = 8
    static let geonameID = 16
  }

  mutating func read(
    _ bytes: Span<UInt8>, path: String, into session: inout ImportSession
  ) throws(FileError) {
    var lines = LineReader()
    while let row = lines.nextRow(in: bytes, of: path, &session) {
      // The last two columns may be left out where they are empty.
      guard (17...19).contains(row.count) else {
        session.bad(
          path, line: lines.number, column: 1,
          "the row has \(row.count) cells and is passed over; countryInfo.txt has 19")
        continue
      }
      let code = row[Column.code]
      guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
        session.bad(
          path, line: lines.number, column: 1,
          "the row begins with \"\(code.prefix(40))\" and is passed over; a code of two capitals belongs there"
        )
        continue
      }
      var entity = ImportedEntity(sourceID: row[Column.geonameID])
      entity.id = "country/\(code)"
      entity.kind = "country"
      entity.add(row[Column.name], as: .preferred)
      if !row[Column.capital].isEmpty { entity.add(row[Column.capital], as: .metonym) }
      entity.attributes = [
        "iso3": row[Column.code3], "capital": row[Column.capital],
        "continent": row[Column.continent], "source_id": row[Column.geonameID],
      ]
      try session.add(entity)
    }
  }
}
