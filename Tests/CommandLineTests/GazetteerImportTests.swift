import Testing

@Suite("relata gazetteer import")
struct GazetteerImportTests {
  let folder = WorkFolder()

  /// A sample of each source, and a text with one of its names.
  static let samples: [(file: String, options: [String], text: String, marked: String)] = [
    (
      "wikidata.tsv", [], "Ilse Kestrel and UGW spoke.",
      "[[Ilse Kestrel|person/ilse-kestrel]] and [[UGW|organisation/united-granite-works]] spoke."
    ),
    ("wikidata.json", [], "Ильза Кестрель left.", "[[Ильза Кестрель|person/ilse-kestrel]] left."),
    (
      "targets.simple.csv", [], "The Aurora Borgia sank.",
      "The [[Aurora Borgia|ship/aurora-borgia]] sank."
    ),
    (
      "entities.ftm.json", [], "Mira Solberg of LMP left. Solberg wept.",
      "[[Mira Solberg|person/mira-solberg]] of [[LMP|organisation/lantern-mining-plc]] left. [[Solberg|person/mira-solberg]] wept."
    ),
    ("countryInfo.txt", [], "They met in Kosovo.", "They met in [[Kosovo|country/XK]]."),
    ("allCountries.txt", [], "They met in Osthamn.", "They met in [[Osthamn|place/osthamn]]."),
    ("jrc-entities.txt", [], "Mira Solberg left.", "[[Mira Solberg|person/mira-solberg]] left."),
    (
      "patterns.jsonl", [], "They met in Port Lantern.",
      "They met in [[Port Lantern|place/port-lantern]]."
    ),
    (
      "vocabulary.rdf", [], "Inner trade grew.",
      "[[Inner trade|concept/inner-trade]] grew."
    ),
    (
      "ships.txt", ["--from", "list"], "The HMS Tern sank.", "The [[HMS Tern|ship/hms-tern]] sank."
    ),
  ]

  static func path(_ file: String) -> String {
    Tool.root + "/Tests/GazetteerImportersTests/Fixtures/" + file
  }

  @Test("what is written passes the check and is found in a text", arguments: samples.indices)
  func sample(index: Int) throws {
    let sample = Self.samples[index]
    let outcome = try Tool.run(
      ["gazetteer", "import", Self.path(sample.file), "-o", "out.tsv"] + sample.options, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(try Tool.run(["gazetteer", "check", "out.tsv", "--strict"], in: folder).status == 0)
    let tagged = try Tool.run(
      ["tag", "-", "--no-shipped", "-g", "out.tsv"], in: folder, input: sample.text + "\n")
    #expect(tagged.output == sample.marked + "\n")
  }

  @Test("without --output the gazetteer goes to standard output, and - reads standard input")
  func streams() throws {
    let outcome = try Tool.run(
      ["gazetteer", "import", "-", "--from", "list", "--kind", "ship"], in: folder,
      input: "Sea Bird\n")
    #expect(
      outcome
        == .init(
          output:
            "id\tkind\tname\taliases\tabbreviations\tdemonyms\tmetonyms\tshort\tcase\tcontext\tprior\tfamily\tgiven\nship/sea-bird\tship\tSea Bird\t\t\t\t\t\t\t\t\t\t\n",
          error: "1 row: 1 entity, 1 name; 0 bad rows\n"))
  }

  @Test("several files make one gazetteer")
  func severalFiles() throws {
    folder.write("a.txt", "Sea Bird\n")
    folder.write("b.txt", "Sea-Bird\nTern\n")
    let outcome = try Tool.run(
      ["gazetteer", "import", "a.txt", "b.txt", "--from", "list", "--kind", "ship", "-o", "x.tsv"],
      in: folder)
    #expect(outcome.error.hasPrefix("3 rows: 2 entities, 2 names; 0 bad rows\n"))
  }

  @Test("with --strict a bad row is a failure and nothing is written")
  func strict() throws {
    let outcome = try Tool.run(
      ["gazetteer", "import", Self.path("jrc-entities.txt"), "-o", "out.tsv", "--strict"],
      in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.last == "relata: 2 warnings, and --strict is on")
    #expect(folder.names() == [])
  }

  @Test("a file of which nobody can tell what it is is refused")
  func unknown() throws {
    folder.write("x.txt", "Sea Bird\n")
    let outcome = try Tool.run(["gazetteer", "import", "x.txt", "-o", "out.tsv"], in: folder)
    #expect(
      outcome
        == .init(
          error:
            "relata: cannot tell what \"x.txt\" is; name its format with --from: wikidata-tsv, wikidata-json, opensanctions, ftm, geonames-countries, geonames, jrc, spacy, skos, list\n",
          status: 1))
    #expect(folder.names() == ["x.txt"])
  }

  @Test(
    "wrong usage is said in one line",
    arguments: [
      (
        ["--minimum-population=-1"],
        "relata: --minimum-population -1 is not possible; give 0 or more"
      ),
      (["-o", "out.txt"], "relata: a gazetteer is a .tsv file; name it out.txt.tsv"),
      (["--from", "marc"], "relata: the value 'marc' is invalid for '--from <format>'"),
    ])
  func usage(options: [String], message: String) throws {
    let outcome = try Tool.run(["gazetteer", "import", "x.txt"] + options, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.first?.hasPrefix(message) == true, "\(outcome)")
  }
}
