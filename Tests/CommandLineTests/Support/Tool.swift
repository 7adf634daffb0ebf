import Foundation
import Testing

/// The built binary.
enum Tool {
  /// Beside the test bundle, in the folder of the products.
  static let path: String = {
    let bundles = Bundle.allBundles.map(\.bundlePath) + [Bundle.main.bundlePath]
    let starts = bundles + CommandLine.arguments.prefix(1)
    for start in starts {
      var folder = URL(fileURLWithPath: start)
      for _ in 0..<4 {
        let candidate = folder.appendingPathComponent("relata").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
          !isFolder.boolValue, access(candidate, X_OK) == 0
        {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    fatalError("no relata beside the test bundle: \(starts)")
  }()

  /// The checkout.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let seeds = root + "/seeds"

  /// How a run ended.
  struct Outcome: Equatable, CustomStringConvertible {
    var output = ""
    var error = ""
    /// The exit status, or minus the number of the signal that ended it.
    var status: Int32 = 0

    var errorLines: [String] { error.split(separator: "\n").map(String.init) }

    var description: String { "status \(status)\noutput: \(output)\nerror: \(error)" }
  }

  /// Runs the tool to its end.
  ///
  /// - Parameters:
  ///   - arguments: What follows `relata`.
  ///   - folder: The current folder of the run.
  ///   - input: What standard input gives.
  ///   - environment: Variables added to, or replaced in, a small environment.
  ///   - isNobody: Whether root gives its rights away first.
  static func run(
    _ arguments: [String], in folder: WorkFolder, input: String = "",
    environment: [String: String] = [:], isNobody: Bool = false
  ) throws -> Outcome {
    let process = Process()
    let drops = isNobody && geteuid() == 0
    process.executableURL = URL(fileURLWithPath: drops ? "/usr/bin/setpriv" : path)
    process.arguments =
      (drops ? ["--reuid", "65534", "--regid", "65534", "--clear-groups", path] : []) + arguments
    return try run(process, in: folder, input: input, environment: environment)
  }

  /// Runs a line of shell in which `$relata` is the tool.
  static func shell(
    _ line: String, in folder: WorkFolder, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    return try run(
      process, in: folder, input: "",
      environment: environment.merging(["relata": path]) { first, _ in first })
  }

  private static func run(
    _ process: Process, in folder: WorkFolder, input: String, environment: [String: String]
  ) throws -> Outcome {
    // Files, not pipes: nothing has to be read while the tool runs.
    let streams = WorkFolder()
    for name in ["out", "err"] { streams.write(name, "") }
    streams.write("in", input)
    process.standardInput = FileHandle(forReadingAtPath: streams.path(of: "in"))
    process.standardOutput = FileHandle(forWritingAtPath: streams.path(of: "out"))
    process.standardError = FileHandle(forWritingAtPath: streams.path(of: "err"))
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = smallEnvironment.merging(environment) { $1 }
    try process.run()
    let pid = process.processIdentifier
    let watch = DispatchWorkItem { kill(pid, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: watch)
    process.waitUntilExit()
    watch.cancel()
    return Outcome(
      output: streams.text("out") ?? "", error: streams.text("err") ?? "", status: process.ending)
  }

  static let smallEnvironment: [String: String] = {
    let kept = ProcessInfo.processInfo.environment.filter {
      ["PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
    }
    return kept.merging(["LC_ALL": "C.UTF-8", "TERM": "xterm"]) { $1 }
  }()

  /// Whether runs without the rights of root are possible.
  static let canDropRights = geteuid() != 0 || access("/usr/bin/setpriv", X_OK) == 0
}

extension Process {
  /// The exit status, or minus the number of the signal that ended the process.
  var ending: Int32 {
    terminationReason == .uncaughtSignal ? -terminationStatus : terminationStatus
  }
}
