import Foundation
import Testing

@Suite("relata build on the seeds")
struct BuildTests {
  let folder = WorkFolder()

  /// What a build writes, in the order of names.
  static let files = [
    "edges.csv", "evidence.jsonl", "graph.dot", "graph.gexf", "graph.graphml",
    "graph.html", "graph.json", "mentions.jsonl", "nodes.csv", "relata.sqlite",
  ]

  @Test("all files are written, named in a summary on standard error, and nothing is printed")
  func writes() throws {
    let outcome = try Tool.run(["build", Tool.seeds], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(folder.names() == ["exports"])
    #expect(folder.names("exports") == Self.files)
    let lines = outcome.errorLines
    try #require(lines.count == 4, "\(outcome)")
    #expect(lines[0].hasPrefix("5 documents, "))
    #expect(lines[0].hasSuffix("; 0 documents skipped; 1 file of unknown type passed over"))
    #expect(lines[1].hasPrefix("\(folder.lines("exports/mentions.jsonl").count) mentions; "))
    let ties = try GraphJSON(folder.bytes("exports/graph.json")).ties.count
    #expect(lines[2].contains(" nodes, \(ties) ties, "))
    #expect(
      lines[3]
        == "wrote exports/: mentions.jsonl, evidence.jsonl, graph.graphml, graph.gexf, graph.dot, "
        + "nodes.csv, edges.csv, graph.json, graph.html, relata.sqlite")
  }

  @Test("the same bytes come again, over old results, with any number of threads and from any path")
  func sameBytes() throws {
    _ = try Tool.run(["build", Tool.seeds, "--threads", "1"], in: folder)
    let first = folder.contents("exports")
    #expect(first.count == Self.files.count - 1)
    let ways: [[String]] = [
      [Tool.seeds, "-o", "exports"], [Tool.seeds, "--threads", "7", "-o", "x/y/z/"],
      ["seeds/", "-o", folder.path(of: "absolute")],
      ["./seeds", "--threads", "2", "-o", "relative"],
      ["über uns — 新聞/", "-o", "Ergebnis é"],
    ]
    symlink(Tool.seeds, folder.path(of: "seeds"))
    symlink(Tool.seeds, folder.path(of: "über uns — 新聞"))
    for way in ways {
      #expect(try Tool.run(["build", "--quiet"] + way, in: folder) == .init())
      let output = way.last == folder.path(of: "absolute") ? "absolute" : way.last ?? ""
      #expect(folder.contents(output) == first, "\(way)")
    }
  }

  @Test("--quiet is silent, and keeps its silence over warnings")
  func quiet() throws {
    folder.write("in/empty.txt", "")
    folder.write("in/a.txt", "Vladimir Putin met Xi Jinping.")
    #expect(try Tool.run(["build", "in", "--quiet"], in: folder) == .init())
    #expect(
      try Tool.run(["build", "in", "--quiet", "--strict"], in: folder)
        == .init(error: "relata: 1 warning, and --strict is on\n", status: 1))
  }

  @Test("standard input is a document, or lines of documents")
  func standardInput() throws {
    let text = "Vladimir Putin met Xi Jinping.\n"
    let one = try Tool.run(["build", "-", "-q"], in: folder, input: text)
    #expect(one == .init())
    let mentions = folder.text("exports/mentions.jsonl") ?? ""
    #expect(mentions.contains(#"{"document":"stdin","start":0,"#))
    let records = #"{"id":"a","text":"Vladimir Putin met Xi Jinping."}"# + "\n"
    let lines = try Tool.run(
      ["build", "-", "-q", "--input-format", "jsonl", "--prune"], in: folder, input: records)
    #expect(lines == .init())
    #expect(folder.lines("exports/evidence.jsonl").count == 1)
    #expect(
      folder.text("exports/evidence.jsonl")?.contains(#""document":"a","start":0,"end":30"#) == true
    )
  }

  @Test(
    "--format selects the graph's files",
    arguments: [
      (["graphml", "graphml"], ["graph.graphml"]), (["csv"], ["edges.csv", "nodes.csv"]),
      (["json", "dot"], ["graph.dot", "graph.json"]), (["gexf"], ["graph.gexf"]),
      (["cytoscape"], ["graph.cyjs"]), (["neo4j"], ["neo4j-nodes.csv", "neo4j-ties.csv"]),
    ])
  func formats(formats: [String], files: [String]) throws {
    let arguments = ["build", Tool.seeds, "-q"] + formats.flatMap { ["-f", $0] }
    #expect(try Tool.run(arguments + ["--no-mentions", "--no-evidence"], in: folder) == .init())
    #expect(folder.names("exports") == files + ["relata.sqlite"])
    #expect(try Tool.run(arguments + ["-o", "all"], in: folder) == .init())
    #expect(
      folder.names("all")
        == (files + ["evidence.jsonl", "mentions.jsonl", "relata.sqlite"]).sorted())
  }

  @Test("files of an earlier run that were not renewed are named, kept, and a warning")
  func leftovers() throws {
    let arguments = ["build", "a.txt", "-f", "graphml", "--no-evidence"]
    folder.write("a.txt", "Vladimir Putin met Xi Jinping.")
    _ = try Tool.run(["build", "a.txt", "-q", "-f", "graphml", "-f", "csv"], in: folder)
    let line =
      "exports/: of an earlier run, and not renewed: evidence.jsonl, nodes.csv, edges.csv; "
      + "delete what you no longer need, or name another folder"
    let outcome = try Tool.run(arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errorLines.first == line)
    #expect(outcome.errorLines.count == 6)
    let strict = try Tool.run(arguments + ["--strict"], in: folder)
    #expect(strict.status == 1)
    #expect(strict.errorLines.last == "relata: 1 warning, and --strict is on")
    #expect(folder.names("exports")?.count == 6)
    for name in ["evidence.jsonl", "nodes.csv", "edges.csv"] {
      try #require(unlink(folder.path(of: "exports/" + name)) == 0)
    }
    #expect(try Tool.run(arguments + ["--strict"], in: folder).status == 0)
  }

  @Test("documents of one id are a warning")
  func repeatedID() throws {
    folder.write("a.jsonl", #"{"id":7,"text":"x"}"# + "\n" + #"{"id":"7","text":"y"}"# + "\n")
    let line =
      "a.jsonl:2: the id \"7\" is that of an earlier document, a.jsonl:1; 1 document repeats an id, "
      + "and outputs do not tell such documents apart: name another field with --id-field, or change the ids"
    for command in ["build", "tag"] {
      let outcome = try Tool.run([command, "a.jsonl"], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errorLines.first == line)
      #expect(try Tool.run([command, "a.jsonl", "--strict"], in: folder).status == 1)
    }
  }

  @Test("the results are no input of the next run")
  func ownResults() throws {
    folder.write("a.txt", "Vladimir Putin met Xi Jinping.")
    _ = try Tool.run(["build", "."], in: folder)
    let first = folder.contents("exports")
    let again = try Tool.run(["build", "."], in: folder)
    #expect(again.errorLines.first?.hasPrefix("1 document, ") == true)
    #expect(folder.contents("exports") == first)
    #expect(
      try Tool.run(["build", "exports"], in: folder)
        == .init(
          error:
            "relata: cannot read \"exports\": the results go there; name another output folder\n",
          status: 1))
  }
}

