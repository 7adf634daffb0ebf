import Dispatch
import Synchronization

/// A piece of work that another thread does while this one goes on.
///
/// For code that is not asynchronous itself. The threads are the system's, not those of Swift's tasks,
/// so that waiting for one keeps no task from running.
package final class Background<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let result = Mutex<Value?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins a piece of work.
  ///
  /// - Parameters:
  ///   - isApart: Whether another thread does it; otherwise `wait` does.
  ///   - work: What is to be done.
  package init(isApart: Bool, _ work: @escaping @Sendable () -> Value) {
    self.work = work
    if isApart {
      DispatchQueue.global(qos: .userInitiated).async { self.run() }
    } else {
      isDone.signal()
    }
  }

  /// The result, when it is there.
  package func wait() -> Value {
    isDone.wait()
    defer { isDone.signal() }
    return result.withLock { result in
      if let result { return result }
      let made = work()
      result = made
      return made
    }
  }

  private func run() {
    let made = work()
    result.withLock { $0 = made }
    isDone.signal()
  }
}
