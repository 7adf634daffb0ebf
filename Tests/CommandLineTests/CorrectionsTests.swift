import Testing

@Suite("--corrections")
struct CorrectionsTests {
  let folder: WorkFolder
  static let header = "action\tentity\tvalue\tdocument\treason\n"

  init() {
    folder = WorkFolder()
    folder.write(
      "names.tsv",
      """
      id\tkind\tname\taliases\tmetonyms
      person/ann-lee\tperson\tAnn Lee\t\t
      person/anna\tperson\tAnna Leigh\t\t
      country/norland\tcountry\tNorland\t\tNorport
      organisation/ho\torganisation\tHarbour Office\t\t

      """)
    folder.write("a.txt", "Ann Lee left Norland. Anna Leigh met the Harbour Office of Norland.\n")
    folder.write("b.txt", "Norport and the Harbour Office agreed.\n")
  }

  private func tag(_ rows: String, _ file: String = "a.txt") throws -> Tool.Outcome {
    folder.write("c.tsv", Self.header + rows)
    return try Tool.run(["tag", file, "--corrections", "c.tsv"] + Samples.only, in: folder)
  }

  @Test(
    "each action does what it says, and says what it touched",
    arguments: [
      (
        "hide\tcountry/norland\t\t\ttoo frequent\n",
        "[[Ann Lee|person/ann-lee]] left Norland. [[Anna Leigh|person/anna]] met the [[Harbour Office|organisation/ho]] of Norland.\n",
        "c.tsv:2: hide country/norland: 2 mentions\n"
      ),
      (
        "merge\tperson/anna\tperson/ann-lee\t\tone woman\n",
        "[[Ann Lee|person/ann-lee]] left [[Norland|country/norland]]. [[Anna Leigh|person/ann-lee]] met the [[Harbour Office|organisation/ho]] of [[Norland|country/norland]].\n",
        "c.tsv:2: merge person/anna into person/ann-lee: 1 mention\n"
      ),
      (
        "alias\tperson/ann-lee\tHarbour\t\tas she is called\nnot\torganisation/ho\tHarbour Office\ta.txt\tan inn\n",
        "[[Ann Lee|person/ann-lee]] left [[Norland|country/norland]]. [[Anna Leigh|person/anna]] met the Harbour Office of [[Norland|country/norland]].\n",
        """
        c.tsv:3: "Harbour Office" is not organisation/ho in a.txt: 1 mention
        c.tsv:2:1: warning: alias "Harbour" of person/ann-lee: touched no mention; delete it, or see \
        whether the name and the document are as the inputs have them

        """
      ),
      (
        "not\t\tNorland\t\tthe ship\n",
        "[[Ann Lee|person/ann-lee]] left Norland. [[Anna Leigh|person/anna]] met the [[Harbour Office|organisation/ho]] of Norland.\n",
        "c.tsv:2: \"Norland\" is not anybody: 2 mentions\n"
      ),
    ])
  func actions(_ rows: String, _ output: String, _ error: String) throws {
    #expect(try tag(rows) == .init(output: output, error: error))
  }

  @Test("an alias makes a mention of what was none, and not of one document leaves the others")
  func aliases() throws {
    let rows =
      "alias\tcountry/norland\tNorport\t\tits government\nnot\torganisation/ho\tHarbour Office\ta.txt\tan inn\n"
    #expect(
      try tag(rows, "b.txt").output
        == "[[Norport|country/norland]] and the [[Harbour Office|organisation/ho]] agreed.\n")
  }

  @Test("counts, ties, exports and mentions of a build agree, and the merged id is an attribute")
  func builds() throws {
    folder.write(
      "c.tsv",
      Self.header + "hide\tcountry/norland\t\t\tr\nmerge\tperson/anna\tperson/ann-lee\t\tr\n")
    let outcome = try Tool.run(
      ["build", "a.txt", "b.txt", "-o", "out", "--corrections", "c.tsv"] + Samples.only, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errorLines.contains("c.tsv:2: hide country/norland: 2 mentions"))
    #expect(
      outcome.errorLines.contains("c.tsv:3: merge person/anna into person/ann-lee: 1 mention"))
    #expect(folder.lines("out/mentions.jsonl").count == 4)
    #expect(folder.lines("out/evidence.jsonl").count == 1)
    let nodes = folder.lines("out/nodes.csv")
    #expect(nodes.count == 3)
    #expect(nodes[0].hasSuffix(",merged"))
    #expect(nodes[2].hasPrefix("person/ann-lee,Ann Lee,person,2,"))
    #expect(nodes[2].hasSuffix(",person/anna"))
  }

  @Test("an error in the file stops the run, and leaves nothing behind")
  func errors() throws {
    folder.write("c.tsv", Self.header + "hide\tcountry/nordland\t\t\tr\n")
    let outcome = try Tool.run(
      ["build", "a.txt", "-o", "out", "--corrections", "c.tsv"] + Samples.only, in: folder)
    #expect(
      outcome
        == .init(
          error: """
            c.tsv:2:6: error: no gazetteer has an entity "country/nordland"; nearest: country/norland (Norland)
            relata: nothing was done: correct 1 error first

            """, status: 1))
    #expect(folder.names("out") == nil)
  }

  @Test("a correction that touched nothing fails a strict run")
  func strict() throws {
    folder.write("c.tsv", Self.header + "not\tcountry/norland\tNorland\tz.txt\tr\n")
    let outcome = try Tool.run(
      ["tag", "a.txt", "--strict", "--corrections", "c.tsv"] + Samples.only, in: folder)
    #expect(outcome.status == 1)
  }
}
