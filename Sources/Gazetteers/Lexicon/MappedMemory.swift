#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Files as read-only memory that the system shares among processes, and memory for what is read at
/// random.
enum MappedMemory {
  /// A page that the processor finds without a look at its tables of small ones.
  private static let hugePage = 2 << 20

  /// Memory that nothing was written to yet; of huge pages where it fills some and the system has them,
  /// since a search that reads here and there waits for small ones twice. Give it back by `deallocate`.
  @unsafe static func allocate(_ count: Int) -> UnsafeMutableRawPointer {
    let isLarge = count >= hugePage * 2
    let start = UnsafeMutableRawPointer.allocate(
      byteCount: count, alignment: isLarge ? hugePage : 64)
    #if os(Linux)
      // It is advice: where it is not taken all goes on as before.
      if isLarge { unsafe madvise(start, count / hugePage * hugePage, MADV_HUGEPAGE) }
    #endif
    return unsafe start
  }

  /// Maps a whole open file.
  ///
  /// - Returns: The first byte, or `nil` where the file cannot be mapped.
  @unsafe static func map(_ descriptor: Int32, _ count: Int) -> UnsafeRawPointer? {
    #if os(Linux)
      // The pages are entered at once: one call instead of a fault for every few of them.
      let flags = MAP_SHARED | MAP_POPULATE
    #else
      let flags = MAP_SHARED
    #endif
    guard let start = unsafe mmap(nil, count, PROT_READ, flags, descriptor, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    return UnsafeRawPointer(start)
  }

  /// Gives mapped memory back.
  @unsafe static func release(_ base: UnsafeRawPointer, _ count: Int) {
    unsafe munmap(UnsafeMutableRawPointer(mutating: base), count)
  }
}
