#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A buffered sink over an open file descriptor, which it does not close.
///
/// What stands in the buffer when the sink is dropped is lost: call `flush()` at the end.
public final class FileSink: ByteSink {
  /// What error messages call the file.
  public let path: String

  private let descriptor: Int32
  private var pending = ByteBuffer()
  private var behind: WriteBehind?

  /// Large enough that the system call costs nothing beside the copying.
  private static let capacity = 1 << 18

  /// So many bytes at once are written as they are.
  private static let enough = 1 << 16

  /// - Parameters:
  ///   - descriptor: A descriptor open for writing; it stays open for as long as the sink is used.
  ///   - path: What error messages call the file.
  public convenience init(descriptor: Int32, path: String) {
    self.init(descriptor: descriptor, path: path, behind: nil)
  }

  /// - Parameter behind: What follows a file that is written from its beginning.
  init(descriptor: Int32, path: String, behind: WriteBehind?) {
    self.descriptor = descriptor
    self.path = path
    self.behind = behind
  }

  /// A sink to the standard output of the process.
  public static func standardOutput() -> FileSink {
    FileSink(descriptor: STDOUT_FILENO, path: "standard output")
  }

  public func append(_ bytes: Span<UInt8>) throws(FileError) {
    if pending.isEmpty, bytes.count >= Self.enough { return try writeAll(bytes) }
    if pending.count + bytes.count > Self.capacity {
      try flush()
      if bytes.count >= Self.enough { return try writeAll(bytes) }
    }
    pending.append(bytes)
  }

  /// Hands all that is buffered to the system.
  ///
  /// - Throws: `FileError` with the system's reason; the buffer is then kept.
  public func flush() throws(FileError) {
    guard !pending.isEmpty else { return }
    try pending.withBytes { bytes throws(FileError) in try writeAll(bytes) }
    pending.clear()
  }

  private func writeAll(_ bytes: Span<UInt8>) throws(FileError) {
    let failure = unsafe bytes.withUnsafeBytes { raw -> Int32 in
      var done = 0
      while done < raw.count {
        guard let base = raw.baseAddress else { break }
        let written = unsafe write(descriptor, base + done, raw.count - done)
        if written < 0 {
          if errno == EINTR { continue }
          return errno
        }
        done += written
      }
      return 0
    }
    if failure != 0 { throw FileError(path: path, action: "write", errno: failure) }
    behind?.note(bytes.count)
  }
}
