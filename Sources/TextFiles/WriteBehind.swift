#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Has a large file written to the disk while it grows, and the system's cache let go of it.
///
/// A result is on the disk before it takes its name, so this only moves the waiting. Without it a file of
/// gigabytes drives all else out of the cache, and each of its pages takes memory that nobody has used
/// yet: 3 GB took 3 to 6 s of processor time to write, and take 0.9 s. Files that are small stay in the
/// cache, for whoever opens them next. Systems that cannot be asked do as they like.
struct WriteBehind {
  private let descriptor: Int32
  private let pieceSize: Int
  /// The last so many pieces stay in the cache, while they are being written.
  private static let kept = 4
  /// Bytes so far, and of these the ones that the cache was asked to let go.
  private var taken = 0
  private var handed = 0

  /// - Parameters:
  ///   - descriptor: A file that is written from its beginning.
  ///   - pieceSize: So many bytes are handed on at once.
  init(_ descriptor: Int32, pieceSize: Int = 16 << 20) {
    self.descriptor = descriptor
    self.pieceSize = pieceSize
  }

  /// Takes note of further bytes that were written.
  mutating func note(_ count: Int) {
    taken += count
    while taken - handed > (Self.kept + 1) * pieceSize {
      // The first call on a piece has it written, the second finds it clean and lets go of it.
      release(handed + Self.kept * pieceSize)
      release(handed)
      handed += pieceSize
    }
  }

  private func release(_ start: Int) {
    #if os(Linux)
      _ = posix_fadvise(descriptor, off_t(start), off_t(pieceSize), POSIX_FADV_DONTNEED)
    #endif
  }
}
