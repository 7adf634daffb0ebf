import GRDB
import TextFiles

/// A workspace that cannot be used.
public struct WorkspaceError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public var path: String

  /// What is wrong.
  public var reason: String

  /// What to do.
  public var advice: String

  public init(path: String, reason: String, advice: String) {
    self.path = path
    self.reason = reason
    self.advice = advice
  }

  public var description: String { "\(path): \(reason); \(advice)".onOneLine }

  /// What SQLite says of a workspace, in words for its user.
  init(_ error: DatabaseError, path: String) {
    let reason: String
    var advice = "see whether the disk and the file are in order, or build anew into another file"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_NOTADB:
      reason = "it is no workspace"
      advice = "name another file, or delete it"
    case .SQLITE_CORRUPT:
      reason = "the workspace is damaged"
      advice = "delete it and build again"
    case .SQLITE_FULL:
      reason = "the disk is full"
      advice = "make room and build again; nothing of earlier builds is lost"
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
      reason = "it cannot be opened or written (\(error.message ?? "no reason is known"))"
      advice = "see whether the file and its folder may be read and written"
    case .SQLITE_IOERR:
      reason = "it cannot be read or written (\(error.message ?? "no reason is known"))"
      advice = "see whether the disk is in order and files may grow so large"
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      reason = "another program is using it"
      advice = "wait until that has ended"
    default:
      reason = error.message ?? error.resultCode.description
    }
    self.init(path: path, reason: reason, advice: advice)
  }
}
