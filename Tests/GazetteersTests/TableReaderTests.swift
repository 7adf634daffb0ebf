import Testing

@testable import Gazetteers

/// A table, and all that is found wrong in it.
struct FindingCase: Sendable, CustomTestStringConvertible {
  var reason: String
  var path: String
  var bytes: [UInt8]
  var messages: [String]

  init(_ reason: String, _ path: String, _ text: String, _ messages: [String]) {
    self.init(reason, path, Array(text.utf8), messages)
  }

  init(_ reason: String, _ path: String, _ bytes: [UInt8], _ messages: [String]) {
    self.reason = reason
    self.path = path
    self.bytes = bytes
    self.messages = messages
  }

  var testDescription: String { reason }
}

@Suite struct TableReaderTests {
  private static let header = "id\tkind\tname\n"
  private static let columns = "the first line names the columns: id, kind, name, aliases, …"

  @Test("a row becomes an entity with all its names")
  func readsRow() throws {
    let table = gazetteer(
      "g.tsv",
      """
      id\tkind\tname\taliases\tabbreviations\tdemonyms\tmetonyms\tshort\tcase\tcontext\tprior\tfamily\tgiven\twikidata
      country/XX\tcountry\tXanadu\tLand of Xan | Xan||\tXX\tXanadian|Xano-\tXan City\tXanny\texact\tKubla|dome\tXan\t\t\tQ1

      person/a-b\tperson\tA B\t\t\t\t\t\t\t\t\tB\tA
      """)
    #expect(table.messages == [])
    #expect(table.ids == ["country/XX", "person/a-b"])
    let xanadu = table.entities[0]
    #expect(xanadu.kind == .country)
    #expect(xanadu.name == "Xanadu")
    #expect(
      xanadu.names == [
        Name("Land of Xan", .alias), Name("Xan", .alias), Name("XX", .abbreviation),
        Name("Xanadian", .demonym), Name("Xano-", .demonym), Name("Xan City", .metonym),
        Name("Xanny", .short),
      ])
    #expect(xanadu.caseRule == .exact)
    #expect(xanadu.context == ["Kubla", "dome"])
    #expect(xanadu.prior == ["Xan"])
    #expect(xanadu.attributes == [EntityAttribute(name: "wikidata", value: "Q1")])
    #expect(xanadu.attribute("wikidata") == "Q1")
    #expect(xanadu.attribute("colour") == nil)
    #expect(table.entities[1].family == ["B"])
    #expect(table.entities[1].given == ["A"])
    #expect(table.entities[1].caseRule == nil)
  }

  @Test(
    "a table reads the same in every dress",
    arguments: [
      ("g.tsv", "id\tkind\tname\ns/1\tship\tSea Bird\n"),
      ("g.tab", "id\tkind\tname\ns/1\tship\tSea Bird"),
      ("G.TSV", "kind\tname\tid\r\nship\tSea Bird\ts/1\r\n"),
      ("g.tsv", "\u{FEFF}id\tkind\tname\n\n  s/1 \t ship\t  Sea Bird  \n\n\n"),
      ("g.csv", "id,kind,name\ns/1,ship,Sea Bird\n"),
      ("g.CSV", "\u{FEFF}\"id\",\"kind\",\"name\"\r\n\"s/1\",\"ship\",\"Sea Bird\"\r\n"),
      ("g.csv", "id,kind,name\rs/1,ship,Sea Bird\r"),
    ])
  func readsDialects(_ path: String, _ text: String) {
    let table = gazetteer(path, text)
    #expect(table.messages == [])
    #expect(table.entities == [entity("s/1", "Sea Bird")].map { $0.with(kind: "ship") })
  }

  @Test("a quoted cell of CSV holds commas and quotes; a quote in TSV is a character")
  func readsQuotes() {
    #expect(
      gazetteer("g.csv", "id,kind,name\no/1,organisation,\"Smith, Jones \"\"& Co\"\"\"\n")
        .entities.map(\.name) == ["Smith, Jones \"& Co\""])
    #expect(
      gazetteer("g.tsv", "id\tkind\tname\no/1\torganisation\t\"Smith\n")
        .entities.map(\.name) == ["\"Smith"])
  }

  @Test("a row may leave out its last cells")
  func readsShortRow() {
    let table = gazetteer("g.tsv", "id\tkind\tname\taliases\tnote\ns/1\tship\tTern\n")
    #expect(table.messages == [])
    #expect(table.entities.map(\.attributes) == [[]])
  }

  static let findings = [
    FindingCase(
      "an empty file", "g.tsv", "",
      ["g.tsv:1:1: error: the file is empty; begin it with a header line: id, kind, name, …"]),
    FindingCase(
      "nothing behind a byte order mark", "g.csv", "\u{FEFF}",
      ["g.csv:1:1: error: the file is empty; begin it with a header line: id, kind, name, …"]),
    FindingCase(
      "a missing column", "g.tsv", "id\tname\ns/1\tTern\n",
      ["g.tsv:1:1: error: the header has no column \"kind\"; \(columns)"]),
    FindingCase(
      "no header at all", "g.csv", "s/1,ship,Tern\n",
      ["id", "kind", "name"].map {
        "g.csv:1:1: error: the header has no column \"\($0)\"; \(columns)"
      }),
    FindingCase(
      "a column that stands twice", "g.tsv", "id\tkind\tname\tname\n",
      ["g.tsv:1:14: error: column \"name\" stands twice; rename or delete one"]),
    FindingCase(
      "a misspelt column", "g.tsv", "id\tkind\tname\talises\tabreviation\tcolour\n",
      [
        "g.tsv:1:14: warning: column \"alises\" is taken as an attribute; if \"aliases\" is meant, rename it",
        "g.tsv:1:21: warning: column \"abreviation\" is taken as an attribute; if \"abbreviations\" is meant, rename it",
      ]),
    FindingCase(
      "a column in capitals", "g.tsv", "id\tkind\tName\n",
      [
        "g.tsv:1:9: warning: column \"Name\" is taken as an attribute; if \"name\" is meant, rename it",
        "g.tsv:1:1: error: the header has no column \"name\"; \(columns)",
      ]),
    FindingCase(
      "an empty id", "g.tsv", header + " \tship\tTern\n",
      ["g.tsv:2:1: error: the id is empty; give the row one"]),
    FindingCase(
      "an id that stands twice", "g.tsv",
      header + "s/1\tship\tTern\ns/2\tship\tGull\ns/1\tship\tAuk\n",
      [
        "g.tsv:4:1: error: id \"s/1\" stands already in line 2; merge the rows or change one id"
      ]),
    FindingCase(
      "an empty name", "g.csv", "id,kind,name\np-017,person,\n",
      [
        "g.csv:2:14: error: entity \"p-017\" has an empty name; give it a name or delete the line"
      ]),
    FindingCase(
      "a name cut off with its row", "g.tsv", header + "p-017\tperson\n",
      [
        "g.tsv:2:1: error: entity \"p-017\" has an empty name; give it a name or delete the line"
      ]),
    FindingCase(
      "an empty kind", "g.tsv", header + "s/1\t\tTern\n",
      [
        "g.tsv:2:5: error: entity \"s/1\" has no kind; write person, country, organisation or one of your own"
      ]),
    FindingCase(
      "a column counts scalars and not bytes", "g.tsv", header + "s/é\u{1F6A2}\t\tTern\n",
      [
        "g.tsv:2:6: error: entity \"s/é\u{1F6A2}\" has no kind; write person, country, organisation or one of your own"
      ]),
    FindingCase(
      "a control character", "g.tsv", header + "s/1\tship\tTe\u{7}rn\n",
      ["g.tsv:2:10: error: the cell holds the control character U+0007; take it out"]),
    FindingCase(
      "a deletion character", "g.tsv", header + "s/1\u{7F}\tship\tTern\n",
      ["g.tsv:2:1: error: the cell holds the control character U+007F; take it out"]),
    FindingCase(
      "a line break in a cell of CSV, and the row behind it", "g.csv",
      "id,kind,name\ns/1,ship,\"Te\nrn\"\ns/2,,Gull\n",
      [
        "g.csv:2:10: error: the cell holds the control character U+000A; take it out",
        "g.csv:4:5: error: entity \"s/2\" has no kind; write person, country, organisation or one of your own",
      ]),
    FindingCase(
      "bytes that are not UTF-8", "g.tsv",
      Array((header + "s/1\tship\tTern\ns/2\tship\tG").utf8) + [0xFC, 0x0A],
      ["g.tsv:3:10: error: the cell is not valid UTF-8; save the file as UTF-8"]),
    FindingCase(
      "a quote that is never closed", "g.csv", "id,kind,name\ns/1,ship,\"Tern\ns/2,ship,Gull\n",
      ["g.csv:2:10: error: the quote that opens here is never closed; close it or double it"]),
    FindingCase(
      "too many cells", "g.tsv", header + "s/1\tship\tTern\tx\n",
      ["g.tsv:2:15: error: the row has 4 cells and the header 3; take out a separator"]),
    FindingCase(
      "an unknown case", "g.tsv", "id\tkind\tname\tcase\ns/1\tship\tTern\tEXACT\n",
      [
        "g.tsv:2:15: error: case \"EXACT\" is unknown; write exact, smart or ignore, or leave it empty"
      ]),
    FindingCase(
      "a prior that is no name of the row", "g.tsv",
      "id\tkind\tname\taliases\tprior\ns/1\tship\tTern\tSea Tern\tTern|tern\n",
      [
        "g.tsv:2:10: warning: prior \"tern\" is no name of \"s/1\"; write it as the row does"
      ]),
    FindingCase(
      "a name that stands twice in its row", "g.tsv",
      "id\tkind\tname\taliases\ns/1\tship\tTern\tAuk|Tern\n",
      ["g.tsv:2:10: warning: name \"Tern\" stands twice in the row; delete one"]),
    FindingCase(
      "a name of signs alone", "g.tsv", header + "s/1\tship\t***\n",
      [
        "g.tsv:2:10: warning: name \"***\" holds no letter or digit and can never match; correct it"
      ]),
    FindingCase(
      "a long name is cut in the message", "g.tsv",
      header + "s/1\tship\t" + String(repeating: "*", count: 61) + "\n",
      [
        "g.tsv:2:10: warning: name \"\(String(repeating: "*", count: 57))…\" holds no letter or digit and can never match; correct it"
      ]),
  ]

  @Test("what is wrong is said with its place and its remedy", arguments: findings)
  func reports(_ item: FindingCase) {
    let table = gazetteer(item.path, item.bytes)
    #expect(table.messages == item.messages)
    #expect(table.hasErrors == item.messages.contains { $0.contains(": error: ") })
  }

  @Test("a row with an error is left out, the others are read; a warning leaves nothing out")
  func keepsGoodRows() {
    let table = gazetteer(
      "g.tsv", Self.header + "s/1\tship\tTern\ns/1\tship\tAuk\ns/3\tship\t--\ns/4\t\tGull\n")
    #expect(table.ids == ["s/1", "s/3"])
    #expect(table.findings.map(\.severity) == [.error, .warning, .error])
  }

  @Test("a hundred thousand columns cost no more than their bytes, well named or not")
  func manyColumns() {
    let attributes = (0..<100_000).map { "attribute \($0)" }.joined(separator: "\t")
    let cells = (0..<100_000).map { "é\($0)" }.joined(separator: "\t")
    let clock = ContinuousClock()
    let good = "id\tkind\tname\t\(attributes)\ns/1\tship\tTern\t\(cells)\n"
    let same = Self.header.dropLast() + String(repeating: "\tx", count: 100_000)
    let bad =
      "\(Self.header.dropLast())\t\(attributes)\ns\tship\tTern"
      + String(repeating: "\té\u{1}", count: 100_000)
    var tables: [Gazetteer] = []
    let took = clock.measure {
      tables = [good, String(same), bad].map { gazetteer("g.tsv", $0) }
    }
    // Quadratic, it was minutes.
    #expect(took < .seconds(20))
    #expect(tables[0].messages == [])
    #expect(tables[0].entities.first?.attributes.count == 100_000)
    #expect(
      tables[1].messages.last
        == "g.tsv:1:200012: error: column \"x\" stands twice; rename or delete one")
    #expect(tables[2].findings.count == 100_000)
    #expect(tables[2].findings.last.map { [$0.line, $0.column] } == [2, 7 + 3 + 300_000])
  }

  @Test("a file that cannot be read is named with the reason")
  func missingFile() {
    #expect(throws: (any Error).self) { try Gazetteer(path: "/nonexistent/g.tsv") }
  }
}

extension GazetteerEntity {
  fileprivate func with(kind: String) -> GazetteerEntity {
    var copy = self
    copy.kind = Kind(kind)
    return copy
  }
}
