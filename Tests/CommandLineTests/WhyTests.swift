import Testing

@Suite("relata why")
struct WhyTests {
  let folder: WorkFolder

  init() {
    folder = WorkFolder()
    folder.write(
      "names.tsv",
      """
      id\tkind\tname\taliases\tcontext
      person/ann-lee\tperson\tAnn Lee\t\t
      country/norland\tcountry\tNorland\t\t
      country/georgia\tcountry\tGeorgia\t\tTbilisi
      place/georgia\tplace\tGeorgia\t\tAtlanta
      organisation/bn\torganisation\tBank of Norland\t\t
      none/new-norland\tnone\tNew Norland\t\t

      """)
    folder.write(
      "a.txt",
      """
      Ann Lee left Norland. Then Georgia slept.

      The Bank of Norland fell. Then Carla Norland flew to New Norland.

      """)
    folder.write("b.txt", "Ann Lee left Norland.\n")
    folder.write(
      "c.tsv", "action\tentity\tvalue\tdocument\treason\nhide\tcountry/norland\t\t\tdull\n")
  }

  private func why(_ arguments: [String]) throws -> Tool.Outcome {
    try Tool.run(
      ["why"] + arguments + ["--in", "a.txt", "b.txt", "--no-shipped", "-g", "names.tsv"],
      in: folder)
  }

  @Test("a tie that exists shows its windows, repeats, names and rules")
  func tie() throws {
    let outcome = try why(["Ann Lee", "Norland"])
    #expect(
      outcome
        == .init(
          output: """
            person/ann-lee and country/norland are tied: 1 distinct window (sentence) in 2 documents, 1 repeat not counted
              a.txt[0:21] [Ann Lee] left [Norland].
                "Ann Lee" is person/ann-lee, preferred, by rule exact (1.0)
                "Norland" is country/norland, preferred, by rule exact (1.0)

            """))
  }

  @Test("two that are in one document but in no window show where they come nearest")
  func apart() throws {
    let outcome = try why(["person/ann-lee", "Bank of Norland"])
    #expect(
      outcome
        == .init(
          output: """
            person/ann-lee and organisation/bn are not tied: 1 document tags both, but never in one window (sentence)
              nearest to each other:
                a.txt[0:7], sentence 0, passage 0: [Ann Lee] left Norland.
                a.txt[47:62], sentence 2, passage 1: The [Bank of Norland] fell.
              --window document would tie them

            """))
  }

  @Test("a name hidden by a correction says by which, and why")
  func hidden() throws {
    let outcome = try why(["Ann Lee", "Norland", "--corrections", "c.tsv"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output.hasPrefix(
        """
        person/ann-lee and country/norland are not tied: country/norland is never tagged
        Places of "Norland" that are no mention:
          2 times in 2 documents: no mention: hidden by a correction, hide country/norland (line 2: dull)
            a.txt[13:20] Ann Lee left [Norland].
            b.txt[13:20] Ann Lee left [Norland].

        """))
    let name = try why(["Norland", "--corrections", "c.tsv"])
    #expect(name.output.contains("\nCorrection c.tsv:2: hide country/norland (dull)\n"))
  }

  @Test("an ambiguous name that was left out shows who was in question")
  func ambiguous() throws {
    #expect(
      try why(["Georgia"])
        == .init(
          output: """
            "Georgia" is a name of:
              country/georgia Georgia: preferred, in names.tsv
              place/georgia Georgia: preferred, in names.tsv
            It stands once in the inputs:
              once in 1 document: no mention: nothing speaks for any of them, and no prior is stated
                a.txt[27:34] Then [Georgia] slept.
                  country/georgia 0
                  place/georgia 0

            """))
  }

  @Test("a name inside a longer one says which, listed or not")
  func inside() throws {
    #expect(
      try why(["Norland"])
        == .init(
          output: """
            "Norland" is a name of:
              country/norland Norland: preferred, in names.tsv
            It stands 5 times in the inputs:
              2 times in 2 documents: country/norland, preferred, by rule exact (1.0): no other entity has the name
                a.txt[13:20] Ann Lee left [Norland].
                b.txt[13:20] Ann Lee left [Norland].
              once in 1 document: no mention: inside the longer name "Bank of Norland", which is organisation/bn, preferred, by rule exact (1.0)
                a.txt[55:62] The Bank of [Norland] fell.
              once in 1 document: no mention: inside a longer name that no gazetteer holds
                a.txt[80:87] Then Carla [Norland] flew to New Norland.

            """
              + """
                once in 1 document: no mention: inside "New Norland", the look-alike none/new-norland
                  a.txt[100:107] Then Carla Norland flew to New [Norland].

              """))
  }

  @Test("a name in nobody's gazetteer gives the nearest ones, and where it stands")
  func unknown() throws {
    #expect(
      try why(["Nordland"])
        == .init(
          output: """
            "Nordland" is in no gazetteer; nearest: Norland (country/norland), Bank of Norland (organisation/bn)
            It stands nowhere in the inputs.

            """))
    #expect(
      try why(["Carla", "Norland"])
        == .init(
          output: """
            No tie: "Carla" is in no gazetteer
            "Carla" is in no gazetteer
            It stands once in the inputs:
              once in 1 document: no mention: no gazetteer has the name
                a.txt[74:79] Then [Carla] Norland flew to New Norland.

            """))
  }

  @Test("a question that cannot be answered says what to ask")
  func questions() throws {
    #expect(
      try why(["Georgia", "Norland"])
        == .init(
          error:
            "relata: \"Georgia\" is a name of several: country/georgia, place/georgia; give one of these ids\n",
          status: 1))
    #expect(
      try why(["Norland", "country/norland"]).error
        == "relata: \"Norland\" and \"country/norland\" are one entity; name two\n")
    #expect(
      try Tool.run(["why", "A", "B", "C", "--in", "a.txt"], in: folder).errorLines.first
        == "relata: give one name, or two, and the inputs behind --in")
  }
}
