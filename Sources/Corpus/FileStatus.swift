import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the file system knows a file by, whatever its path.
struct FileIdentity: Hashable {
  var device: UInt64
  var inode: UInt64
}

/// What the file system says of a path, links followed.
struct FileStatus {
  let identity: FileIdentity
  let size: Int
  let isFolder: Bool
  let isRegular: Bool

  /// - Parameter path: A path; a link stands for what it leads to.
  /// - Throws: `FileError` when there is nothing, or the folders above cannot be entered.
  init(path: String) throws(FileError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw FileError(path: path, action: "read", errno: errno)
    }
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      inode: UInt64(truncatingIfNeeded: status.st_ino))
    size = Int(status.st_size)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }
}

/// The names in a folder.
enum FolderListing {
  /// The names in a folder, hidden ones aside, in the order of their bytes.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - unreadable: Is told how a name reads that is not valid UTF-8, and so cannot be opened.
  /// - Throws: `FileError` when the folder cannot be listed.
  static func names(
    in path: String, unreadable: (String) -> Void
  ) throws(FileError) -> [String] {
    guard let folder = unsafe opendir(path) else {
      throw FileError(path: path, action: "list", errno: errno)
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        if errno != 0 { throw FileError(path: path, action: "list", errno: errno) }
        break
      }
      // An entry may be shorter than its type, so the name is read through its address, up to its
      // NUL, which `readdir` guarantees.
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
        preconditionFailure("d_name is a stored member")
      }
      let start = unsafe UnsafeRawPointer(entry).advanced(by: offset)
        .assumingMemoryBound(to: CChar.self)
      guard unsafe start.pointee != 0x2E else { continue }
      if let name = unsafe String(validatingCString: start) {
        names.append(name)
      } else {
        unreadable(unsafe String(cString: start))
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
