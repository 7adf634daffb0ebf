import Testing

@testable import Gazetteers

/// Corrections files: what is wrong in them, and what they do to gazetteers.
@Suite struct CorrectionsTests {
  private static let header = "action\tentity\tvalue\tdocument\treason\n"

  private static let gazetteers = [
    Gazetteer(
      path: "a.tsv",
      entities: [
        GazetteerEntity(
          id: EntityID("person/ann-lee"), kind: .person, name: "Ann Lee",
          names: [Name("Annie", .alias)], attributes: [EntityAttribute(name: "role", value: "cook")]
        ),
        GazetteerEntity(
          id: EntityID("person/a-lee"), kind: .person, name: "Anna Lee-Roy",
          names: [Name("ALR", .abbreviation)], caseRule: .exact,
          attributes: [EntityAttribute(name: "wikidata", value: "Q1")]),
        GazetteerEntity(id: EntityID("country/NL"), kind: .country, name: "Norland"),
      ])
  ]

  private func read(_ rows: String, header: String = header) -> Corrections {
    Corrections(path: "c.tsv", bytes: Array((header + rows).utf8).span)
  }

  @Test(
    "what is wrong in a file is said with line and column",
    arguments: [
      (
        "", "",
        "c.tsv:1:1: error: the file is empty; begin it with a line: action, entity, value, reason"
      ),
      (
        "action\tentity\tvalue\tdocuments\treason\n", "",
        "c.tsv:1:21: error: column \"documents\" is unknown; if \"document\" is meant, rename it"
      ),
      (
        "action\tentity\tvalue\taction\treason\n", "",
        "c.tsv:1:21: error: column \"action\" stands twice; rename or delete one"
      ),
      (
        "action\tentity\tvalue\n", "",
        "c.tsv:1:1: error: the header has no column \"reason\"; the first line names the columns: action, entity, value, document, reason"
      ),
      (
        header, "hdie\ta\t\t\tr\n",
        "c.tsv:2:1: error: action \"hdie\" is unknown; write hide, merge, alias or not"
      ),
      (header, "hide\t\t\t\tr\n", "c.tsv:2:6: error: hide needs an entity; write its id"),
      (
        header, "hide\ta\tb\t\tr\n",
        "c.tsv:2:8: error: hide takes no value; to take away one name, write not and the name"
      ),
      (
        header, "merge\ta\t\t\tr\n",
        "c.tsv:2:9: error: merge needs a value; write the id of the entity that takes the names"
      ),
      (header, "not\ta\t\t\tr\n", "c.tsv:2:7: error: not needs a value; write a name"),
      (
        header, "alias\ta\t…\t\tr\n",
        "c.tsv:2:9: error: name \"…\" holds no letter or digit and can never match; correct it"
      ),
      (
        header, "alias\ta\tb\td\tr\n",
        "c.tsv:2:11: error: only not can be for one document; empty the cell"
      ),
      (
        header, "hide\ta\t\t\t\n",
        "c.tsv:2:10: error: the correction has no reason; say why, for later readers"
      ),
      (
        header, "hide\ta\u{1}\t\t\tr\n",
        "c.tsv:2:6: error: the cell is not valid UTF-8 or holds a control character; correct it"
      ),
      (
        header, "hide\ta\t\t\tr\n# as said\n\nhide\ta\t\t\ts\n",
        "c.tsv:5:1: warning: hide a: stands already in line 2"
      ),
    ])
  func findings(_ header: String, _ rows: String, _ expected: String) {
    #expect(read(rows, header: header).findings.map(\.description) == [expected])
  }

  @Test(
    "what the gazetteers do not allow is said with line and column",
    arguments: [
      (
        "hide\tperson/an-lee\t\t\tr\n",
        "c.tsv:2:6: error: no gazetteer has an entity \"person/an-lee\"; nearest: person/ann-lee (Ann Lee), person/a-lee (Anna Lee-Roy)"
      ),
      (
        "merge\tcountry/NL\tcountry/NX\t\tr\n",
        "c.tsv:2:18: error: no gazetteer has an entity \"country/NX\"; nearest: country/NL (Norland)"
      ),
      (
        "hide\tqwxyzv\t\t\tr\n",
        "c.tsv:2:6: error: no gazetteer has an entity \"qwxyzv\"; look its id up in the gazetteers"
      ),
      (
        "merge\tcountry/NL\tcountry/NL\t\tr\n",
        "c.tsv:2:18: error: country/NL would be merged into itself; delete a row of the circle"
      ),
      (
        "merge\tcountry/NL\tperson/a-lee\t\tr\n",
        "c.tsv:2:18: warning: country/NL is of another kind than person/a-lee, which it becomes"
      ),
      (
        "merge\tperson/a-lee\tperson/ann-lee\t\tr\nmerge\tperson/a-lee\tcountry/NL\t\tr\n",
        "c.tsv:3:7: error: person/a-lee is merged twice; delete one"
      ),
    ])
  func checks(_ rows: String, _ expected: String) {
    let corrections = read(rows)
    #expect(corrections.findings == [])
    #expect(corrections.check(Self.gazetteers).map(\.description) == [expected])
  }

  @Test("a circle of merges is an error, and ends")
  func circles() {
    let corrections = read(
      "merge\tperson/a-lee\tperson/ann-lee\t\tr\nmerge\tperson/ann-lee\tperson/a-lee\t\tr\n")
    #expect(corrections.check(Self.gazetteers).contains { $0.severity == .error })
  }

  @Test("a merged entity gives its names, parts and attributes, and its id as an attribute")
  func merges() throws {
    let corrections = read(
      "merge\tperson/a-lee\tperson/ann-lee\t\tone cook\nalias\tperson/a-lee\tAnnchen\t\tat home\n")
    let (gazetteers, added) = corrections.applied(to: Self.gazetteers)
    let lexicon = Lexicon(gazetteers)
    #expect(lexicon.entities.map(\.id.text) == ["country/NL", "person/ann-lee"])
    let ann = lexicon.entities[1]
    #expect(ann.name == "Ann Lee")
    #expect(ann.attribute("merged") == "person/a-lee")
    #expect(ann.attribute("role") == "cook")
    #expect(ann.attribute("wikidata") == "Q1")
    let rows = gazetteers.flatMap(\.entities).filter { $0.id == ann.id }
    #expect(rows.map(\.name) == ["Ann Lee", "Anna Lee-Roy", "Ann Lee"])
    #expect(rows.map(\.caseRule) == [nil, .exact, nil])
    #expect(rows[2].names == [Name("Annchen", .alias)])
    let keys = try #require(added[ann.id])
    #expect(keys[FoldedName.key("Anna Lee-Roy")] == 0)
    #expect(keys[FoldedName.key("Annchen")] == 1)
    #expect(keys[FoldedName.key("Annie")] == nil)
  }

  @Test("corrections that merge nothing leave the gazetteers as they are")
  func leaves() {
    let (gazetteers, added) = read("hide\tcountry/NL\t\t\tr\n").applied(to: Self.gazetteers)
    #expect(gazetteers.map(\.entities) == [Self.gazetteers[0].entities])
    #expect(added == [:])
  }
}
