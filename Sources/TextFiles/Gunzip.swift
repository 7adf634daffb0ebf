import CZlib

/// Why gzip data could not be decompressed.
public enum GunzipError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The data ends before the end that its format states.
  case truncated
  /// The data is not gzip, or its content does not agree with its checksum.
  case damaged(String)
  /// The decompressed size exceeds the limit, given in bytes.
  case tooLarge(limit: Int)
  /// zlib could not be started, for want of memory.
  case outOfMemory

  /// The reason in plain words, to stand after a path.
  public var description: String {
    switch self {
    case .truncated: "the gzip data ends too early; the file is cut off"
    case .damaged(let detail): "the gzip data is damaged (\(detail))"
    case .tooLarge(let limit): "the gzip data unpacks to more than \(limit) bytes"
    case .outOfMemory: "no memory to unpack the gzip data"
    }
  }
}

/// Decompresses gzip data, also of several members one after the other.
public enum Gunzip {
  /// The largest decompressed size unless the caller gives another: 4 GiB.
  public static let defaultLimit = 4 << 30

  /// Whether the bytes begin as gzip data does.
  ///
  /// - Parameter bytes: The beginning of a file.
  public static func isGzip(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
  }

  /// Decompresses all of `bytes` into memory.
  ///
  /// - Parameters:
  ///   - bytes: One or more gzip members.
  ///   - limit: The largest decompressed size, in bytes.
  /// - Returns: The decompressed bytes.
  /// - Throws: `GunzipError` when the data is cut off, damaged or exceeds the limit.
  public static func inflate(
    _ bytes: Span<UInt8>, limit: Int = defaultLimit
  ) throws(GunzipError) -> [UInt8] {
    var result: [UInt8] = []
    try run(bytes, limit: limit, chunkSize: 1 << 18) { chunk in
      unsafe chunk.withUnsafeBufferPointer { unsafe result.append(contentsOf: $0) }
      return true
    }
    return result
  }

  /// Decompresses `bytes` piece by piece, holding one piece in memory.
  ///
  /// - Parameters:
  ///   - bytes: One or more gzip members.
  ///   - limit: The largest decompressed size, in bytes.
  ///   - chunkSize: The size of a piece, in bytes.
  ///   - chunk: Receives the pieces in order.
  /// - Throws: `GunzipError` after the pieces before the failure were handed over, or what `chunk`
  ///   throws.
  public static func stream(
    _ bytes: Span<UInt8>, limit: Int = defaultLimit, chunkSize: Int = 1 << 18,
    _ chunk: (Span<UInt8>) throws -> Void
  ) throws {
    var failure: (any Error)?
    try run(bytes, limit: limit, chunkSize: chunkSize) { piece in
      do { try chunk(piece) } catch { failure = error }
      return failure == nil
    }
    if let failure { throw failure }
  }

  /// Decompresses until the end or until `chunk` returns false.
  ///
  /// The unsafe code relies on this: the stream's input pointer lies within `bytes` and its output
  /// pointer within `output`, for as long as zlib is called; the stream does not move in memory.
  private static func run(
    _ bytes: Span<UInt8>, limit: Int, chunkSize: Int, chunk: (Span<UInt8>) -> Bool
  ) throws(GunzipError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    defer { unsafe stream.deallocate() }
    // 15 is the largest window; 16 asks for gzip framing.
    guard unsafe relata_inflate_init(stream, 15 + 16) == Z_OK else { throw .outOfMemory }
    defer { unsafe inflateEnd(stream) }

    var output = [UInt8](repeating: 0, count: chunkSize)
    var position = 0
    var total = 0
    while true {
      // zlib counts in 32 bits, so input goes in by pieces.
      let available = min(bytes.count - position, 1 << 30)
      let (status, used, produced) = unsafe bytes.withUnsafeBufferPointer { input in
        unsafe output.withUnsafeMutableBufferPointer { buffer in
          unsafe stream.pointee.next_in = input.baseAddress.map {
            unsafe UnsafeMutablePointer(mutating: $0 + position)
          }
          unsafe stream.pointee.avail_in = UInt32(available)
          unsafe stream.pointee.next_out = buffer.baseAddress
          unsafe stream.pointee.avail_out = UInt32(buffer.count)
          let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
          return unsafe (
            status, available - Int(stream.pointee.avail_in),
            buffer.count - Int(stream.pointee.avail_out)
          )
        }
      }
      position += used
      if produced > 0 {
        total += produced
        guard total <= limit else { throw .tooLarge(limit: limit) }
        guard chunk(output.span.extracting(first: produced)) else { return }
      }
      switch status {
      case Z_OK: break
      case Z_STREAM_END:
        // Tape and block devices pad files with zeros, which are not another member.
        while position < bytes.count, bytes[position] == 0 { position += 1 }
        if position == bytes.count { return }
        guard isGzip(bytes.extracting(position...)) else {
          throw .damaged("what follows it is not gzip")
        }
        guard unsafe inflateReset(stream) == Z_OK else { throw .outOfMemory }
      case Z_BUF_ERROR:
        // No progress was possible, with room for output: input is missing.
        if used == 0, produced == 0 { throw .truncated }
      case Z_MEM_ERROR: throw .outOfMemory
      default:
        let message = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
        throw .damaged(message ?? "zlib status \(status)")
      }
    }
  }
}
