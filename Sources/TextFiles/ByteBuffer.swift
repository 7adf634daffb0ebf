/// Bytes in memory that text is appended to, with no formatting machinery in between.
///
/// Writers fill one and hand it to a `ByteSink` whenever it grows beyond some size.
public struct ByteBuffer: Sendable, Equatable {
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty buffer.
  public init() {}

  /// How many bytes there are.
  public var count: Int { bytes.count }

  /// Whether there are none.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Empties the buffer and keeps its storage.
  public mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Makes room for so many bytes in all.
  public mutating func reserve(_ capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Appends one byte.
  public mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends the UTF-8 of a text.
  public mutating func append(_ text: String) {
    append(text.utf8.span)
  }

  /// Appends the bytes of another buffer.
  public mutating func append(_ other: ByteBuffer) {
    bytes.append(contentsOf: other.bytes)
  }

  /// Appends some bytes.
  public mutating func append(contentsOf other: some Collection<UInt8>) {
    bytes.append(contentsOf: other)
  }

  /// Appends some bytes.
  public mutating func append(_ other: Span<UInt8>) {
    unsafe other.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends one Unicode scalar as UTF-8.
  public mutating func append(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
