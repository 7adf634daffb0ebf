import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that takes bytes out of memory for a while: it has no name, and is gone when nobody uses it
/// any more or the process ends, however that ends.
final class ScratchFile: Sendable {
  private let descriptor: Int32
  private let folder: String
  private let end = Mutex(0)

  /// Makes a file.
  ///
  /// - Parameters:
  ///   - folder: A folder on the disk that takes it.
  ///   - registry: Where to note it for the moment that it has a name.
  /// - Throws: `FileError` when the folder takes no file, or the run is being interrupted.
  init(in folder: String, registry: TemporaryFiles) throws(FileError) {
    self.folder = folder
    let made: (number: Int, descriptor: Int32)
    do {
      let target = folder.hasSuffix("/") ? folder + "scratch" : folder + "/scratch"
      made = try PartialFile.open(beside: target, shownPath: folder, registry: registry)
    } catch {
      throw Self.failure(folder, error.reason)
    }
    registry.remove(made.number)
    descriptor = made.descriptor
  }

  deinit { _ = close(descriptor) }

  /// Writes bytes behind all others.
  ///
  /// - Returns: The bytes, mapped from the file; nil where the system cannot map them.
  /// - Throws: `FileError` when the disk is full or a limit or quota is reached.
  func append(_ bytes: Span<UInt8>) throws(FileError) -> FileBytes? {
    // A map begins at a page.
    let page = Int(getpagesize())
    let start = end.withLock { end in
      defer { end += (bytes.count + page - 1) / page * page }
      return end
    }
    let code = unsafe bytes.withUnsafeBytes { raw -> Int32 in
      var done = 0
      while done < raw.count {
        guard let base = raw.baseAddress else { break }
        let written = unsafe pwrite(
          descriptor, base + done, raw.count - done, off_t(start + done))
        if written < 0 {
          if errno == EINTR { continue }
          return errno
        }
        done += written
      }
      return 0
    }
    if code != 0 { throw Self.failure(folder, FileError(path: "", action: "", errno: code).reason) }
    return FileBytes(mapping: descriptor, from: start, count: bytes.count)
  }

  private static func failure(_ folder: String, _ reason: String) -> FileError {
    FileError(path: folder, action: "write a temporary file in", reason: reason)
  }
}
