/// Somewhere that bytes go, in order: memory, a file, standard output.
///
/// A sink is a class, because what it stands for (a file) has an identity and an end.
public protocol ByteSink: AnyObject {
  /// Takes the bytes, at once or into a buffer.
  ///
  /// - Throws: `FileError` when they, or bytes taken before them, cannot be written.
  func append(_ bytes: Span<UInt8>) throws(FileError)
}

extension ByteSink {
  /// Takes all bytes of a buffer and empties it.
  ///
  /// - Throws: `FileError` as `append(_:)` does; the buffer is then as it was.
  public func drain(_ buffer: inout ByteBuffer) throws(FileError) {
    try buffer.withBytes { bytes throws(FileError) in try append(bytes) }
    buffer.clear()
  }

  /// Takes the UTF-8 of a text.
  public func append(_ text: String) throws(FileError) {
    let bytes = Array(text.utf8)
    try append(bytes.span)
  }
}

/// A sink that keeps all bytes in memory.
public final class MemorySink: ByteSink {
  /// The bytes so far.
  public var bytes: [UInt8] { buffer.bytes }

  private var buffer = ByteBuffer()

  /// An empty sink.
  public init() {}

  public func append(_ bytes: Span<UInt8>) {
    buffer.append(bytes)
  }
}
