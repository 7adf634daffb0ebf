import Testing

@Suite("relata gazetteer check")
struct GazetteerCheckTests {
  let folder = Samples.folder()

  @Test("a good gazetteer gives no lines and a summary")
  func good() throws {
    #expect(
      try Tool.run(["gazetteer", "check", "names.tsv"], in: folder)
        == .init(
          error: "1 file, 4 entities, 8 names: 0 errors, 0 warnings, 0 shared names\n"))
    #expect(try Tool.run(["gazetteer", "check", "names.tsv", "--quiet"], in: folder) == .init())
  }

  @Test("the shipped gazetteers have no errors and no warnings")
  func shipped() throws {
    let outcome = try Tool.run(["gazetteer", "check", "--strict"], in: folder)
    #expect(outcome.output == "")
    #expect(outcome.status == 0)
    #expect(outcome.error.hasPrefix("5 files, "))
    #expect(outcome.error.contains(": 0 errors, 0 warnings, "))
  }

  /// An empty id, an empty name, and an id that stands twice.
  static let faulty = """
    id\tkind\tname
    \tperson\tAnn Lee
    x\tperson\t
    y\tperson\tBo Ek
    y\tperson\tCy Day

    """

  static let places = [
    "faulty.tsv:2:1: error: ", "faulty.tsv:3:10: error: ", "faulty.tsv:5:1: error: ",
  ]

  @Test("several kinds of fault are listed at once, each with its place, and the status is 1")
  func faults() throws {
    folder.write("faulty.tsv", Self.faulty)
    let outcome = try Tool.run(["gazetteer", "check", "names.tsv", "faulty.tsv"], in: folder)
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == Self.places.count)
    for (line, place) in zip(lines, Self.places) { #expect(line.hasPrefix(place)) }
    #expect(outcome.error.hasPrefix("2 files, "))
    #expect(outcome.error.contains(": 3 errors, 0 warnings, "))
  }

  @Test("a build with a faulty gazetteer lists the faults, writes nothing and leaves old results")
  func buildWithFaults() throws {
    folder.write("faulty.tsv", Self.faulty)
    folder.write("exports/graph.json", "old")
    let outcome = try Tool.run(
      ["build", "note.txt", "--no-shipped", "-g", "names.tsv", "-g", "faulty.tsv"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    let lines = outcome.errorLines
    try #require(lines.count == 4)
    for (line, place) in zip(lines, Self.places) { #expect(line.hasPrefix(place)) }
    #expect(lines[3] == "relata: nothing was done: correct 3 errors first")
    #expect(folder.names("exports") == ["graph.json"])
    #expect(folder.text("exports/graph.json") == "old")
  }

  @Test("--shared lists names of several entities, which are no fault")
  func shared() throws {
    folder.write("two.tsv", "id\tkind\tname\nship/lee\tship\tAnn Lee\n")
    let files = ["gazetteer", "check", "names.tsv", "two.tsv"]
    #expect(try Tool.run(files, in: folder).output == "")
    let outcome = try Tool.run(files + ["--shared", "--strict"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.error == "2 files, 5 entities, 9 names: 0 errors, 0 warnings, 1 shared name\n")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 1)
    for word in ["Ann Lee", "person/ann-lee", "ship/lee"] {
      #expect(lines.first?.contains(word) == true)
    }
  }

  @Test(
    "what is no gazetteer is refused by place, not by a crash",
    arguments: [
      [], [0xFF, 0xFE, 0x00], Array("name only\n".utf8), [UInt8](repeating: 0x09, count: 5_000),
      Array("\u{1B}]0;x\u{7}\tkind\tname\n".utf8),
    ] as [[UInt8]])
  func noGazetteer(bytes: [UInt8]) throws {
    folder.write("x.tsv", bytes)
    let outcome = try Tool.run(["gazetteer", "check", "x.tsv"], in: folder)
    #expect([0, 1].contains(outcome.status))
    #expect(!outcome.output.contains("\u{1B}"))
    for line in outcome.output.split(separator: "\n") { #expect(line.hasPrefix("x.tsv:")) }
  }
}
