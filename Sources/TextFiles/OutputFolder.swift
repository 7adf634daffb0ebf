#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder that results go to.
public struct OutputFolder: Sendable, Equatable {
  /// The folder as the user named it.
  public let path: String

  /// The folders that were made for it, each after the one that holds it.
  let made: [String]

  /// Takes a folder, making it and its parents where they are missing, and clears it of partial
  /// files that killed runs left.
  ///
  /// - Parameters:
  ///   - path: The folder; empty means the current one.
  ///   - registry: Where to note what is made, so that a run that fails can take it away.
  /// - Throws: `FileError` when the path, or a part of it, is a file, or cannot be made.
  public init(creating path: String, registry: TemporaryFiles = .shared) throws(FileError) {
    self.path = path.isEmpty ? "." : path
    var made: [String] = []
    try Self.make(self.path, shownPath: self.path, registry, &made)
    self.made = made
    PartialFile.removeStale(in: self.path)
  }

  /// The path of a file in the folder.
  public func path(of name: String) -> String {
    path.hasSuffix("/") ? path + name : path + "/" + name
  }

  /// The names of those files of the folder that are among the given ones.
  ///
  /// - Parameter names: The names to look for.
  /// - Returns: Those that are there, links that lead nowhere included, in the order given.
  public func existing(_ names: [String]) -> [String] {
    names.filter { name in
      var status = stat()
      return unsafe lstat(path(of: name), &status) == 0
    }
  }

  private static func make(
    _ path: String, shownPath: String, _ registry: TemporaryFiles, _ made: inout [String]
  ) throws(FileError) {
    var existing = stat()
    if unsafe stat(path, &existing) == 0 {
      guard existing.st_mode & S_IFMT == S_IFDIR else {
        throw FileError(path: path, action: "create the folder", reason: "it is a file")
      }
      return
    }
    guard errno == ENOENT else {
      // ENOTDIR: a parent is a file; say which.
      if errno == ENOTDIR, let parent = parent(of: path) {
        try make(parent, shownPath: shownPath, registry, &made)
      }
      throw FileError(path: shownPath, action: "create the folder", errno: errno)
    }
    if let parent = parent(of: path) { try make(parent, shownPath: shownPath, registry, &made) }
    let failure = registry.makeFolder(path)
    if failure == 0 { made.append(path) }
    // Another process may have made it meanwhile.
    guard failure == 0 || failure == EEXIST else {
      throw FileError(path: shownPath, action: "create the folder", errno: failure)
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