@Suite("the options of relata build")
struct BuildOptionTests {
  /// Two passages; Lee and the office share a sentence twice, the ship shares the passage only.
  static let text = """
    Ann Lee met the Harbour Office. The Aurora sailed.

    Norland slept. Ann Lee wrote to the Harbour Office.

    """

  let folder = Samples.folder()

  private func weights(_ options: [String], documents: [String] = [text]) throws -> [String] {
    for (number, text) in documents.enumerated() { folder.write("in/\(number).txt", text) }
    let outcome = try Tool.run(["build", "in", "-q"] + Samples.only + options, in: folder)
    #expect(outcome == .init())
    return try GraphJSON(folder.bytes("exports/graph.json")).ties.map { tie in
      let ends = [tie.source, tie.target].map { $0.split(separator: "/")[1] }
      return "\(ends[0])–\(ends[1]) \(Int(tie.weight))"
    }
  }

  @Test(
    "--window decides what is together",
    arguments: [
      ("sentence", ["ho–ann-lee 2"]),
      (
        "passage",
        ["norland–ho 1", "norland–ann-lee 1", "ho–ann-lee 2", "ho–aurora 1", "ann-lee–aurora 1"]
      ),
      (
        "document",
        [
          "norland–ho 1", "norland–ann-lee 1", "norland–aurora 1", "ho–ann-lee 1", "ho–aurora 1",
          "ann-lee–aurora 1",
        ]
      ),
    ])
  func window(window: String, expected: [String]) throws {
    #expect(try weights(["--window", window]) == expected)
  }

  @Test("--min-count leaves out rare ties")
  func minCount() throws {
    #expect(try weights(["--window", "passage", "--min-count", "2"]) == ["ho–ann-lee 2"])
    #expect(try weights(["--min-count", "3"]) == [])
  }

  @Test("--weight chooses what a tie weighs", arguments: [("count", 2), ("documents", 3)])
  func weight(weight: String, expected: Int) throws {
    let documents = [Self.text, Self.text, "Lee is Ann Lee. Ann Lee met the Harbour Office."]
    #expect(
      try weights(["--weight", weight], documents: documents) == ["ho–ann-lee \(expected)"])
  }

  @Test("--evidence-per-tie bounds the evidence in the graph files", arguments: [0, 1, 2])
  func evidencePerTie(limit: Int) throws {
    _ = try weights(["--evidence-per-tie", "\(limit)"])
    let graph = folder.text("exports/graph.json") ?? ""
    #expect(graph.components(separatedBy: #"{"document":"#).count - 1 == limit)
  }
}
