import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How the program ended.
enum ExitStatus: Int32, Error {
  case done = 0
  /// A failure, or with `--strict` a warning; what it was has been said.
  case failure = 1
  /// The command line was wrong.
  case usage = 2

  /// Ends the program. What a failure leaves half-written is taken away, and so are the folders that
  /// were made for it.
  func leave() -> Never {
    if self != .done { TemporaryFiles.shared.removeAll() }
    exit(rawValue)
  }
}
