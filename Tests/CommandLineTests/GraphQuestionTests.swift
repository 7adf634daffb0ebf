import Foundation
import Testing

/// What holds of every command that asks a graph.
@Suite("questions about a graph")
struct GraphQuestionTests {
  let folder = WorkFolder()

  init() { folder.write("exports/graph.json", NeighboursTests.sample) }

  /// Each command that takes names, with a name put into each place.
  static let commands: [[String]] = [
    ["neighbours", "NAME"], ["path", "NAME", "b"], ["path", "b", "NAME"],
    ["common", "NAME", "b"], ["common", "b", "NAME"],
  ]

  static let hostile: [(name: String, shown: String)] = [
    ("Bo Ek", "Bo Ek"), ("'; DROP TABLE nodes; --", "'; DROP TABLE nodes; --"), ("%", "%"),
    ("_", "_"), ("*", "*"), (".*", ".*"), ("Ann?", "Ann?"), ("\"", "\""), ("\\", "\\"),
    ("\u{1B}[31m\n", "\\u{1B}[31m\\n"),
    (String(repeating: "x", count: 10_000), String(repeating: "x", count: 80) + "…"),
  ]

  @Test(
    "a name that nobody bears gives the nearest ones, and is never taken for a pattern",
    arguments: commands, hostile)
  func unknown(command: [String], hostile: (name: String, shown: String)) throws {
    let arguments = command.dropFirst().map { $0 == "NAME" ? hostile.name : $0 }
    let outcome = try Tool.run([command[0], "--"] + arguments, in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errorLines.count == 1)
    let start = "relata: no entity of the graph is called \"\(hostile.shown)\"; nearest are "
    #expect(outcome.error.hasPrefix(start))
    let nearest = outcome.error.dropFirst(start.count).dropLast().split(separator: ", ")
    #expect(nearest.count == 3)
    if hostile.name == "Bo Ek" { #expect(nearest.first == #"Bo "the Oar" Ek"#) }
  }

  @Test(
    "hostile values of options are answered in one line",
    arguments: [
      ["rank"], ["communities"], ["neighbours", "b"], ["path", "a", "b"], ["common", "a", "b"],
    ], hostile.map(\.name))
  func options(command: [String], value: String) throws {
    let kind = try Tool.run(command + ["--kind", value], in: folder)
    #expect(kind.status == 1)
    #expect(kind.errorLines.count == 1)
    #expect(kind.error.hasPrefix("relata: no entity of the graph is of the kind \""))
    #expect(kind.error.hasSuffix("; there are person\n"))
    for option in ["--min-weight", "--min-measure"] {
      let outcome = try Tool.run(command + [option, value], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errorLines.count == 2, "\(outcome)")
    }
  }

  @Test("an empty name is wrong usage", arguments: commands)
  func empty(command: [String]) throws {
    let arguments = command.map { $0 == "NAME" ? " " : $0 }
    let outcome = try Tool.run(arguments, in: folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.errorLines.first
        == "relata: the name is empty; give an identifier or a name of an entity")
  }

  @Test("with --exact a name is taken as it is written")
  func exact() throws {
    for name in ["country/KP", "North Korea"] {
      #expect(try Tool.run(["neighbours", name, "--exact"], in: folder).status == 0)
    }
    for name in ["north korea", "DPRK", "North-Korea"] {
      let outcome = try Tool.run(["neighbours", name, "--exact"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("no entity of the graph is called"))
      #expect(try Tool.run(["neighbours", name], in: folder).status == 0)
    }
    #expect(
      try Tool.run(["neighbours", "Ann Lee", "--exact"], in: folder).error
        == "relata: several entities bear the name \"Ann Lee\": give one of a, d\n")
  }

  @Test("a weight that is not positive is refused with its edge")
  func weights() throws {
    let tie = NeighboursTests.tie("a", "b", 0, "x")
    folder.write("bad.json", NeighboursTests.graph(NeighboursTests.nodes, [tie]))
    let reason = "edge \"a\", \"b\" has the weight 0.0; give it a positive one"
    for command in [["rank"], ["communities"], ["path", "a", "b"]] {
      #expect(
        try Tool.run(command + ["--graph", "bad.json"], in: folder)
          == .init(error: "relata: cannot read the graph \"bad.json\": \(reason)\n", status: 1))
    }
  }

  @Test("numbers that make no sense are wrong usage")
  func numbers() throws {
    for arguments in [
      ["rank", "--top", "0"], ["rank", "--pivots", "-1"], ["rank", "--by", "fame"],
      ["communities", "--resolution", "0"], ["communities", "--resolution", "nan"],
      ["communities", "--iterations", "0"], ["communities", "--iterations", "1001"],
      ["communities", "--min-size", "0"], ["rank", "--seed", "-1"],
      ["common", "a", "b", "--top", "0"], ["path", "a", "b", "--by", "longest"],
      ["rank", "--min-measure", "fame=1"], ["rank", "--min-measure", "npmi"],
      ["rank", "--min-measure", "npmi=inf"], ["rank", "--min-weight", "nan"],
    ] {
      let outcome = try Tool.run(arguments, in: folder)
      #expect(outcome.status == 2, "\(arguments) \(outcome)")
      #expect(outcome.output == "")
      #expect(outcome.errorLines.count == 2)
    }
  }
}
