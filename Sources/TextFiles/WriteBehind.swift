import CFileWriting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Has a file written to the disk while it grows, and the system's cache let go of what a large one has.
///
/// A result is on the disk before it takes its name, so this only moves the waiting: to a time when there
/// is other work. Without it a file of gigabytes drives all else out of the cache, and each of its pages
/// takes memory that nobody has used yet: 3 GB took 3 to 6 s of processor time to write, and take 0.9 s.
/// Files that are small stay in the cache, for whoever opens them next. Systems that cannot be asked do as
/// they like.
struct WriteBehind {
  private let descriptor: Int32
  private let pieceSize: Int
  /// The last so many pieces stay in the cache, while they are being written.
  private static let kept = 20
  /// Bytes so far, of these the ones that are being written, and of these the ones that the cache was asked
  /// to let go.
  private var taken = 0
  private var begun = 0
  private var released = 0

  /// - Parameters:
  ///   - descriptor: A file that is written from its beginning.
  ///   - pieceSize: So many bytes are handed on at once.
  init(_ descriptor: Int32, pieceSize: Int = 4 << 20) {
    self.descriptor = descriptor
    self.pieceSize = pieceSize
  }

  /// Takes note of further bytes that were written.
  mutating func note(_ count: Int) {
    taken += count
    while taken - begun >= pieceSize {
      begin(begun)
      begun += pieceSize
    }
    while begun - released > Self.kept * pieceSize {
      release(released)
      released += pieceSize
    }
  }

  /// Has a piece written; nobody waits for the disk.
  private func begin(_ start: Int) {
    relata_begin_writing(descriptor, off_t(start), off_t(pieceSize))
  }

  /// Lets go of a piece that was written long ago: what is still being written would stay.
  private func release(_ start: Int) {
    #if os(Linux)
      _ = posix_fadvise(descriptor, off_t(start), off_t(pieceSize), POSIX_FADV_DONTNEED)
    #endif
  }
}
