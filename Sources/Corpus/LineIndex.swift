import Synchronization
import TextFiles

/// The numbers of the lines at which the parts of a file begin, counted only when one is asked for.
///
/// The parts of a file share it, so that each stretch of the file is counted at most once however
/// many parts have something to report.
final class LineIndex: Sendable {
  private let starts: [Int]
  /// The lines before the first parts, as far as they have been counted.
  private let counted = Mutex([0])

  /// - Parameter starts: The byte offsets at which the parts begin; the first is 0.
  init(starts: [Int]) {
    self.starts = starts
  }

  /// The number of lines before a part.
  ///
  /// - Parameters:
  ///   - part: The number of the part, from 0.
  ///   - bytes: The bytes of the whole file.
  func linesBefore(part: Int, in bytes: Span<UInt8>) -> Int {
    let (known, before) = counted.withLock { counts in
      let known = min(counts.count - 1, part)
      return (known, counts[known])
    }
    guard known < part else { return before }
    // Counted outside the lock: two threads may count the same stretch, with the same result.
    var fresh: [Int] = []
    var total = before
    for number in known..<part {
      // A file that has become shorter since it was divided still gets an answer.
      let end = min(starts[number + 1], bytes.count)
      total += ByteSearch.count(0x0A, in: bytes.extracting(min(starts[number], end)..<end))
      fresh.append(total)
    }
    counted.withLock { counts in
      if counts.count <= part { counts.append(contentsOf: fresh[(counts.count - 1 - known)...]) }
    }
    return total
  }
}
