#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A failure of the system to read, write or make a file or folder.
public struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file or folder as the user named it.
  public let path: String

  /// What was tried: `read`, `write`, `create`, `rename`.
  public let action: String

  /// Why it failed, in the system's words or ours.
  public let reason: String

  /// - Parameters:
  ///   - path: The file or folder as the user named it.
  ///   - action: What was tried, as an infinitive.
  ///   - reason: Why it failed.
  public init(path: String, action: String, reason: String) {
    self.path = path
    self.action = action
    self.reason = reason
  }

  /// - Parameters:
  ///   - path: The file or folder as the user named it.
  ///   - action: What was tried, as an infinitive.
  ///   - errno: The system's error number.
  public init(path: String, action: String, errno: Int32) {
    self.init(path: path, action: action, reason: unsafe String(cString: strerror(errno)))
  }

  public var description: String { "cannot \(action) \"\(path)\": \(reason)" }
}
