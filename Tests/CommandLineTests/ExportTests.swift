import Testing

@Suite("relata export")
struct ExportTests {
  let folder = Samples.folder()

  /// What a build writes in all formats, which an export must write again from graph.json.
  static let formats: [(format: String, files: [String])] = [
    ("graphml", ["graph.graphml"]), ("gexf", ["graph.gexf"]), ("dot", ["graph.dot"]),
    ("csv", ["nodes.csv", "edges.csv"]), ("json", ["graph.json"]), ("html", ["graph.html"]),
    ("d3", ["graph.d3.json"]), ("cytoscape", ["graph.cyjs"]),
    ("neo4j", ["neo4j-nodes.csv", "neo4j-ties.csv"]), ("ftm", ["graph.ftm.json"]),
  ]

  private func build() throws {
    let options = Self.formats.flatMap { ["-f", $0.format] }
    let outcome = try Tool.run(["build", "note.txt", "-q"] + Samples.only + options, in: folder)
    #expect(outcome == .init())
  }

  @Test("a format comes out as a build writes it: printed, into a file, and into a folder")
  func formats() throws {
    try build()
    for (format, files) in Self.formats {
      let built = files.map { folder.text("exports/" + $0) }
      let inFolder = try Tool.run(["export", "-f", format, "-o", "new/\(format)/"], in: folder)
      #expect(inFolder == .init(), "\(format)")
      #expect(files.map { folder.text("new/\(format)/" + $0) } == built, "\(format)")
      guard files.count == 1 else { continue }
      let printed = try Tool.run(["export", "--format", format], in: folder)
      #expect(printed.status == 0 && printed.error == "")
      #expect(printed.output == built[0], "\(format)")
      let named = try Tool.run(["export", "-f", format, "-o", "named.\(format)"], in: folder)
      #expect(named == .init())
      #expect(folder.text("named.\(format)") == built[0], "\(format)")
    }
  }

  @Test("a format of two files wants a folder")
  func tables() throws {
    try build()
    for format in ["csv", "neo4j"] {
      let outcome = try Tool.run(["export", "-f", format], in: folder)
      #expect(outcome.status == 2)
      #expect(
        outcome.errorLines.first
          == "relata: \(format) is 2 files: name a folder for them with --output")
    }
  }

  @Test("what cannot be is one line: no graph, no such format, an empty path")
  func failures() throws {
    let missing = try Tool.run(["export", "-f", "html"], in: folder)
    #expect(missing.status == 1)
    #expect(missing.errorLines.count == 1)
    #expect(missing.error.contains("exports/relata.sqlite: there is no such workspace"))
    #expect(try Tool.run(["export", "-f", "pdf"], in: folder).status == 2)
    #expect(try Tool.run(["export"], in: folder).status == 2)
    #expect(try Tool.run(["export", "-f", "html", "-o", ""], in: folder).status == 2)
  }

  @Test("a file that cannot be written leaves the old one")
  func unwritable() throws {
    try build()
    let outcome = try Tool.run(["export", "-f", "html", "-o", "none/graph.html"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1)
    #expect(folder.names("none") == nil)
  }
}
