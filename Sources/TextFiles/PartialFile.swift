#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The hidden neighbours that files are written to before they take their names:
/// `.NAME.PID-N.partial`.
///
/// A process that writes one holds a lock on it (`flock`), which the system takes back however the
/// process ends. So a partial file that can be locked, and whose process is gone, belongs to nobody.
/// The lock is asked beside the process number because containers that share a folder count their
/// processes apart, and because a number comes round again.
enum PartialFile {
  private static let suffix = ".partial"

  /// Makes the neighbour of a target, open for reading and writing, and locked.
  ///
  /// - Parameters:
  ///   - target: The path of the target.
  ///   - shownPath: What error messages call it.
  ///   - registry: Where to note it.
  /// - Throws: `FileError` when the folder takes no file, or the run is being interrupted.
  static func open(
    beside target: String, shownPath: String, registry: TemporaryFiles
  ) throws(FileError) -> (number: Int, descriptor: Int32) {
    let (folder, name) = split(target)
    // A name may have up to 255 bytes: a long one is cut, at a scalar, to leave room for the rest.
    let stem = String(decoding: name.utf8.prefix(200), as: UTF8.self)
    let process = getpid()
    for _ in 0..<1000 {
      let made = registry.make(
        { "\(folder).\(stem).\(process)-\($0)\(suffix)" },
        open: { Self.open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) })
      guard let (number, descriptor, code) = made else {
        throw FileError(path: shownPath, action: "write", reason: "interrupted")
      }
      guard descriptor >= 0 else {
        // The file of a process that bore our number, here or in another container.
        if code == EEXIST { continue }
        throw FileError(path: shownPath, action: "write", errno: code)
      }
      // A file system without locks keeps no file from being written.
      _ = flock(descriptor, LOCK_EX | LOCK_NB)
      var status = stat()
      if unsafe fstat(descriptor, &status) == 0, status.st_nlink > 0 {
        return (number, descriptor)
      }
      // Another process swept it away before it was locked.
      _ = close(descriptor)
      registry.forget(number)
    }
    throw FileError(path: shownPath, action: "write", errno: EEXIST)
  }

  /// Takes away what killed processes left in a folder; what cannot be taken away stays.
  ///
  /// - Parameter path: The folder.
  static func removeStale(in path: String) {
    guard let folder = unsafe opendir(path) else { return }
    defer { unsafe closedir(folder) }
    while let entry = unsafe readdir(folder) {
      // An entry may be shorter than its type, so the name is read through its address, up to its
      // NUL, which `readdir` guarantees.
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
      let start = unsafe UnsafeRawPointer(entry).advanced(by: offset)
        .assumingMemoryBound(to: CChar.self)
      guard let name = unsafe String(validatingCString: start), let process = writer(of: name),
        process == getpid() || kill(process, 0) != 0 && errno == ESRCH
      else { continue }
      removeUnlocked(path.hasSuffix("/") ? path + name : path + "/" + name)
    }
  }

  /// The number of the process that a partial file is named after.
  private static func writer(of name: String) -> pid_t? {
    guard name.hasPrefix("."), name.hasSuffix(suffix) else { return nil }
    let rest = name.dropLast(suffix.count)
    guard let dot = rest.lastIndex(of: "."), dot > rest.startIndex else { return nil }
    let numbers = rest[rest.index(after: dot)...].split(
      separator: "-", omittingEmptySubsequences: false)
    guard numbers.count == 2, let process = pid_t(numbers[0]), process > 0, Int(numbers[1]) != nil
    else { return nil }
    return process
  }

  private static func removeUnlocked(_ path: String) {
    let descriptor = Self.open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0)
    guard descriptor >= 0 else { return }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return }
    _ = unsafe unlink(path)
  }

  /// `open(2)`, whose name the function above hides.
  private static func open(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
    #if canImport(Darwin)
      unsafe Darwin.open(path, flags, mode)
    #else
      unsafe Glibc.open(path, flags, mode)
    #endif
  }

  /// The folder with its slash (empty for the current one) and the name.
  static func split(_ path: String) -> (folder: Substring, name: Substring) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path[...]) }
    let after = path.utf8.index(after: slash)
    return (path[..<after], path[after...])
  }
}
