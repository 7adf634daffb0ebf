#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Bytes for a table, all of them 0 at first: memory of the process, or a file that is mapped.
///
/// What is mapped takes address space and the system's cache, but no memory of the process: the system
/// writes pages to the disk and takes them when it needs room. The file has no name, and is gone with
/// the object or the process.
///
/// Invariant of the unsafe code: `start` points to `count` bytes that only `deinit` gives back.
@safe @usableFromInline final class TableMemory: @unchecked Sendable {
  @usableFromInline let start: UnsafeMutableRawPointer
  @usableFromInline let count: Int
  private let isMapped: Bool

  /// - Parameters:
  ///   - count: The number of bytes.
  ///   - held: How many bytes the table has already.
  ///   - overflow: Where bytes go that memory shall not hold; nil keeps all in memory.
  ///   - failure: Receives why the folder took no more, if so; the bytes are memory of the process then.
  @usableFromInline init(
    count: Int, beside held: Int, overflow: BytePool.Overflow?, failure: inout FileError?
  ) {
    self.count = count
    if let overflow, failure == nil, held + count > overflow.memory {
      do throws(FileError) {
        let file = try ScratchFile(in: overflow.folder, registry: overflow.registry)
        if let room = unsafe try file.makeRoom(count) {
          unsafe start = room
          isMapped = true
          return
        }
      } catch {
        failure = error
      }
    }
    unsafe start = Self.cleared(count)
    isMapped = false
  }

  /// Memory of the process, in large pages where it is much and the system has such.
  init(inLargePages count: Int) {
    self.count = count
    unsafe start = Self.cleared(count)
    isMapped = false
    unsafe SystemMemory.preferLargePages(start, count)
  }

  @unsafe private static func cleared(_ count: Int) -> UnsafeMutableRawPointer {
    // As an array does, where the system refuses memory: no caller could go on without it.
    guard let room = unsafe calloc(max(1, count), 1) else {
      fatalError("there is no memory for a table of \(count) bytes")
    }
    return unsafe room
  }

  deinit {
    if isMapped { unsafe munmap(start, count) } else { unsafe free(start) }
  }
}
