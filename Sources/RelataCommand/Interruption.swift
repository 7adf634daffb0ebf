import Relata
import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What signals do: after Ctrl-C and its like, partial files are taken away, then the program ends by
/// the signal.
enum Interruption {
  /// Begins to wait for signals on a thread of its own. Called before any other thread exists, so
  /// that all of them leave the signals to it.
  static func prepare() {
    // A closed pipe ends the program quietly, whoever started it; a file that may grow no further
    // (`ulimit -f`) is an error like a full disk, and leaves nothing half-written.
    signal(SIGPIPE, SIG_DFL)
    signal(SIGXFSZ, SIG_IGN)
    var signals = watched()
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    unsafe pthread_create(&thread, nil, { _ in Interruption.wait() }, nil)
  }

  /// The signals to wait for. What the parent had us ignore (`nohup`, a shell's background job) stays
  /// ignored: a blocked signal would be delivered all the same.
  private static func watched() -> sigset_t {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      unsafe sigaddset(&signals, number)
    }
    return signals
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    // SIG_IGN is the address 1 on every system; Swift cannot compare C functions.
    #if canImport(Darwin)
      return unsafe unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
    #else
      return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    #endif
  }

  private static func wait() -> Never {
    var signals = watched()
    var received: Int32 = 0
    while unsafe sigwait(&signals, &received) != 0 {}
    TemporaryFiles.shared.removeAll()
    Console.clearProgress()
    var one = sigset_t()
    unsafe sigemptyset(&one)
    unsafe sigaddset(&one, received)
    signal(received, SIG_DFL)
    unsafe pthread_sigmask(SIG_UNBLOCK, &one, nil)
    raise(received)
    exit(128 + received)
  }
}
