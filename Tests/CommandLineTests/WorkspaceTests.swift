import Foundation
import Testing

@Suite("the workspace of builds")
struct WorkspaceTests {
  let folder = Samples.folder()

  /// Texts of a corpus, some of which say the same.
  static let texts = (0..<12).map { number in
    let shared = "Ann Lee met the Harbour Office. "
    let own = number % 3 == 0 ? "Bob Roy wrote to Ann Lee of pier \(number). " : ""
    return (number % 2 == 0 ? shared : "") + own + "The Aurora left at \(number)."
  }

  private func write(_ numbers: some Sequence<Int>, to name: String) {
    for number in numbers { folder.write("\(name)/\(number).txt", Self.texts[number]) }
  }

  private func build(_ input: String, _ more: [String] = [], to output: String) throws
    -> Tool.Outcome
  {
    try Tool.run(["build", input, "-o", output] + more + Samples.only, in: folder)
  }

  @Test("what is new is added, what changed replaced, what is gone kept, or pruned")
  func changes() throws {
    write(0..<5, to: "in")
    #expect(try build("in", to: "out").errorLines.contains { $0.hasPrefix("workspace") } == false)
    write(3..<9, to: "more")
    folder.write("more/4.txt", "Ann Lee met Bob Roy.")
    let second = try build("more", to: "out")
    #expect(
      second.errorLines.contains(
        "workspace: 4 added, 1 unchanged, 1 replaced, 3 kept; --prune leaves out the 3 kept"))
    write(0..<9, to: "all")
    folder.write("all/4.txt", "Ann Lee met Bob Roy.")
    #expect(try build("all", ["-q", "--no-workspace"], to: "scratch") == .init())
    #expect(folder.contents("out") == folder.contents("scratch"))
    #expect(try build("more", ["-q", "--prune"], to: "out") == .init())
    #expect(try build("more", ["-q", "--no-workspace"], to: "scratch") == .init())
    #expect(folder.contents("out") == folder.contents("scratch"))
  }

  @Test("changed gazetteers and settings are said, and all that is stored is tagged anew")
  func settings() throws {
    write(0..<4, to: "in")
    write(4..<8, to: "more")
    _ = try build("in", to: "out")
    folder.write("names.tsv", (folder.text("names.tsv") ?? "") + "person/bob\tperson\tBob Roy\n")
    let outcome = try build("more", ["--window", "document"], to: "out")
    #expect(
      outcome.errorLines.prefix(2) == [
        "the gazetteers changed since the last build: all documents were tagged anew",
        "the window changed since the last build: all documents were tagged anew",
      ])
    #expect(outcome.errorLines.contains { $0.contains("4 kept, 4 tagged anew") })
    write(0..<8, to: "all")
    #expect(
      try build("all", ["-q", "--window", "document", "--no-workspace"], to: "scratch") == .init())
    #expect(folder.contents("out") == folder.contents("scratch"))
    // The same again, though the file was touched: nothing is said.
    folder.write("names.tsv", folder.text("names.tsv") ?? "")
    let again = try build("more", ["--window", "document"], to: "out")
    #expect(!again.errorLines.contains { $0.contains("changed since") })
  }

  @Test("documents of one identifier are all kept")
  func copies() throws {
    let line = #"{"id":"x","text":"Ann Lee met the Harbour Office."}"# + "\n"
    let other = #"{"id":"x","text":"Ann Lee left. The Aurora met Ann Lee."}"# + "\n"
    for (number, lines) in [[line, other], [line, line, other], [other], [line, line]].enumerated()
    {
      folder.write("in.jsonl", lines.joined())
      #expect(try build("in.jsonl", ["-q"], to: "out") == .init())
      #expect(try build("in.jsonl", ["-q", "--no-workspace"], to: "scratch") == .init())
      #expect(folder.contents("out") == folder.contents("scratch"), "round \(number)")
    }
  }

  @Test("a workspace may be named by the folder it is in")
  func folders() throws {
    write(0..<3, to: "in")
    #expect(try build("in", ["-q"], to: "out") == .init())
    #expect(try build("in", ["-q", "--workspace", "out"], to: "other") == .init())
    #expect(folder.names("other")?.contains("relata.sqlite") == false)
    let file = try Tool.run(["stats", "-w", "out/relata.sqlite"], in: folder)
    #expect(file.output.contains("documents"))
    for name in ["out", "out/"] {
      #expect(try Tool.run(["stats", "-w", name], in: folder) == file, "\(name)")
    }
    #expect(try Tool.run(["compare", "out", "out/relata.sqlite"], in: folder).status == 0)
    let none = try Tool.run(["stats", "-w", "other"], in: folder)
    #expect(none.error.hasPrefix("relata: other/relata.sqlite: there is no such workspace;"))
    #expect(none.errorLines.count == 1)
  }

  @Test(
    "a file that is no workspace is left alone",
    arguments: [
      ("Ann Lee", "it is no workspace; name another file, or delete it"),
      (
        String(repeating: "SQLite format 3\0", count: 100),
        "it is no workspace; name another file, or delete it"
      ),
    ])
  func foreign(content: String, reason: String) throws {
    folder.write("w.sqlite", content)
    let outcome = try build("note.txt", ["--workspace", "w.sqlite"], to: "out")
    #expect(outcome.status == 1)
    #expect(outcome.errorLines == ["relata: w.sqlite: \(reason)"])
    #expect(folder.text("w.sqlite") == content)
    #expect(folder.names("out") == nil)
  }

  @Test("a workspace of an earlier version is refused, and told how to make anew")
  func version() throws {
    write(0..<3, to: "in")
    #expect(try build("in", ["-q"], to: "out") == .init())
    var bytes = folder.bytes("out/relata.sqlite") ?? []
    // Where SQLite keeps the version that a program states, the highest byte first.
    #expect(bytes[60..<64].elementsEqual([0, 0, 0, 2]))
    bytes[63] = 1
    folder.write("out/relata.sqlite", bytes)
    let outcome = try build("in", ["-q"], to: "out")
    #expect(outcome.status == 1)
    #expect(
      outcome.errorLines == [
        "relata: out/relata.sqlite: the workspace has version 1, and this program reads version 2; delete it and build again"
      ])
  }

  @Test("a workspace that is cut or damaged gives one line, or the right answer")
  func damaged() throws {
    write(0..<12, to: "in")
    #expect(try build("in", ["-q"], to: "out") == .init())
    let whole = folder.bytes("out/relata.sqlite") ?? []
    let old = folder.contents("out")
    for place in stride(from: 1, to: whole.count, by: whole.count / 24) {
      var bytes = whole
      if place % 2 == 0 { bytes.removeLast(whole.count - place) } else { bytes[place] ^= 0xFF }
      folder.write("out/relata.sqlite", bytes)
      let outcome = try build("in", ["-q"], to: "out")
      #expect(outcome.status == 0 || outcome.status == 1)
      #expect(outcome.errorLines.count == Int(outcome.status), "\(place): \(outcome)")
      if outcome.status == 0 { #expect(folder.contents("out") == old, "\(place)") }
    }
  }

  @Test("an interrupted first build leaves nothing; an interrupted later one, the old workspace")
  func interrupted() throws {
    let line = """
      mkfifo feed; exec 5<>feed
      for round in 1 2; do
        $relata build /dev/fd/5 -q --no-shipped -g names.tsv -o new & run=$!
        until ls -A new 2>/dev/null | grep -q partial; do sleep 0.01; done
        sleep 0.2; kill -TERM $run; wait $run; echo $? $(ls -A new 2>/dev/null | tr '\\n' ' ')
        $relata build note.txt -q --no-shipped -g names.tsv -o new
      done
      $relata build note.txt --no-shipped -g names.tsv -o new 2>&1 | grep workspace:
      """
    let files = BuildTests.files.joined(separator: " ")
    #expect(
      try Tool.shell(line, in: folder)
        == .init(output: "143\n143 \(files)\nworkspace: 0 added, 1 unchanged\n"))
  }
}

