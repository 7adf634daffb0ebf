#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The bytes of a file, read-only: a memory map for a large regular file, a copy otherwise.
///
/// Small files are copied because that costs less than mapping them, pipes and devices because they
/// cannot be mapped. A mapped file must not be shortened by another process while it is open: the
/// operating system ends a process that touches pages which are gone.
///
/// Invariant of the unsafe code: `.mapped` holds the address and length of a mapping made by `init`
/// and removed only by `deinit`; its bytes are handed out only within `withBytes`.
@safe public final class FileBytes: @unchecked Sendable {
  @unsafe private enum Storage {
    case mapped(UnsafeRawBufferPointer)
    case copied([UInt8])
  }

  /// Regular files from this size on, in bytes, are mapped.
  static let smallestMap = 1 << 20

  /// So many bytes of a pipe are taken at most: it may have no end.
  public static let largestStream = 4 << 30

  private let storage: Storage

  /// The number of bytes.
  public let count: Int

  /// Opens a file and maps or reads all of it.
  ///
  /// - Parameter path: The file's path, or that of an open descriptor such as `/dev/stdin`.
  /// - Throws: `FileError` when the file cannot be opened or read, or is a folder, or a pipe or device
  ///   given by its name (`ReadablePath`).
  public convenience init(path: String) throws(FileError) {
    if let refusal = ReadablePath.refusal(of: path) {
      throw FileError(path: path, action: "read", reason: "it \(refusal)")
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, action: "read", errno: errno) }
    defer { close(descriptor) }
    try self.init(descriptor: descriptor, path: path)
  }

  /// Reads a stretch of a file; fewer bytes where the file ends before.
  ///
  /// A copy, also of a large file: threads that map and unmap stretch after stretch wait for each other.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - range: Which bytes.
  /// - Throws: `FileError` when the file cannot be opened or read, or is no regular file.
  public init(path: String, range: Range<Int>) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, action: "read", errno: errno) }
    defer { close(descriptor) }
    var failure: FileError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, done in
      while done < range.count, let base = buffer.baseAddress {
        let got = unsafe pread(
          descriptor, base + done, range.count - done, off_t(range.lowerBound + done))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = FileError(path: path, action: "read", errno: errno) }
        guard got > 0 else { break }
        done += got
      }
    }
    if let failure { throw failure }
    unsafe storage = .copied(bytes)
    count = bytes.count
  }

  /// Maps or reads what an open descriptor gives, up to its end; the descriptor stays open.
  ///
  /// - Parameters:
  ///   - descriptor: An open, readable file descriptor; 0 is standard input.
  ///   - path: What error messages call the file.
  ///   - limit: The largest number of bytes that a pipe or device may give.
  /// - Throws: `FileError` when reading fails.
  public init(
    descriptor: Int32, path: String, limit: Int = largestStream
  ) throws(FileError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileError(path: path, action: "read", errno: errno)
    }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    let size = isRegular ? Int(status.st_size) : 0
    // A redirected descriptor may stand in the middle of its file: only a whole file is mapped.
    if size >= Self.smallestMap, lseek(descriptor, 0, SEEK_CUR) == 0,
      let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe start != MAP_FAILED
    {
      unsafe storage = .mapped(UnsafeRawBufferPointer(start: start, count: size))
      count = size
    } else {
      let bytes = try Self.readAll(
        descriptor, path: path, expected: size, limit: isRegular ? .max : limit)
      unsafe storage = .copied(bytes)
      count = bytes.count
    }
  }

  /// Maps a part of an open file; nil where the system cannot.
  ///
  /// - Parameters:
  ///   - descriptor: An open, readable descriptor; it may be closed afterwards.
  ///   - start: The first byte, at the beginning of a page.
  ///   - count: The number of bytes, 1 or more, all of which the file has.
  init?(mapping descriptor: Int32, from start: Int, count: Int) {
    guard let base = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, off_t(start)),
      unsafe base != MAP_FAILED
    else { return nil }
    unsafe storage = .mapped(UnsafeRawBufferPointer(start: base, count: count))
    self.count = count
  }

  deinit {
    if case .mapped(let bytes) = unsafe storage {
      unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
  }

  /// Lends the bytes for the duration of a call.
  ///
  /// - Parameter body: Receives the bytes, which it must not keep.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  public func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch unsafe storage {
    case .copied(let bytes):
      return try body(bytes.span)
    case .mapped(let bytes):
      let elements = unsafe bytes.assumingMemoryBound(to: UInt8.self)
      return try body(unsafe Span(_unsafeElements: elements))
    }
  }

  /// Reads what an open descriptor gives piece by piece, holding one piece in memory.
  ///
  /// - Parameters:
  ///   - descriptor: An open, readable file descriptor; 0 is standard input.
  ///   - path: What error messages call the file.
  ///   - chunk: Receives the pieces in order.
  /// - Throws: `FileError` when reading fails, or what `chunk` throws.
  public static func stream(
    descriptor: Int32, path: String, _ chunk: (Span<UInt8>) throws -> Void
  ) throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = try read(descriptor, path: path, into: &buffer)
      if got == 0 { return }
      try chunk(buffer.span.extracting(first: got))
    }
  }

  /// Reads once; 0 bytes mean the end.
  private static func read(
    _ descriptor: Int32, path: String, into buffer: inout [UInt8]
  ) throws(FileError) -> Int {
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { bytes in
        #if canImport(Darwin)
          unsafe Darwin.read(descriptor, bytes.baseAddress, bytes.count)
        #else
          unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      if got >= 0 { return got }
      // A signal may interrupt the call before anything was read.
      guard errno == EINTR else { throw FileError(path: path, action: "read", errno: errno) }
    }
  }

  /// Reads to the end of the file; `expected` is the likely size, 0 when unknown.
  private static func readAll(
    _ descriptor: Int32, path: String, expected: Int, limit: Int
  ) throws(FileError) -> [UInt8] {
    // One byte more than expected shows the end by the same call.
    var chunk = [UInt8](repeating: 0, count: expected > 0 ? expected + 1 : 1 << 16)
    var bytes: [UInt8] = []
    while true {
      let got = try read(descriptor, path: path, into: &chunk)
      if got == 0 { return bytes }
      if bytes.isEmpty, got == expected {
        // The usual case keeps the buffer that was read into.
        chunk.removeLast(chunk.count - got)
        swap(&bytes, &chunk)
        chunk = [UInt8](repeating: 0, count: 512)
      } else {
        guard got <= limit - bytes.count else {
          throw FileError(
            path: path, action: "read", reason: "it gives more than \(limit) bytes")
        }
        bytes.append(contentsOf: chunk[..<got])
      }
    }
  }
}
