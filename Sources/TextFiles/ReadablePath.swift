#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Which paths are opened to be read to their end.
///
/// A pipe that is given by its name waits until somebody writes to it, perhaps for ever, and a device
/// such as `/dev/zero` has no end. Both are refused, unless the path stands for an open descriptor of
/// the process (`/dev/stdin`, `/dev/fd/63`, which is what `<(…)` becomes): then the user gave what
/// is behind it on purpose. `/dev/null` is an empty file.
public enum ReadablePath {
  /// Why a path is not read.
  ///
  /// - Parameter path: A path; a link stands for what it leads to.
  /// - Returns: The reason in plain words, to stand after the path; nil where it may be opened, or
  ///   where there is nothing, which opening it tells.
  public static func refusal(of path: String) -> String? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFDIR: return nil
    default:
      if isDescriptor(path) { return nil }
      let device = status.st_rdev
      if unsafe stat("/dev/null", &status) == 0, status.st_rdev == device, device != 0 {
        return nil
      }
      return "is not a regular file"
    }
  }

  /// Whether a path leads to anything.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  /// Whether a path leads to a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path names a descriptor that is open already.
  private static func isDescriptor(_ path: String) -> Bool {
    if path == "/dev/stdin" { return true }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    // "/dev/fd/63" and, on Linux, "/proc/self/fd/63".
    guard parts.first == "", let number = parts.last, Int(number) != nil else { return false }
    return parts.dropLast() == ["", "dev", "fd"]
      || parts.count == 5 && parts[1] == "proc" && parts[3] == "fd"
  }
}
