#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder that results go to.
public struct OutputFolder: Sendable, Equatable {
  /// The folder as the user named it.
  public let path: String

  /// Takes a folder, making it and its parents where they are missing, and clears it of partial
  /// files that killed runs left.
  ///
  /// - Parameter path: The folder; empty means the current one.
  /// - Throws: `FileError` when the path, or a part of it, is a file, or cannot be made.
  public init(creating path: String) throws(FileError) {
    self.path = path.isEmpty ? "." : path
    try Self.make(self.path, shownPath: self.path)
    PartialFile.removeStale(in: self.path)
  }

  /// The path of a file in the folder.
  public func path(of name: String) -> String {
    path.hasSuffix("/") ? path + name : path + "/" + name
  }

  private static func make(_ path: String, shownPath: String) throws(FileError) {
    var existing = stat()
    if unsafe stat(path, &existing) == 0 {
      guard existing.st_mode & S_IFMT == S_IFDIR else {
        throw FileError(path: path, action: "create the folder", reason: "it is a file")
      }
      return
    }
    guard errno == ENOENT else {
      // ENOTDIR: a parent is a file; say which.
      if errno == ENOTDIR, let parent = parent(of: path) { try make(parent, shownPath: shownPath) }
      throw FileError(path: shownPath, action: "create the folder", errno: errno)
    }
    if let parent = parent(of: path) { try make(parent, shownPath: shownPath) }
    // Another process may have made it meanwhile.
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw FileError(path: shownPath, action: "create the folder", errno: errno)
    }
  }

  private static func parent(of path: String) -> String? {
    var bytes = Array(path.utf8)
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    while let last = bytes.last, last != UInt8(ascii: "/") { bytes.removeLast() }
    while bytes.last == UInt8(ascii: "/"), bytes.count > 1 { bytes.removeLast() }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
