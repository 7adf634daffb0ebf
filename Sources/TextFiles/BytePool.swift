/// Records of bytes one after another, in pieces of a megabyte, so that growing moves none of them.
///
/// With a folder given, what goes beyond a megabyte is kept in a file there and mapped: it takes
/// address space and the system's cache, but no memory of the process. Copies of a pool share what is
/// there and grow apart.
public struct BytePool: Sendable {
  /// Where records go that memory shall not hold.
  public struct Overflow: Sendable {
    /// A folder on the disk.
    public var folder: String

    /// So many bytes of each pool stay in memory.
    public var memory: Int

    /// So many bytes go to the disk at once, and make one map.
    var pieceSize = 1 << 20

    let registry: TemporaryFiles

    /// - Parameters:
    ///   - folder: A folder on the disk.
    ///   - memory: So many bytes of each pool stay in memory.
    ///   - registry: Where to note files that are being made.
    public init(
      folder: String, memory: Int = 1 << 20, registry: TemporaryFiles = .shared
    ) {
      self.folder = folder
      self.memory = memory
      self.registry = registry
    }
  }

  /// Records that are complete: their bytes, and what keeps these.
  ///
  /// Invariant of the unsafe code: `bytes` are the bytes of `owner`, which never changes them and keeps
  /// them where they are for as long as it lives; the pool that they are lent from lives as long as the
  /// loan. So reading counts no references, for which threads would wait for each other.
  @safe @usableFromInline struct Piece: @unchecked Sendable {
    private let owner: AnyObject
    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>

    init(_ file: FileBytes) {
      owner = file
      unsafe bytes = file.withBytes { unsafe $0.withUnsafeBufferPointer { unsafe $0 } }
    }

    /// Copies some bytes.
    init(copying bytes: Span<UInt8>) {
      let copy = MemoryBytes(copying: bytes)
      owner = copy
      unsafe self.bytes = copy.buffer.withBytes { unsafe $0.withUnsafeBufferPointer { unsafe $0 } }
    }
  }

  private final class MemoryBytes: Sendable {
    let buffer: ByteBuffer

    init(copying bytes: Span<UInt8>) {
      var buffer = ByteBuffer()
      buffer.reserve(bytes.count)
      buffer.append(bytes)
      self.buffer = buffer
    }
  }

  /// What is asked only when a piece is full. It stands apart, and is replaced when it changes: a
  /// pool of few words is lent to readers for next to nothing.
  private final class Storage: Sendable {
    let overflow: Overflow?
    let file: ScratchFile?
    /// Bytes of the closed pieces that are in memory.
    let kept: Int
    let failure: FileError?

    init(
      _ overflow: Overflow?, file: ScratchFile? = nil, kept: Int = 0, failure: FileError? = nil
    ) {
      self.overflow = overflow
      self.file = file
      self.kept = kept
      self.failure = failure
    }
  }

  private let pieceSize: Int
  private var storage: Storage
  @usableFromInline var pieces: [Piece] = []
  /// The piece that is being filled, behind all others.
  @usableFromInline var last: [UInt8] = []

  /// Why the folder took no more bytes, if so; everything after that is in memory.
  public var failure: FileError? { storage.failure }

  /// An empty pool.
  ///
  /// - Parameter overflow: Where records go that memory shall not hold; nil keeps all in memory.
  public init(overflow: Overflow? = nil) {
    storage = Storage(overflow)
    pieceSize = overflow?.pieceSize ?? 1 << 20
  }

  /// A pool without records, which go where those of this one go.
  public func emptied() -> BytePool { BytePool(overflow: storage.overflow) }

  /// Adds a record. One that is longer than a piece gets a piece of its own.
  ///
  /// - Parameters:
  ///   - count: The number of its bytes.
  ///   - write: Appends so many bytes.
  /// - Returns: Its place, by which it is found again.
  public mutating func add(_ count: Int, _ write: (inout [UInt8]) -> Void) -> UInt64 {
    if last.count + count > pieceSize, !last.isEmpty { closePiece() }
    let start = last.count
    write(&last)
    precondition(last.count - start == count, "a record is as long as was said")
    return UInt64(pieces.count) << 32 | UInt64(start)
  }

  /// Lends a record for the duration of a call, with whatever stands behind it in its piece: how long
  /// it is must be known from itself.
  ///
  /// - Parameters:
  ///   - place: What `add` returned.
  ///   - body: Receives the bytes, which it must not keep.
  @inlinable @inline(__always)
  public func withRecord<Result>(_ place: UInt64, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = Self.start(of: place)
    if let bytes = unsafe settledPiece(of: place) {
      defer { withExtendedLifetime(pieces) {} }
      return body(unsafe Span(_unsafeElements: bytes).extracting(start...))
    }
    return body(last.span.extracting(start...))
  }

  /// The bytes of the piece that has a record, if they are where they stay for as long as this pool or a
  /// copy of it lives; nil while the piece is being filled.
  ///
  /// For an object that keeps the pool, lends the bytes while it is itself kept alive, and is read by
  /// several threads: they would wait for one another when the references to the pool are counted.
  ///
  /// - Parameter place: What `add` returned.
  @inlinable @inline(__always)
  @unsafe public func settledPiece(of place: UInt64) -> UnsafeBufferPointer<UInt8>? {
    let piece = Int(place >> 32)
    return unsafe piece < pieces.count ? pieces[piece].bytes : nil
  }

  /// Where a record begins in its piece.
  ///
  /// - Parameter place: What `add` returned.
  @inlinable
  public static func start(of place: UInt64) -> Int { Int(place & 0xFFFF_FFFF) }

  /// Lends all records in the order in which they were added, some at a time.
  ///
  /// - Parameter body: Receives whole records, one behind another.
  public func forEachPiece(_ body: (Span<UInt8>) -> Void) {
    for piece in pieces { body(unsafe Span(_unsafeElements: piece.bytes)) }
    body(last.span)
  }

  /// Adds all records of another pool, without moving them.
  ///
  /// - Returns: What to add to the places of the other pool to find them in this one.
  public mutating func append(_ other: BytePool) -> UInt64 {
    if !last.isEmpty { closePiece() }
    let offset = UInt64(pieces.count) << 32
    pieces += other.pieces
    last = other.last
    storage = Storage(
      storage.overflow, file: storage.file, kept: storage.kept + other.storage.kept,
      failure: storage.failure ?? other.storage.failure)
    return offset
  }

  private mutating func closePiece() {
    var (file, failure) = (storage.file, storage.failure)
    if let overflow = storage.overflow, failure == nil,
      storage.kept + last.count > overflow.memory
    {
      do throws(FileError) {
        if file == nil {
          file = try ScratchFile(in: overflow.folder, registry: overflow.registry)
        }
        if let bytes = try file?.append(last.span) {
          storage = Storage(overflow, file: file, kept: storage.kept)
          pieces.append(Piece(bytes))
          last.removeAll(keepingCapacity: last.count <= pieceSize)
          return
        }
      } catch {
        failure = error
      }
    }
    storage = Storage(
      storage.overflow, file: file, kept: storage.kept + last.count, failure: failure)
    pieces.append(Piece(copying: last.span))
    last.removeAll(keepingCapacity: last.count <= pieceSize)
  }
}
