import CIGraph
import Synchronization

/// igraph, for one caller at a time.
///
/// Its random numbers, its handlers and its list of what to free after an error are global, and builds
/// of it need not be safe for threads (Debian's is not). All calls go through `run`, which takes a lock,
/// seeds the generator, and sets handlers: an error comes back as a code and not as an abort, warnings
/// are not printed, and long work ends when the calling task is cancelled. One thread does the work: added up
/// by several, sums would differ in their last bits from run to run.
enum IGraphSession {
  private static let lock = Mutex<Void>(())

  /// What igraph said at the first error since the last was taken.
  private static let reason = Mutex<String?>(nil)

  /// Runs some calls.
  ///
  /// - Parameters:
  ///   - task: What is computed, for messages: `the PageRank`.
  ///   - seed: What random numbers begin from.
  ///   - body: The calls, each through `check`. No object of igraph may leave it.
  static func run<Result: Sendable>(
    _ task: String, seed: UInt64 = 1, _ body: () throws(GraphAnalysisError) -> Result
  ) throws(GraphAnalysisError) -> Result {
    do {
      return try lock.withLock { _ throws(GraphAnalysisError) -> Result in
        setHandlers()
        relata_igraph_run_serially()
        try check(unsafe igraph_rng_seed(igraph_rng_default(), seed))
        return try body()
      }
    } catch .failed(_, let reason) {
      throw .failed(task: task, reason: reason)
    } catch {
      throw error
    }
  }

  /// Turns a code that igraph returned into an error.
  static func check(_ code: igraph_error_t) throws(GraphAnalysisError) {
    guard code != IGRAPH_SUCCESS else { return }
    let said = reason.withLock { reason in
      defer { reason = nil }
      return reason
    }
    guard code != IGRAPH_INTERRUPTED else { throw .cancelled }
    throw .failed(task: "", reason: said ?? "igraph ended with code \(code.rawValue)")
  }

  /// Makes an object of igraph's in memory of its own, for its owner to destroy and deallocate.
  ///
  /// An owner takes it when it is whole: were it kept before and then failed, `deinit` would destroy what
  /// was never made.
  static func make<Object>(
    _ initialise: (UnsafeMutablePointer<Object>) -> igraph_error_t
  ) throws(GraphAnalysisError) -> UnsafeMutablePointer<Object> {
    let object = UnsafeMutablePointer<Object>.allocate(capacity: 1)
    let code = unsafe initialise(object)
    if code != IGRAPH_SUCCESS { unsafe object.deallocate() }
    try check(code)
    return unsafe object
  }

  private static func setHandlers() {
    reason.withLock { $0 = nil }
    _ = unsafe igraph_set_error_handler { text, _, _, _ in
      // Each level that the error passes calls this: the first knows best.
      let text = unsafe text.map { unsafe String(cString: $0) }
      IGraphSession.reason.withLock { $0 = $0 ?? text }
      IGRAPH_FINALLY_FREE()
    }
    _ = unsafe igraph_set_warning_handler { _, _, _ in }
    _ = unsafe igraph_set_interruption_handler { _ in
      guard Task.isCancelled else { return IGRAPH_SUCCESS }
      // igraph returns at once: on its list are variables of the call that is left, which must be freed now.
      IGRAPH_FINALLY_FREE()
      return IGRAPH_INTERRUPTED
    }
  }
}
