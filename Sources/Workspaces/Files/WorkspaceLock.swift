import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Keeps other builds off a workspace as long as it lives.
///
/// The lock is on the file itself (`flock`), of another sort than those that SQLite takes, so that
/// questions may be asked meanwhile. It goes when the process ends, however it ends.
final class WorkspaceLock: Sendable {
  private let descriptor: Int32

  /// The file, where it was made for the lock.
  let made: PartialPath?

  /// - Parameters:
  ///   - path: The workspace, made empty where it is missing.
  ///   - registry: Where a file that was made is noted.
  /// - Throws: `WorkspaceError` where the file cannot be made, or another build has it.
  init(_ path: String, registry: TemporaryFiles = .shared) throws(WorkspaceError) {
    let new = registry.make(
      { _ in path }, open: { unsafe open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) })
    guard let new else {
      throw WorkspaceError(path: path, reason: "the run is interrupted", advice: "start it again")
    }
    var (file, code) = (new.descriptor, new.code)
    made = file < 0 ? nil : PartialPath(number: new.number, registry: registry)
    if file < 0, code == EEXIST {
      file = unsafe open(path, O_RDWR | O_CLOEXEC)
      code = errno
    }
    guard file >= 0 else {
      throw WorkspaceError(
        path: path, reason: "cannot be written (\(unsafe String(cString: strerror(code))))",
        advice: "name another file with --workspace, or go without one: --no-workspace")
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      made?.keep()
      throw WorkspaceError(
        path: path, reason: "another build is writing the workspace",
        advice: "wait until it has ended, or name another file with --workspace")
    }
    descriptor = file
  }

  deinit { close(descriptor) }
}
