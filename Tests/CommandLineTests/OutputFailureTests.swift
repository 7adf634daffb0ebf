import Foundation
import Testing

@Suite("results that cannot be written")
struct OutputFailureTests {
  let folder = Samples.folder()

  /// Builds a graph first, so that there are old results in `exports`.
  init() throws {
    folder.write("in/a.txt", "Ann Lee slept.")
    #expect(try Tool.run(["build", "in", "-q"] + Samples.only, in: folder) == .init())
    folder.write("in/b.txt", Samples.note)
    old = folder.contents("exports")
  }

  private let old: [String: [UInt8]]

  /// Expects one line, status 1, and the old results without anything beside them.
  private func expectRefused(_ outcome: Tool.Outcome, _ message: String) {
    #expect(outcome == .init(error: "relata: \(message)\n", status: 1))
    #expect(folder.contents("exports") == old)
  }

  @Test("an output folder that is a file, or lies below one")
  func fileAsFolder() throws {
    folder.write("file", "x")
    for (output, made) in [("file", "file"), ("file/below/it", "file")] {
      let outcome = try Tool.run(["build", "in", "-o", output] + Samples.only, in: folder)
      expectRefused(outcome, "cannot create the folder \"\(made)\": it is a file")
      #expect(folder.text("file") == "x")
    }
    let tagged = try Tool.run(["tag", "in", "-o", "file"] + Samples.only, in: folder)
    expectRefused(tagged, "cannot create the folder \"file\": it is a file")
  }

  @Test("a result whose name a folder bears")
  func folderAsFile() throws {
    folder.makeFolder("exports/other")
    folder.makeFolder("taken/graph.json")
    let outcome = try Tool.run(["build", "in", "-o", "taken"] + Samples.only, in: folder)
    #expect(
      outcome
        == .init(
          error: "relata: cannot write \"taken/graph.json\": Is a directory\n", status: 1))
    #expect(folder.names("taken") == ["graph.json"])
  }

  @Test(
    "a result that is a link, which would lead writing elsewhere", arguments: ["in/b.txt", "none"])
  func link(target: String) throws {
    let before = folder.text("in/b.txt")
    folder.makeFolder("out")
    symlink("../" + target, folder.path(of: "out/mentions.jsonl"))
    symlink("../" + target, folder.path(of: "out/b.tsv"))
    for (arguments, name) in [
      (["build", "in"], "mentions.jsonl"), (["tag", "in", "-f", "tsv"], "b.tsv"),
    ] {
      let outcome = try Tool.run(arguments + ["-o", "out"] + Samples.only, in: folder)
      #expect(
        outcome
          == .init(
            error: "relata: cannot write \"out/\(name)\": it is a symbolic link; "
              + "take it away, or name another output folder\n", status: 1))
    }
    #expect(folder.text("in/b.txt") == before)
    #expect(folder.text("none") == nil)
  }

  @Test("a link to a folder is a folder")
  func linkedFolder() throws {
    folder.makeFolder("real")
    symlink("real", folder.path(of: "link"))
    #expect(
      try Tool.run(["build", "in", "-q", "-o", "link"] + Samples.only, in: folder) == .init())
    #expect(folder.names("real") == BuildTests.files)
  }

  @Test("an output folder that may not be written to", .enabled(if: Tool.canDropRights))
  func readOnly() throws {
    chmod(folder.path(of: "exports"), 0o555)
    let outcome = try Tool.run(["build", "in"] + Samples.only, in: folder, isNobody: true)
    expectRefused(outcome, "cannot write \"exports/mentions.jsonl\": Permission denied")
    let made = try Tool.run(
      ["build", "in", "-o", "exports/new"] + Samples.only, in: folder, isNobody: true)
    expectRefused(made, "cannot create the folder \"exports/new\": Permission denied")
    chmod(folder.path(of: "exports"), 0o755)
  }

  @Test("a limit on the size of files, at which the system would send a signal")
  func sizeLimit() throws {
    // Blocks of 1024 bytes; messages go through a pipe, which has no limit.
    folder.write("in/c.txt", String(repeating: Samples.note, count: 50))
    let line =
      "ulimit -f 2; $relata build in --no-shipped -g names.tsv 2>&1 | cat; exit ${PIPESTATUS[0]}"
    let outcome = try Tool.shell(line, in: folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.output
        == "relata: exports/relata.sqlite: it cannot be read or written (disk I/O error); "
        + "see whether the disk is in order and files may grow so large\n")
    #expect(folder.contents("exports") == old)
  }

  #if os(Linux)
    @Test("a full disk", .enabled(if: geteuid() == 0))
    func fullDisk() throws {
      folder.write("in/c.txt", String(repeating: Samples.note, count: 50))
      folder.makeFolder("disk")
      let mounted = try Tool.shell("mount -t tmpfs -o size=64k tmpfs disk", in: folder)
      // A container may not let its root mount anything.
      guard mounted.status == 0 else { return }
      defer { _ = try? Tool.shell("umount disk", in: folder) }
      folder.write("disk/out/graph.json", "old")
      let outcome = try Tool.run(["build", "in", "-o", "disk/out"] + Samples.only, in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      #expect(outcome.errorLines.count == 1)
      #expect(
        outcome.error
          == "relata: disk/out/relata.sqlite: the disk is full; make room and build again; "
          + "nothing of earlier builds is lost\n")
      #expect(folder.names("disk/out") == ["graph.json"])
      #expect(folder.text("disk/out/graph.json") == "old")
    }
  #endif

  @Test("a missing input leaves old results alone and makes no folder")
  func missingInput() throws {
    let outcome = try Tool.run(["build", "in", "gone", "-o", "new"] + Samples.only, in: folder)
    expectRefused(outcome, "cannot read \"gone\": No such file or directory")
    #expect(folder.names("new") == nil)
  }
}
