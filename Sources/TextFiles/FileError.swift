#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file or folder that could not be opened, read or written: `cannot read "a.txt": No such file`.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path as the user gave it.
  public var path: String

  /// What was tried, as a verb: `read`, `write`, `list`.
  public var action: String

  /// Why it failed, in the words of the operating system where it gave a reason.
  public var reason: String

  /// - Parameters:
  ///   - path: The path as the user gave it.
  ///   - action: What was tried, as a verb: `read`, `write`, `list`.
  ///   - reason: Why it failed.
  public init(path: String, action: String, reason: String) {
    self.path = path
    self.action = action
    self.reason = reason
  }

  /// - Parameters:
  ///   - path: The path as the user gave it.
  ///   - action: What was tried, as a verb: `read`, `write`, `list`.
  ///   - code: The value of `errno` after the failure.
  public init(path: String, action: String, errno code: Int32) {
    // `strerror` answers from constant or thread-local storage for every known code.
    let words = unsafe strerror(code).map { unsafe String(cString: $0) }
    self.init(path: path, action: action, reason: words ?? "error \(code)")
  }

  /// One line that says what failed, where and why.
  public var description: String { "cannot \(action) \"\(path)\": \(reason)".onOneLine }
}
