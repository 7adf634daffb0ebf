import Foundation

/// A test over many random cases. Each case follows from its seed alone.
///
/// It runs over a few cases by default, and over more by these variables, which `scripts/fuzz` sets:
///
/// - `RELATA_FUZZ_CASES`: how many cases;
/// - `RELATA_FUZZ_SECONDS`: for how long instead;
/// - `RELATA_FUZZ_SEED`: the first seed, from 1;
/// - `RELATA_FUZZ_FOLDER`: where each worker notes the seed it is at, since a crash says nothing of it.
public struct FuzzTarget: Sendable {
  private let name: String
  private let cases: Int
  private let casesOfASeed: Int

  /// - Parameters:
  ///   - name: What is printed of it.
  ///   - cases: How many cases it has by default.
  ///   - casesOfASeed: How many of them one seed gives.
  public init(_ name: String, cases: Int, casesOfASeed: Int = 1) {
    self.name = name
    self.cases = Self.number("CASES") ?? cases
    self.casesOfASeed = casesOfASeed
  }

  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment["RELATA_FUZZ_" + variable].flatMap { Int($0) }
  }

  private static let seconds = number("SECONDS").map(Double.init)
  private static let isLong = seconds != nil || number("CASES") != nil

  /// The arguments of a test that shares its seeds among the processors where there are many.
  public static let workers = Array(0..<(isLong ? ProcessInfo.processInfo.activeProcessorCount : 1))

  /// Runs every case of a worker; prints what was run where more was asked for than the default.
  ///
  /// - Parameters:
  ///   - worker: One of `workers`.
  ///   - body: Receives the seed, for messages, and the random numbers that it gives.
  public func run(
    _ worker: Int, _ body: (Int, inout SeededGenerator) throws -> Void
  ) throws {
    let first = Self.number("SEED") ?? 1
    let rounds = max(1, cases / casesOfASeed)
    let note = try note(worker)
    let clock = ContinuousClock()
    let start = clock.now
    var (seed, count) = (first + worker, 0)
    var slowest = (seed: seed, time: Duration.zero)
    while Self.seconds.map({ clock.now - start < .seconds($0) }) ?? (seed < first + rounds) {
      try note?.seek(toOffset: 0)
      try note?.write(contentsOf: Data("\(seed)\n".utf8))
      var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
      let before = clock.now
      try body(seed, &random)
      let time = clock.now - before
      if time > slowest.time { slowest = (seed, time) }
      seed += Self.workers.count
      count += casesOfASeed
    }
    guard Self.isLong else { return }
    print(
      """
      fuzz: \(name), worker \(worker): \(count) cases, seeds \(first + worker), \
      \(first + worker + Self.workers.count)... below \(seed), in \(clock.now - start); \
      slowest: seed \(slowest.seed) with \(slowest.time)
      """)
  }

  /// The file for the seed that a worker is at.
  private func note(_ worker: Int) throws -> FileHandle? {
    guard let folder = ProcessInfo.processInfo.environment["RELATA_FUZZ_FOLDER"] else { return nil }
    let path = "\(folder)/\(name.replacing(" ", with: "-"))-\(worker).seed"
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    return FileHandle(forWritingAtPath: path)
  }
}
