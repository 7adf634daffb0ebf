#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Files as read-only memory that the system shares among processes.
enum MappedMemory {
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
