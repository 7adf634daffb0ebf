import Foundation
import Testing

@Suite("a hostile folder")
struct HostileFolderTests {
  let folder = Samples.folder()

  /// What a reader of the summary learns of each.
  static let problems = [
    "in/dangling.txt: cannot be read: No such file or directory",
    "in/loop.txt: cannot be read: Too many levels of symbolic links",
    "in/pipe.txt: is not a regular file",
    "in/socket.txt: is not a regular file",
    "in/sub/up: leads back to the folder in, which holds it; not followed",
    "in/binary.txt: is binary, not text",
    "in/cut.txt.gz: the gzip data ends too early; the file is cut off",
    "in/empty\\n\\u{1B}[31m.txt: is empty",
    "in/empty.txt: is empty",
    "in/invalid.txt: is not valid UTF-8; read as windows-1252",
  ]

  init() throws {
    folder.write("in/empty.txt", "")
    folder.write("in/empty\n\u{1B}[31m.txt", "")
    folder.write("in/good\nname.txt", Samples.note)
    folder.write("in/binary.txt", (0..<4096).map { UInt8(truncatingIfNeeded: $0 * 7) })
    folder.write("in/invalid.txt", Array("Ann Lee \u{2014} caf".utf8.prefix(8)) + [0xE9, 0x0A])
    folder.write("in/sub/good.txt", "Ann Lee met the Harbour Office.")
    folder.write("in/.hidden.txt", Samples.note)
    folder.write("in/picture.png", "Ann Lee")
    folder.write("whole.txt", Samples.note)
    mkfifo(folder.path(of: "in/pipe.txt"), 0o644)
    symlink("nowhere.txt", folder.path(of: "in/dangling.txt"))
    symlink("loop.txt", folder.path(of: "in/loop.txt"))
    symlink("..", folder.path(of: "in/sub/up"))
    _ = try Tool.shell("gzip -c whole.txt | head -c 40 > in/cut.txt.gz", in: folder)
    makeSocket(folder.path(of: "in/socket.txt"))
  }

  private func makeSocket(_ path: String) {
    let made = try? Tool.shell(
      "python3 -c \"import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])\" '\(path)'",
      in: folder)
    // Where there is no Python, a second pipe stands for it.
    if made?.status != 0 { mkfifo(path, 0o644) }
  }

  @Test("a build goes to the end and names each problem with its reason on one line")
  func build() throws {
    let outcome = try Tool.run(["build", "in"] + Samples.only, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    let lines = outcome.errorLines
    #expect(Array(lines.prefix(Self.problems.count)) == Self.problems)
    try #require(lines.count == Self.problems.count + 4)
    #expect(lines[Self.problems.count].hasPrefix("3 documents, "))
    #expect(
      lines[Self.problems.count].hasSuffix(
        "; 8 documents skipped; 1 file of unknown type passed over"))
    #expect(try GraphJSON(folder.bytes("exports/graph.json")).nodes.count == 4)
    #expect(
      folder.text("exports/mentions.jsonl")?.contains(#""document":"good\nname.txt""#) == true)
  }

  @Test("with --strict the status is 1, and the results are the same")
  func strict() throws {
    let results = try ["lax", "strict"].map { name in
      let options = name == "strict" ? ["--strict"] : []
      let outcome = try Tool.run(["build", "in", "-o", name] + options + Samples.only, in: folder)
      #expect(outcome.status == (name == "strict" ? 1 : 0))
      if name == "strict" {
        #expect(outcome.errorLines.last == "relata: 10 warnings, and --strict is on")
      }
      return folder.contents(name)
    }
    #expect(results[0] == results[1])
  }

  @Test("tagging meets the same problems")
  func tag() throws {
    let outcome = try Tool.run(["tag", "in", "-f", "tsv"] + Samples.only, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errorLines == Self.problems)
    #expect(outcome.output.split(separator: "\n").count == 1 + 6 + 2 + 1)
    let strict = try Tool.run(["tag", "in", "-f", "tsv", "--strict"] + Samples.only, in: folder)
    #expect(strict.status == 1)
    #expect(strict.output == outcome.output)
  }

  @Test(
    "what may not be read is named, and the rest goes on", .enabled(if: Tool.canDropRights))
  func unreadable() throws {
    folder.write("rights/a.txt", "Ann Lee met the Harbour Office.")
    folder.write("rights/secret.txt", Samples.note)
    folder.write("rights/closed/b.txt", Samples.note)
    chmod(folder.path(of: "rights/secret.txt"), 0)
    chmod(folder.path(of: "rights/closed"), 0)
    let outcome = try Tool.run(
      ["tag", "rights", "-f", "jsonl"] + Samples.only, in: folder, isNobody: true)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(
      outcome.errorLines == [
        "rights/closed: is a folder that cannot be listed: Permission denied",
        "rights/secret.txt: cannot be read: Permission denied",
      ])
    let alone = try Tool.run(["tag", "rights/closed"] + Samples.only, in: folder, isNobody: true)
    #expect(
      alone
        == .init(
          error: "relata: cannot list \"rights/closed\": Permission denied\n", status: 1))
  }