@Suite("builds that are killed")
struct KilledBuildTests {
  let folder = Samples.folder()

  @Test("however often a build is killed, the next goes on, and the results are those of one build")
  func killed() throws {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0 ... .max, using: &generator)
    var state = seed
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var lines: [String] = []
    for number in 0..<600 {
      let text = WorkspaceTests.texts[random(12)] + " Pier \(random(40)) belongs to Ann Lee."
      lines.append(#"{"id":"d\#(number)","text":"\#(text)","source":"s\#(random(4))"}"# + "\n")
    }
    let arguments = ["-q"] + Samples.only
    folder.write("all.jsonl", lines.joined())
    #expect(
      try Tool.run(["build", "all.jsonl", "-o", "once", "--no-workspace"] + arguments, in: folder)
        == .init())
    var kills = 0
    for round in 0..<60 {
      // Each run has a part of the corpus, in an order of its own, some of it with another text before.
      var part = lines.shuffled().prefix(300 + random(300)).map { $0 }
      if round % 3 == 0 { part = part.map { $0.replacingOccurrences(of: "Pier", with: "Quay") } }
      folder.write("part.jsonl", part.joined())
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Tool.path)
      process.arguments =
        ["build", "part.jsonl", "-o", "out", "--commit-every", "\(1000 + random(40_000))"]
        + arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      process.environment = Tool.smallEnvironment
      try process.run()
      usleep(UInt32(random(300_000)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.ending == -SIGKILL { kills += 1 }
      #expect([0, -SIGKILL].contains(process.ending))
    }
    #expect(
      try Tool.run(["build", "all.jsonl", "-o", "out"] + arguments, in: folder) == .init(),
      "seed \(seed)")
    #expect(folder.contents("out") == folder.contents("once"), "seed \(seed)")
    #expect(kills >= 20, "only \(kills) of 60 runs were killed")
    #expect(folder.names("out") == BuildTests.files)
  }
}
