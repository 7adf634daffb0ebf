import Synchronization
import TextFiles

/// The numbers of the lines at which the parts of a file begin.
///
/// The parts of a file share it. Each says how many lines it has read when it ends; what has not been
/// said when a number is asked for is counted, each stretch of the file at most once.
final class LineIndex: Sendable {
  private struct State {
    /// The lines before the first parts, as far as they are known.
    var before = [0]
    /// The lines of parts that ended before others in front of them.
    var ahead: [Int: Int] = [:]

    /// Notes how many lines a part has, and what follows from it.
    mutating func note(_ count: Int, of part: Int) {
      guard part >= before.count - 1 else { return }
      ahead[part] = count
      while let last = before.last, let count = ahead.removeValue(forKey: before.count - 1) {
        before.append(last + count)
      }
    }
  }

  private let path: String
  private let starts: [Int]
  private let state = Mutex(State())

  /// - Parameters:
  ///   - path: The path that opens the file.
  ///   - starts: The byte offsets at which the parts begin; the first is 0.
  init(path: String, starts: [Int]) {
    self.path = path
    self.starts = starts
  }

  /// Takes note that a part was read to its end.
  ///
  /// - Parameters:
  ///   - lines: How many lines it has.
  ///   - part: The number of the part, from 0.
  func note(lines: Int, of part: Int) {
    state.withLock { $0.note(lines, of: part) }
  }

  /// The number of lines before a part.
  ///
  /// - Parameter part: The number of the part, from 0.
  func linesBefore(part: Int) -> Int {
    while true {
      let (known, before) = state.withLock { state in
        let known = min(state.before.count - 1, part)
        return (known, state.before[known])
      }
      if known == part { return before }
      // Counted outside the lock: two threads may count the same stretch, with the same result. A file
      // that has become shorter since it was divided, or is gone, still gets an answer.
      let stretch = try? FileBytes(path: path, range: starts[known]..<starts[known + 1])
      let lines = stretch?.withBytes { ByteSearch.count(0x0A, in: $0) } ?? 0
      note(lines: lines, of: known)
    }
  }
}
