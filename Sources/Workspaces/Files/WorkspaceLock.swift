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

  /// Whether the file was made for the lock.
  let isNew: Bool

  /// - Parameter path: The workspace, made empty where it is missing.
  /// - Throws: `WorkspaceError` where the file cannot be made, or another build has it.
  init(_ path: String) throws(WorkspaceError) {
    var made = true
    var file = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if file < 0, errno == EEXIST {
      made = false
      file = unsafe open(path, O_RDWR | O_CLOEXEC)
    }
    guard file >= 0 else {
      throw WorkspaceError(
        path: path, reason: "cannot be written (\(unsafe String(cString: strerror(errno))))",
        advice: "name another file with --workspace, or go without one: --no-workspace")
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw WorkspaceError(
        path: path, reason: "another build is writing the workspace",
        advice: "wait until it has ended, or name another file with --workspace")
    }
    (descriptor, isNew) = (file, made)
  }

  deinit { close(descriptor) }
}
