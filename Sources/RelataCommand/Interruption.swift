import Relata
import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ctrl-C and its like: partial files are taken away, then the program ends by the signal.
enum Interruption {
  /// Begins to wait for signals on a thread of its own. Called before any other thread exists, so
  /// that all of them leave the signals to it.
  static func prepare() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    unsafe pthread_create(&thread, nil, { _ in Interruption.wait() }, nil)
  }

  private static func wait() -> Never {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, signal) }
    var received: Int32 = 0
    while unsafe sigwait(&signals, &received) != 0 {}
    TemporaryFiles.shared.removeAll()
    Console.clearProgress()
    var one = sigset_t()
    unsafe sigemptyset(&one)
    unsafe sigaddset(&one, received)
    unsafe pthread_sigmask(SIG_UNBLOCK, &one, nil)
    signal(received, SIG_DFL)
    raise(received)
    exit(128 + received)
  }
}
