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

  func leave() -> Never {
    exit(rawValue)
  }
}
