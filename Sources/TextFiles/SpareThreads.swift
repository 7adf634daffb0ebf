import Synchronization

/// Threads that have no work of their own, and can help with that of others.
package final class SpareThreads: Sendable {
  private let count: Mutex<Int>

  /// - Parameter count: How many there are at first.
  package init(_ count: Int) {
    self.count = Mutex(count)
  }

  /// Takes a thread, if one is spare.
  package func take() -> Bool {
    count.withLock { count in
      guard count > 0 else { return false }
      count -= 1
      return true
    }
  }

  /// Returns a thread, or adds one.
  package func giveBack() { count.withLock { $0 += 1 } }
}