  @Test(
    "a pipe or device that is given by its name is not waited for",
    arguments: [
      ("feed", "feed: is not a regular file; give what it holds as standard input, -"),
      ("/dev/zero", "/dev/zero: is not a regular file; give what it holds as standard input, -"),
      ("/dev/null", "/dev/null: is empty"),
    ])
  func givenThemselves(path: String, problem: String) throws {
    mkfifo(folder.path(of: "feed"), 0o644)
    #expect(
      try Tool.run(["tag", path] + Samples.only, in: folder)
        == .init(error: "\(problem)\nrelata: no document could be read\n", status: 1))
    guard path != "/dev/null" else { return }
    #expect(
      try Tool.run(["tag", "note.txt", "--no-shipped", "-g", path], in: folder)
        == .init(error: "relata: cannot read \"\(path)\": it is not a regular file\n", status: 1))
    let asked = try Tool.run(["neighbours", "x", "--graph", path], in: folder)
    #expect(
      asked
        == .init(
          error: "relata: cannot read the graph \"\(path)\": it is not a regular file; "
            + "write one with `relata build INPUT`\n", status: 1))
  }

  @Test(
    "what the shell puts through a pipe is read, by whichever name",
    arguments: [
      "$relata tag <(cat note.txt) $only", "cat note.txt | $relata tag /dev/stdin $only",
      "cat note.txt | $relata tag /dev/fd/0 $only", "$relata tag - $only < note.txt",
      "$relata tag /dev/fd/5 $only 5< note.txt",
      "mkfifo p; cat note.txt > p & $relata tag - $only < p",
      "$relata tag note.txt --no-shipped -g <(cat names.tsv)",
    ])
  func throughPipes(line: String) throws {
    let outcome = try Tool.shell(
      line.replacing("$only", with: "--no-shipped -g names.tsv"), in: folder)
    #expect(outcome == .init(output: TagTests.marked))
  }

  @Test("an endless stream that is no text is left at its beginning")
  func endless() throws {
    let outcome = try Tool.shell(
      "$relata tag - --input-format jsonl --no-shipped -g names.tsv < /dev/zero", in: folder)
    #expect(
      outcome
        == .init(
          error: "standard input: is binary, not text\nrelata: no document could be read\n",
          status: 1))
  }

  @Test("a single line of 5 MB, without the end of a sentence, is read")
  func longLine() throws {
    let piece = "Ann Lee wrote to the Harbour Office about Norland and "
    let count = 5_000_000 / piece.utf8.count
    folder.write("long/line.txt", String(repeating: piece, count: count))
    let outcome = try Tool.run(["build", "long"] + Samples.only, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errorLines.first?.hasPrefix("1 document, 5.0 MB, ") == true)
    #expect(folder.lines("exports/mentions.jsonl").count == count * 3)
  }
}
