import CAllocator

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
}
