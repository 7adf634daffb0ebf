import TextFiles

/// GeoNames `allCountries.txt` and its parts: 19 columns, a feature a row, written while it is read.
struct GeoNamesImporter: GazetteerImporter {
  let attributes = ["country", "feature", "population", "latitude", "longitude", "source_id"]

  /// The places of the columns that are used.
  private enum Column {
    static let geonameID = 0
    static let name = 1
    static let asciiName = 2
    static let alternateNames = 3
    static let latitude = 4
    static let longitude = 5
    static let featureClass = 6
    static let featureCode = 7
    static let country = 8
    static let population = 14
    static let count = 19
  }

  private let features: Set<String>
  private let minimumPopulation: Int

  init(_ options: ImportOptions) {
    features = Set(options.features)
    minimumPopulation = options.minimumPopulation
  }

  mutating func read(
    _ bytes: Span<UInt8>, path: String, into session: inout ImportSession
  ) throws(FileError) {
    var lines = LineReader()
    while let row = lines.nextRow(in: bytes, of: path, &session) {
      guard row.count == Column.count else {
        session.bad(
          path, line: lines.number, column: 1,
          "the row has \(row.count) cells and is passed over; GeoNames has \(Column.count)")
        continue
      }
      guard Int(row[Column.geonameID]) != nil else {
        session.bad(
          path, line: lines.number, column: 1,
          "the row begins with \"\(row[0].prefix(40))\" and is passed over; GeoNames has a number there"
        )
        continue
      }
      let population = row[Column.population].isEmpty ? 0 : Int(row[Column.population])
      guard let population else {
        session.bad(
          path, line: lines.number, column: row.column(of: Column.population),
          "the population is no number and the row is passed over")
        continue
      }
      try add(row, population: population, into: &session)
    }
  }

  private func add(
    _ row: TabbedLine, population: Int, into session: inout ImportSession
  ) throws(FileError) {
    let (group, code) = (row[Column.featureClass], row[Column.featureCode])
    guard features.contains(group) || features.contains("\(group).\(code)") else {
      return session.drop("features that are not wanted (--features)")
    }
    guard population >= minimumPopulation else {
      return session.drop(
        "places of less than \(minimumPopulation) inhabitants (--minimum-population)")
    }
    var entity = ImportedEntity(sourceID: row[Column.geonameID])
    entity.kind = "place"
    let country = row[Column.country]
    if group == "A", code == "PCLI", !country.isEmpty {
      entity.kind = "country"
      entity.id = "country/\(country)"
    }
    entity.add(row[Column.name], as: .preferred)
    entity.add(row[Column.asciiName])
    for name in row[Column.alternateNames].split(separator: ",") {
      let name = String(name)
      if Self.isCode(name) { session.dropName(.code) } else { entity.add(name) }
    }
    entity.attributes = [
      "country": country, "feature": "\(group).\(code)",
      "population": population > 0 ? String(population) : "",
      "latitude": row[Column.latitude], "longitude": row[Column.longitude],
      "source_id": row[Column.geonameID],
    ]
    try session.add(entity)
  }

  /// Whether an alternate name is an airport's or a region's code: `LED`, `ULLI`, `RU-SPE`.
  ///
  /// GeoNames does not mark them in this file, and hardly any name of a place has so few capitals.
  private static func isCode(_ name: String) -> Bool {
    let letters = name.utf8.filter { (0x41...0x5A).contains($0) }
    return (2...5).contains(letters.count)
      && name.utf8.allSatisfy {
        (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
