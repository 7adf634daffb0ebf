import Testing

@Suite("questions about some of the documents of a workspace")
struct PeriodTests {
  let folder = Samples.folder()

  /// A sentence that two sources print, the later one in the document with the smaller identifier; an
  /// entity that is tied in January and only mentioned in March; a document of a month and one of a year.
  static let notes = """
    {"id":"a","date":"2024-03-05","source":"Post","text":"Ann Lee met the Harbour Office. Norland slept."}
    {"id":"b","date":"2024-01-20","source":"Wire","text":"Ann Lee met the Harbour Office. The Aurora left Norland."}
    {"id":"c","date":"2024-06","source":"Wire","text":"Ann Lee saw the Aurora."}
    {"id":"d","date":"2024","source":"Wire","text":"Ann Lee saw Norland."}

    """

  init() throws {
    folder.write("notes.jsonl", Self.notes)
    let outcome = try Tool.run(["build", "notes.jsonl", "-q"] + Samples.only, in: folder)
    #expect(outcome == .init())
  }

  private func ask(_ arguments: [String]) throws -> [String] {
    try Tool.run(arguments + ["--format", "csv"], in: folder).output
      .split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("an entity that a period mentions but ties to nobody has not vanished from it")
  func mentionedAlone() throws {
    #expect(
      try ask(["compare", "2024-01", "2024-03", "--nodes"]) == [
        "vanished,ship/aurora,Aurora,ship,1,0"
      ])
  }

  @Test("a period that ends before it begins is refused")
  func turnedRound() throws {
    let outcome = try Tool.run(["compare", "2024-03..2024-01", "2024"], in: folder)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.errorLines.first
        == "relata: the period 2024-03..2024-01 ends before it begins; exchange its ends")
  }

  @Test(
    "a window counts at its earliest date among the documents asked for",
    arguments: [
      ([], ["2024-01,2024-01-01,2024-01-31,1,1"]),
      (["--since", "2024-02"], ["2024-03,2024-03-01,2024-03-31,1,1"]),
      (["--of-source", "Post"], ["2024-03,2024-03-01,2024-03-31,1,1"]),
    ])
  func earliest(options: [String], rows: [String]) throws {
    #expect(try ask(["timeline", "Ann Lee", "Harbour Office"] + options) == rows)
  }

  @Test(
    "a document counts where all days that its date can mean are in the period",
    arguments: [
      ("2024-06-01", "2024-06-30", ["ship/aurora"]), ("2024-06", "2024-06", ["ship/aurora"]),
      ("2024-06-02", "2024-06-30", []), ("2024-06-01", "2024-06-29", []),
      ("2024-06", "2024", ["ship/aurora"]),
      ("2024", "2024", ["country/norland", "organisation/ho", "ship/aurora"]),
    ])
  func partlyInside(since: String, until: String, neighbours: [String]) throws {
    let rows = try ask(["neighbours", "Ann Lee", "--since", since, "--until", until])
    #expect(rows.map { String($0.split(separator: ",")[1]) } == neighbours)
  }
}
