/// Bytes in memory that text is appended to, with no formatting machinery in between.
///
/// Writers fill one and hand it to a `ByteSink` whenever it grows beyond some size. A buffer cannot be
/// copied: so it is never shared, and appending is a comparison and a store.
///
/// Invariant of the unsafe code: `base` is the address of `capacity` bytes that belong to this buffer
/// alone, of which the first `count` are initialised; bytes are stored only behind `count` after
/// `makeRoom` has seen to it that they fit, and handed out only within `withBytes`.
@safe public struct ByteBuffer: ~Copyable, @unchecked Sendable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int

  /// How many bytes there are.
  @inlinable public var count: Int { end }

  @usableFromInline var end = 0

  /// An empty buffer.
  public init() {
    capacity = 256
    unsafe base = UnsafeMutablePointer.allocate(capacity: capacity)
  }

  deinit { unsafe base.deallocate() }

  /// Gives the memory of the bytes away, to be deallocated by whoever takes it.
  @unsafe package consuming func release() -> UnsafeMutablePointer<UInt8> {
    let base = unsafe self.base
    discard self
    return unsafe base
  }

  /// Whether there are none.
  public var isEmpty: Bool { end == 0 }

  /// A copy of the bytes so far.
  public var bytes: [UInt8] { withBytes { Array(copying: $0) } }

  /// Lends the bytes for the duration of a call.
  ///
  /// - Parameter body: Receives the bytes, which it must not keep.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  @inlinable
  public borrowing func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = unsafe UnsafeBufferPointer(start: base, count: end)
    return try body(unsafe Span(_unsafeElements: bytes))
  }

  /// Empties the buffer and keeps its storage.
  @inlinable
  public mutating func clear() {
    end = 0
  }

  /// Makes room for so many bytes in all.
  public mutating func reserve(_ capacity: Int) {
    if capacity > self.capacity { grow(to: capacity) }
  }

  /// Appends one byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    unsafe base[end] = byte
    end &+= 1
  }

  /// Appends the lowest bytes of an integer, the lowest first.
  ///
  /// All eight are stored, and what stands behind `count` then is not counted: one store costs less
  /// than a loop.
  ///
  /// - Parameters:
  ///   - bytes: Up to eight bytes.
  ///   - count: How many of them, 0 to 8.
  @inlinable @inline(__always)
  public mutating func append(bytes: UInt64, count: Int) {
    precondition((0...8).contains(count), "an integer has eight bytes")
    makeRoom(for: 8)
    unsafe UnsafeMutableRawPointer(base + end).storeBytes(
      of: bytes.littleEndian, as: UInt64.self)
    end &+= count
  }

  /// Appends a text that stands in the program, such as markup: no `String` is made of it.
  @inlinable @inline(__always)
  public mutating func append(literal: StaticString) {
    let count = literal.utf8CodeUnitCount
    makeRoom(for: count)
    unsafe (base + end).update(from: literal.utf8Start, count: count)
    end &+= count
  }

  /// Appends the UTF-8 of a text.
  public mutating func append(_ text: String) {
    text.withUTF8Span { append($0) }
  }

  /// Appends the bytes of another buffer.
  public mutating func append(_ other: borrowing ByteBuffer) {
    other.withBytes { append($0) }
  }

  /// Appends some bytes.
  @inlinable
  public mutating func append(contentsOf other: [UInt8]) {
    append(other.span)
  }

  /// Appends some bytes.
  public mutating func append(contentsOf other: some Collection<UInt8>) {
    if other.withContiguousStorageIfAvailable({ unsafe append($0.span) }) == nil {
      for byte in other { append(byte) }
    }
  }

  /// Appends some bytes.
  @inlinable
  public mutating func append(_ other: Span<UInt8>) {
    makeRoom(for: other.count)
    unsafe other.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe (base + end).update(from: start, count: bytes.count)
    }
    end &+= other.count
  }

  /// Appends the lowest bytes of a number, the lowest first.
  ///
  /// - Parameters:
  ///   - word: The bytes.
  ///   - count: How many of them, 0 to 8.
  @inlinable @inline(__always)
  public mutating func append(bytesOf word: UInt64, count: Int) {
    precondition(count >= 0 && count <= 8, "a word has eight bytes")
    // All eight are stored, and those behind the last that counts are overwritten by what comes next.
    makeRoom(for: 8)
    unsafe UnsafeMutableRawPointer(base + end).storeBytes(of: word.littleEndian, as: UInt64.self)
    end &+= count
  }

  /// Appends numbers, 0 at first, for a call to fill in.
  ///
  /// The unsafe code lends bytes of the buffer as elements, of which any bits are a value; they stand at
  /// a multiple of their alignment, which is looked at.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - fill: Receives them, and must not keep them.
  /// - Returns: What `fill` returns.
  package mutating func append<Element: BitwiseCopyable, Result>(
    count: Int, _ fill: (inout MutableSpan<Element>) -> Result
  ) -> Result {
    let bytes = count * MemoryLayout<Element>.stride
    makeRoom(for: bytes)
    let start = unsafe UnsafeMutableRawPointer(base + end)
    precondition(
      Int(bitPattern: start) % MemoryLayout<Element>.alignment == 0, "elements are aligned")
    unsafe start.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    end &+= bytes
    let elements = unsafe UnsafeMutableBufferPointer(
      start: start.assumingMemoryBound(to: Element.self), count: count)
    var span = unsafe MutableSpan(_unsafeElements: elements)
    return fill(&span)
  }

  /// Appends one Unicode scalar as UTF-8.
  public mutating func append(_ scalar: Unicode.Scalar) {
    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Sees to it that so many more bytes fit.
  @inlinable @inline(__always)
  mutating func makeRoom(for more: Int) {
    if capacity &- end < more { grow(to: end + more) }
  }

  @usableFromInline @inline(never)
  mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe SystemMemory.preferLargePages(new, larger)
    unsafe new.update(from: base, count: end)
    unsafe base.deallocate()
    unsafe base = new
    capacity = larger
  }
}
