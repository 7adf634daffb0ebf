import Foundation
import Testing

/// The tool reads a pipe that gives no more bytes, so that it is in the midst of a build for as long
/// as the test wants it to be.
@Suite("an interrupted build")
struct InterruptionTests {
  let folder = Samples.folder()

  init() throws {
    #expect(try Tool.run(["build", "note.txt", "-q"] + Samples.only, in: folder) == .init())
    old = folder.contents("exports")
  }

  private let old: [String: [UInt8]]

  private var partials: [String] {
    (folder.names("exports") ?? []).filter { $0.hasSuffix(".partial") }
  }

  /// Begins a build that does not end, waits until its files are open, and sends signals.
  private func interrupt(
    with signals: [Int32], trap: String = "", letGo: Bool = false
  ) throws -> Tool.Outcome {
    let process = Process()
    let input = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "\(trap) exec \(Tool.path) build - -q --no-shipped -g names.tsv"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = Tool.smallEnvironment
    process.standardInput = input
    folder.write("err", "")
    process.standardError = FileHandle(forWritingAtPath: folder.path(of: "err"))
    try process.run()
    input.fileHandleForWriting.write(Data("Ann Lee met the Harbour Office.\n".utf8))
    let deadline = Date(timeIntervalSinceNow: 60)
    while partials.count < 2, process.isRunning, Date() < deadline { usleep(2000) }
    #expect(partials.count == 2)
    for signal in signals { kill(process.processIdentifier, signal) }
    if letGo { try input.fileHandleForWriting.close() }
    let watch = DispatchWorkItem { [pid = process.processIdentifier] in kill(pid, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: watch)
    process.waitUntilExit()
    watch.cancel()
    return .init(error: folder.text("err") ?? "", status: process.ending)
  }

  @Test(
    "ends by the signal, without a word, without litter, with the old results whole",
    arguments: [SIGINT, SIGTERM, SIGHUP])
  func signals(signal: Int32) throws {
    let outcome = try interrupt(with: [signal])
    #expect(outcome == .init(status: -signal))
    #expect(folder.contents("exports") == old)
  }

  @Test("takes away the folders that it made")
  func madeFolders() throws {
    let line = """
      mkfifo feed; exec 5<>feed
      $relata build /dev/fd/5 -q --no-shipped -g names.tsv -o new/deep & run=$!
      until ls -A new/deep 2>/dev/null | grep -q partial; do sleep 0.01; done
      kill -TERM $run; wait $run; echo $?
      """
    #expect(try Tool.shell(line, in: folder) == .init(output: "143\n"))
    #expect(folder.names() == ["exports", "feed", "names.tsv", "note.txt"])
  }

  @Test("signals that the parent had ignored are ignored, as by nohup")
  func ignored() throws {
    let outcome = try interrupt(with: [SIGHUP, SIGINT], trap: "trap '' HUP INT;", letGo: true)
    #expect(outcome == .init())
    #expect(partials == [])
    #expect(folder.text("exports/mentions.jsonl")?.contains("stdin") == true)
  }

  @Test("killed outright, it leaves partial files only, which the next build takes away")
  func killed() throws {
    #expect(try interrupt(with: [SIGKILL]) == .init(status: -SIGKILL))
    #expect(partials.count == 2)
    let left = folder.contents("exports").filter { !partials.contains($0.key) }
    #expect(left.filter { $0.key != "relata.sqlite-journal" } == old)
    // A partial file of somebody else's, and names that only look like one.
    let others = [".notes.partial", ".a.b-1.partial", "x.1-1.partial"]
    for name in others { folder.write("exports/" + name, "mine") }
    #expect(
      try Tool.run(["build", "note.txt", "-q", "--prune"] + Samples.only, in: folder) == .init())
    for name in others {
      #expect(folder.text("exports/" + name) == "mine")
      unlink(folder.path(of: "exports/" + name))
    }
    #expect(folder.contents("exports") == old)
  }

  @Test("a build beside another leaves the other's partial files alone")
  func beside() throws {
    let line = """
      mkfifo feed; exec 3<>feed
      $relata build - -q --no-shipped -g names.tsv -o both < feed 3>&- & first=$!
      until ls -A both 2>/dev/null | grep -q partial; do sleep 0.01; done
      $relata build note.txt -q --no-shipped -g names.tsv -o both || echo $?
      $relata build note.txt -q --no-shipped -g names.tsv -o both --no-workspace || exit 9
      ls -A both | grep -c partial
      echo 'Ann Lee met the Harbour Office.' > feed
      exec 3>&-; wait $first
      """
    let outcome = try Tool.shell(line, in: folder)
    #expect(
      outcome
        == .init(
          output: "1\n2\n",
          error: "relata: both/relata.sqlite: another build is writing the workspace; "
            + "wait until it has ended, or name another file with --workspace\n"))
    #expect(folder.names("both") == BuildTests.files)
    #expect(folder.text("both/mentions.jsonl")?.contains("stdin") == true)
  }
}
