import Testing

@testable import GazetteerImporters

@Suite struct OptionTests {
  @Test("features and population choose what of GeoNames is kept")
  func features() throws {
    let options = ImportOptions(features: ["A.PCLI", "T"], least: 0)
    let imported = try Imported(.geoNames, fixture("allCountries.txt"), options: options)
    #expect(
      imported.rows.map { $0.prefix { $0 != ";" } } == ["id=place/mount-kest", "id=country/SE"])
  }

  @Test("only the wanted languages are kept, and the first gives the preferred name")
  func languages() throws {
    let options = ImportOptions(languages: ["ru", "en"])
    let imported = try Imported(.wikidataJSON, fixture("wikidata.json"), options: options)
    #expect(
      imported.rows.first
        == "id=person/ильза-кестрель; name=Ильза Кестрель; aliases=Ilse Kestrel; wikidata=Q900000101"
    )
  }

  @Test("the kind is the option's where the source says none")
  func kind() throws {
    let table = "item\titemLabel\nhttp://www.wikidata.org/entity/Q7\tSea Bird\n"
    #expect(
      try Imported(.wikidataTSV, table).rows == ["id=entity/sea-bird; name=Sea Bird; wikidata=Q7"])
    #expect(
      try Imported(.wikidataTSV, table, options: ImportOptions(kind: "ship")).rows
        == ["id=ship/sea-bird; name=Sea Bird; wikidata=Q7"])
  }

  @Test("the query page's TSV and JSON of plain values are read like the endpoint's")
  func plainResults() throws {
    let rows = ["id=person/ann-lee; name=Ann Lee; aliases=Nan Lee; wikidata=Q7"]
    let table =
      "person\tpersonLabel\tpersonAltLabel\nhttp://www.wikidata.org/entity/Q7\tAnn Lee\tNan Lee\n"
    let options = ImportOptions(kind: "person")
    #expect(try Imported(.wikidataTSV, table, options: options).rows == rows)
    let list =
      #"[{"person":"http://www.wikidata.org/entity/Q7","personLabel":"Ann Lee","alias":"Nan Lee"}]"#
    #expect(try Imported(.wikidataJSON, list, options: options).rows == rows)
  }
}
