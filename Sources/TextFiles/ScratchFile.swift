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
    let start = take(bytes.count)
    try write(bytes, at: start)
    return FileBytes(mapping: descriptor, from: start, count: bytes.count)
  }

  /// Makes room behind all others, zeros at first.
  ///
  /// The zeros are written before they are mapped: a process that writes to a map for which the disk has
  /// no room is ended by the system.
  ///
  /// - Returns: So many bytes, mapped to be read and written and given back by `munmap`; nil where the
  ///   system cannot map them. They outlive this object.
  /// - Throws: `FileError` when the disk is full or a limit or quota is reached.
  @unsafe func makeRoom(_ count: Int) throws(FileError) -> UnsafeMutableRawPointer? {
    let start = take(count)
    for done in stride(from: 0, to: count, by: Self.zeros.count) {
      try write(
        Self.zeros.span.extracting(first: min(Self.zeros.count, count - done)), at: start + done)
    }
    guard
      let room = unsafe mmap(
        nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, off_t(start)),
      unsafe room != MAP_FAILED
    else { return nil }
    #if os(Linux)
      // The pages are entered at once: one call instead of a fault for each. It may fail.
      _ = unsafe madvise(room, count, MADV_POPULATE_WRITE)
    #endif
    return unsafe room
  }

  private static let zeros = [UInt8](repeating: 0, count: 1 << 16)

  /// Takes some bytes of the file, from a page on, as maps need it.
  private func take(_ count: Int) -> Int {
    let page = Int(getpagesize())
    return end.withLock { end in
      defer { end += (count + page - 1) / page * page }
      return end
    }
  }

  private func write(_ bytes: Span<UInt8>, at start: Int) throws(FileError) {
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
  }

  private static func failure(_ folder: String, _ reason: String) -> FileError {
    FileError(path: folder, action: "write a temporary file in", reason: reason)
  }
}
