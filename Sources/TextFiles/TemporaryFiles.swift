import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The partial files that are open now, and the folders that were made for them, so that an
/// interrupted run can take them away.
///
/// A thread that waits for signals (`sigwait`) calls `removeAll()` before the process ends. It must
/// be a thread and not a signal handler: the registry takes a lock, which no thread holds while it
/// waits for anything but a rename.
public final class TemporaryFiles: Sendable {
  /// The registry of the process.
  public static let shared = TemporaryFiles()

  private struct State {
    var paths: [Int: String] = [:]
    /// Folders that were made and hold no result yet, each after the one that holds it.
    var folders: [String] = []
    /// What else is to be done when the process is interrupted.
    var endings: [Int: @Sendable () -> Void] = [:]
    var next = 0
    var closed = false

    mutating func removeFolders() {
      // A folder that something else has been put into stays.
      for folder in folders.reversed() { _ = unsafe rmdir(folder) }
      folders = []
    }
  }

  private let state = Mutex(State())

  /// A registry apart from that of the process, for tests.
  public init() {}

  /// The files that are partly written now.
  public var paths: [String] { state.withLock { $0.paths.values.sorted() } }

  /// Deletes all partial files, and the folders made for them that are empty, and lets no new ones
  /// begin.
  ///
  /// A set of files that is just being renamed into place is finished first.
  public func removeAll() {
    // Not under the lock: an ending may wait for a thread that is about to take it.
    for ending in state.withLock({ Array($0.endings.values) }) { ending() }
    state.withLock { state in
      for path in state.paths.values { _ = unsafe unlink(path) }
      state.paths = [:]
      state.removeFolders()
      state.closed = true
    }
  }

  /// Notes what is to be done before the process ends by a signal, beside deleting files.
  ///
  /// - Parameter ending: Called once, from the thread that waits for signals.
  /// - Returns: A number to forget it by.
  public func register(ending: @escaping @Sendable () -> Void) -> Int {
    state.withLock { state in
      state.next += 1
      state.endings[state.next] = ending
      return state.next
    }
  }

  /// Strikes off what was to be done when the process is interrupted.
  public func forget(ending number: Int) {
    state.withLock { _ = $0.endings.removeValue(forKey: number) }
  }

  /// Deletes those of the folders that were made and hold no result, where they are empty.
  ///
  /// - Parameter made: Folders, each after the one that holds it.
  func removeFolders(_ made: [String]) {
    state.withLock { state in
      for folder in made.reversed() where state.folders.contains(folder) {
        _ = unsafe rmdir(folder)
        state.folders.removeAll { $0 == folder }
      }
    }
  }

  /// Makes a folder and notes it.
  ///
  /// - Returns: 0, or the value of `errno` where it cannot be made.
  func makeFolder(_ path: String) -> Int32 {
    state.withLock { state in
      guard !state.closed else { return EINTR }
      guard unsafe mkdir(path, 0o777) == 0 else { return errno }
      state.folders.append(path)
      return 0
    }
  }

  /// Notes a file that somebody else makes; `nil` once the registry is closed.
  ///
  /// - Parameter path: Gives the path from a number that no other file of the process has.
  public func register(_ path: (Int) -> String) -> (number: Int, path: String)? {
    state.withLock { state in
      guard !state.closed else { return nil }
      state.next += 1
      let made = path(state.next)
      state.paths[state.next] = made
      return (state.next, made)
    }
  }

  /// Makes a file and notes it in one, so that none is made which nobody deletes.
  ///
  /// - Parameters:
  ///   - path: Gives the path from a number that no other file of the process has.
  ///   - open: Makes the file, without waiting for anything: a descriptor, or a negative number with `errno`.
  /// - Returns: The number of the file, its descriptor, and 0 or the value of `errno`; `nil` once the registry
  ///   is closed.
  public func make(
    _ path: (Int) -> String, open: (String) -> Int32
  ) -> (number: Int, descriptor: Int32, code: Int32)? {
    state.withLock { state in
      guard !state.closed else { return nil }
      state.next += 1
      let made = path(state.next)
      let descriptor = open(made)
      guard descriptor >= 0 else { return (state.next, descriptor, errno) }
      state.paths[state.next] = made
      return (state.next, descriptor, 0)
    }
  }

  /// Deletes one partial file.
  public func remove(_ number: Int) {
    state.withLock { state in
      if let path = state.paths.removeValue(forKey: number) { _ = unsafe unlink(path) }
    }
  }

  /// Strikes a file off the list that is gone, or was never made.
  public func forget(_ number: Int) {
    state.withLock { _ = $0.paths.removeValue(forKey: number) }
  }

  /// Renames files to their targets, in order, while nothing else can delete them.
  ///
  /// - Throws: `FileError` for the first that fails; those before it are in place.
  func install(_ files: [(number: Int, target: String, shownPath: String)]) throws(FileError) {
    let failure: FileError? = state.withLock { state in
      for file in files {
        guard let path = state.paths[file.number] else {
          return FileError(path: file.shownPath, action: "write", reason: "interrupted")
        }
        guard unsafe rename(path, file.target) == 0 else {
          return FileError(path: file.shownPath, action: "write", errno: errno)
        }
        state.paths[file.number] = nil
        state.folders.removeAll {
          file.target.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/")
        }
      }
      return nil
    }
    if let failure { throw failure }
  }
}
