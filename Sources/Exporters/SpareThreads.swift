import EntityGraphs
import Synchronization
import TextFiles

/// Threads that have no file of their own to write, and can help with the others.
final class SpareThreads: Sendable {
  private let count: Mutex<Int>

  /// - Parameter count: How many there are at first.
  init(_ count: Int) {
    self.count = Mutex(count)
  }

  /// Takes a thread, if one is spare.
  func take() -> Bool {
    count.withLock { count in
      guard count > 0 else { return false }
      count -= 1
      return true
    }
  }

  /// Returns a thread, or adds one.
  func giveBack() { count.withLock { $0 += 1 } }
}

/// An exporter whose ties several threads can write, a piece each.
protocol SharedExporter: GraphExporter {
  /// Writes the whole file, as `GraphExporter` says; it has the same bytes whoever helps.
  ///
  /// - Parameter spare: Threads that can help.
  func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink, spare: SpareThreads
  ) throws(ExportError) -> [ExportWarning]
}
