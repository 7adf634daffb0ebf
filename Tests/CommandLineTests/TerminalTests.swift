import Foundation
import Testing

@Suite("on a terminal")
struct TerminalTests {
  let folder = Samples.folder()

  /// Two ends of a new terminal. The function is looked up, because Swift sees no header with it.
  private static func openTerminal() throws -> (master: Int32, slave: Int32) {
    typealias OpenPTY =
      @convention(c) (
        UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<CChar>?,
        UnsafeRawPointer?, UnsafeRawPointer?
      ) -> Int32
    let symbol = try #require(dlsym(dlopen(nil, RTLD_NOW), "openpty"))
    let openPTY = unsafeBitCast(symbol, to: OpenPTY.self)
    var (master, slave): (Int32, Int32) = (-1, -1)
    try #require(openPTY(&master, &slave, nil, nil, nil) == 0)
    // Otherwise a process of another test would keep the terminal open.
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (master, slave)
  }

  /// Runs the tool with a terminal as standard output and standard error.
  ///
  /// - Returns: All that the terminal got, and the status.
  private func runOnTerminal(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (shown: String, status: Int32) {
    let (master, slave) = try Self.openTerminal()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = Tool.smallEnvironment.merging(environment) { $1 }
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
    close(slave)
    // Once the tool has closed the terminal, reading fails.
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let got = read(master, &buffer, buffer.count)
      if got <= 0 { break }
      bytes += buffer[..<got]
    }
    close(master)
    process.waitUntilExit()
    return (String(decoding: bytes, as: UTF8.self), process.ending)
  }

  @Test("progress is shown, and cleared before anything else is said")
  func progress() throws {
    for number in 0..<20 { folder.write("in/\(number).txt", Samples.note) }
    let (shown, status) = try runOnTerminal(["build", "in"] + Samples.only)
    #expect(status == 0)
    #expect(
      shown.contains("\r\u{1B}[K" + String(repeating: "█", count: 30) + " 100 % · 20 documents"))
    let summary = try #require(shown.range(of: "20 documents, "))
    #expect(shown[..<summary.lowerBound].hasSuffix("\r\u{1B}[K"))
    #expect(!shown[summary.lowerBound...].contains("\u{1B}"))
  }

  @Test("--quiet shows no progress")
  func quiet() throws {
    let (shown, status) = try runOnTerminal(["build", "note.txt", "-q"] + Samples.only)
    #expect(shown == "")
    #expect(status == 0)
  }

  @Test("no progress in a pipe")
  func pipe() throws {
    let outcome = try Tool.run(["build", "note.txt"] + Samples.only, in: folder)
    #expect(!outcome.error.contains("\u{1B}"))
    #expect(!outcome.error.contains("\r"))
    #expect(!outcome.error.contains("█"))
  }

  @Test("mentions are coloured")
  func colours() throws {
    let (shown, status) = try runOnTerminal(["tag", "note.txt"] + Samples.only)
    #expect(status == 0)
    #expect(shown.hasPrefix("\u{1B}[1;33mAnn Lee\u{1B}[0m met the "))
  }

  @Test(
    "no colours where the user wants none",
    arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func noColours(environment: [String: String]) throws {
    let (shown, _) = try runOnTerminal(
      ["tag", "note.txt"] + Samples.only, environment: environment)
    #expect(shown.replacing("\r\n", with: "\n") == TagTests.marked)
  }

  @Test("an empty NO_COLOR says nothing (https://no-color.org)")
  func emptyNoColor() throws {
    let (shown, _) = try runOnTerminal(
      ["tag", "note.txt"] + Samples.only, environment: ["NO_COLOR": ""])
    #expect(shown.contains("\u{1B}[1;33m"))
  }
}
