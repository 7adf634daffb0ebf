import Relata
import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What signals do: after Ctrl-C and its like, partial files are taken away, then the program ends by
/// the signal.
///
/// A handler may call next to nothing, so it writes the number of its signal into a pipe, at whose
/// other end a thread waits. Blocking the signals and waiting for them by `sigwait` does not serve:
/// the main thread of an asynchronous program waits with all signals open, and would be ended by them.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// The two ends of the pipe; -1 where there is none.
  private static let ends: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }()

  /// Sets what signals do.
  static func prepare() {
    // A closed pipe ends the program quietly, whoever started it; a file that may grow no further
    // (`ulimit -f`) is an error like a full disk, and leaves nothing half-written.
    signal(SIGPIPE, SIG_DFL)
    signal(SIGXFSZ, SIG_IGN)
    guard ends.read >= 0 else { return }
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard unsafe pthread_create(&thread, nil, { _ in Interruption.wait() }, nil) == 0 else {
      return
    }
    // The parent's mask is inherited, and says nothing of what the user wants.
    open(signals)
    // What the parent had us ignore (`nohup`, a job in the background of a script) stays ignored.
    for number in signals where !isIgnored(number) {
      signal(number) { received in
        let before = errno
        var byte = UInt8(truncatingIfNeeded: received)
        _ = unsafe write(Interruption.ends.write, &byte, 1)
        errno = before
      }
    }
  }

  /// Lets signals through to the calling thread, and to those that it makes.
  private static func open(_ numbers: [Int32]) {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for number in numbers { unsafe sigaddset(&set, number) }
    unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
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
    var byte: UInt8 = 0
    while unsafe read(ends.read, &byte, 1) != 1 {}
    TemporaryFiles.shared.removeAll()
    Console.clearProgress()
    let received = Int32(byte)
    signal(received, SIG_DFL)
    open([received])
    raise(received)
    exit(128 + received)
  }
}
