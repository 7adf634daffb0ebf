import Testing

@Suite("relata tag --contested")
struct ContestedTests {
  let folder: WorkFolder

  init() {
    folder = WorkFolder()
    folder.write(
      "names.tsv",
      """
      id\tkind\tname\tdemonyms\tcontext\tprior\tgender
      person/kim-un\tperson\tKim Un\t\t\t\tm
      person/kim-yo\tperson\tKim Yo\t\t\t\tf
      country/K\tcountry\tNorth Korea\tKorean\t\t\t
      country/R\tcountry\tSouth Korea\tKorean\t\tKorean\t
      country/G\tcountry\tGeorgia\t\tTbilisi\t\t
      place/G\tplace\tGeorgia\t\tAtlanta\t\t
      person/lee\tperson\tAnn Lee\t\t\t\t

      """)
    folder.write(
      "note.txt",
      """
      Kim Un met Kim Yo. Ms Kim smiled.

      The Korean war. Georgia slept. Lee left. In Tbilisi, Georgia woke.

      """)
  }

  @Test("contested and undecided names are listed with what decided")
  func lists() throws {
    let outcome = try Tool.run(
      ["tag", "note.txt", "--contested", "--no-shipped", "-g", "names.tsv"], in: folder)
    #expect(
      outcome
        == .init(
          output: """
            note.txt[22:25] Kim: person/kim-yo, short, by rule short (0.75)
              person/kim-yo 6.2: family name 1, full names in the document 1, named last before it 1.2, form of address 3
              person/kim-un −3: family name 1, full names in the document 1, form of address 3, form of address of the other sex −8
              Ms [Kim] smiled.
            note.txt[39:45] Korean: country/R, demonym, by rule context (0.6)
              country/K 0
              country/R 0: prior
              The [Korean] war.
            note.txt[51:58] Georgia: country/G, preferred, by rule context (0.8)
              country/G 0.5: other mentions and context words 0.5
              place/G 0
              [Georgia] slept.
            note.txt[66:69] Lee: no mention: a family or given name, and the document names nobody of that name in full
              [Lee] left.
            note.txt[88:95] Georgia: country/G, preferred, by rule context (0.8)
              country/G 1.5: other mentions and context words 1.5
              place/G 0
              In Tbilisi, [Georgia] woke.

            """))
  }

  @Test("a draw and a name for which nothing speaks say so")
  func undecided() throws {
    folder.write("open.txt", "Georgia slept.\n")
    folder.write("draw.txt", "Georgia lies between Tbilisi and Atlanta.\n")
    let outcome = try Tool.run(
      ["tag", "draw.txt", "open.txt", "--contested", "--no-shipped", "-g", "names.tsv"], in: folder)
    #expect(
      outcome.output.split(separator: "\n").filter { !$0.hasPrefix(" ") } == [
        "draw.txt[0:7] Georgia: no mention: as much speaks for one as for another, and no prior is stated",
        "open.txt[0:7] Georgia: no mention: nothing speaks for any of them, and no prior is stated",
      ])
  }

  @Test("as JSON Lines each rival has its points")
  func lines() throws {
    folder.write("one.txt", "In Tbilisi, Georgia woke.\n")
    let outcome = try Tool.run(
      ["tag", "one.txt", "--contested", "-f", "jsonl", "--no-shipped", "-g", "names.tsv"],
      in: folder)
    #expect(
      outcome.output == """
        {"document":"one.txt","start":12,"end":19,"text":"Georgia","sentence":0,"outcome":"mention",\
        "entity":"country/G","rule":"context","confidence":0.8,"candidates":[{"entity":"country/G",\
        "form":"preferred","prior":false,"score":1.5,"parts":[{"reason":"other mentions and context words",\
        "points":1.5}]},{"entity":"place/G","form":"preferred","prior":false,"score":0.0,"parts":[]}]}

        """)
  }

  @Test("other formats are refused")
  func formats() throws {
    let outcome = try Tool.run(
      ["tag", "note.txt", "--contested", "-f", "brat", "--no-shipped", "-g", "names.tsv"],
      in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.first == "relata: --contested lists as text or jsonl, not as brat")
  }
}
