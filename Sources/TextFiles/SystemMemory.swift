import CAllocator

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The memory that the process has of the system.
public enum SystemMemory {
  /// Gives back what was freed and is kept for later allocations: after much was, and before other
  /// large things are made that do not fit into the gaps.
  ///
  /// It changes nothing but how much memory the process takes.
  ///
  /// - Complexity: A system call for each gap of a page and more.
  public static func giveBackFreed() {
    relata_give_back_freed()
  }

  /// Asks for large pages (2 MB on most machines) where memory is not used yet: one fault of the system
  /// and one entry of the processor's tables for 512 of the usual ones.
  ///
  /// It changes nothing but speed. Only of Linux it can be asked; small areas are left alone.
  ///
  /// - Parameters:
  ///   - start: Where memory of the caller's begins.
  ///   - count: The number of its bytes.
  @usableFromInline @unsafe
  package static func preferLargePages(_ start: UnsafeRawPointer, _ count: Int) {
    #if os(Linux)
      guard count >= smallestLarge else { return }
      let page = sysconf(Int32(_SC_PAGESIZE))
      let skipped = -Int(bitPattern: start) & (page - 1)
      // A kernel without large pages refuses, and nothing is lost.
      unsafe madvise(
        UnsafeMutableRawPointer(mutating: start + skipped), count - skipped, MADV_HUGEPAGE)
    #endif
  }

  /// Areas of fewer bytes hold too few whole large pages to be asked for.
  private static let smallestLarge = 4 << 20
}

extension Array where Element: BitwiseCopyable {
  /// Many equal elements, in large pages where the system has them.
  ///
  /// - Parameters:
  ///   - value: The element.
  ///   - count: How many.
  @inlinable
  package init(inLargePages value: Element, count: Int) {
    self = []
    makeRoom(for: count)
    append(contentsOf: repeatElement(value, count: count))
  }

  /// Sees to it that so many more elements can be appended before the array grows, and lets what it
  /// grows to lie in large pages.
  @inlinable
  package mutating func makeRoom(for more: Int) {
    guard count + more > capacity else { return }
    reserveCapacity(Swift.max(count + more, capacity * 2))
    let bytes = capacity * MemoryLayout<Element>.stride
    unsafe withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return }
      unsafe SystemMemory.preferLargePages(start, bytes)
    }
  }
}
