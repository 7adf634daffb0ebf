import GRDB
import Synchronization
import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One SQLite file with documents, mentions, ties and evidence.
///
/// A workspace that a build has ended holds exactly what the files of the same build show. One whose
/// build was interrupted holds documents alone; the next build goes on from there.
public final class Workspace: Sendable {
  /// The file as the user named it.
  public let path: String

  private let queue: DatabaseQueue
  private let isInterrupted = Atomic(false)

  /// Opens a workspace to ask it.
  ///
  /// - Throws: `WorkspaceError` where the file is missing, a folder, no workspace, of another version, or its
  ///   build has not ended.
  public convenience init(path: String) throws(WorkspaceError) {
    guard ReadablePath.exists(path) else {
      throw WorkspaceError(
        path: path, reason: "there is no such workspace",
        advice: "make one with `relata build INPUT`, or name its file with --workspace")
    }
    guard !ReadablePath.isFolder(path) else {
      throw WorkspaceError(
        path: path, reason: "it is a folder", advice: "name the file in it that is the workspace")
    }
    do {
      try self.init(opening: path, isReadOnly: false)
    } catch {
      // A file that may not be written can still be asked.
      try self.init(opening: path, isReadOnly: true)
    }
    try access { database in
      try Self.check(database, path: path)
      guard try Self.setting("state", in: database) == "complete" else {
        throw WorkspaceError(
          path: path, reason: "the build of the workspace has not ended",
          advice: "wait for it, or run the same `relata build` again: it goes on where it stopped")
      }
    }
  }

  init(opening path: String, isReadOnly: Bool) throws(WorkspaceError) {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    // A build writes mentions before the entities that they refer to.
    configuration.foreignKeysEnabled = false
    // A build commits in pieces of its own choice, over many calls.
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: "PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824; PRAGMA trusted_schema = 0")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError {
      throw WorkspaceError(error, path: path)
    } catch {
      throw WorkspaceError(path: path, reason: "\(error)", advice: "build again into another file")
    }
  }

  /// Gives the file back to others.
  func close() { try? queue.close() }

  /// Takes back what was not committed, and closes the file, whatever other threads do with it: these
  /// wait for ever. For a process that is about to end by a signal.
  func interrupt() {
    isInterrupted.store(true, ordering: .sequentiallyConsistent)
    queue.interrupt()
    try? queue.inDatabase { try $0.rollback() }
    try? queue.close()
  }

  /// Runs statements on the file.
  func access<Result>(_ body: (Database) throws -> Result) throws(WorkspaceError) -> Result {
    defer { waitIfInterrupted() }
    do {
      return try queue.inDatabase(body)
    } catch let error as DatabaseError {
      throw WorkspaceError(error, path: path)
    } catch let error as WorkspaceError {
      throw error
    } catch {
      throw WorkspaceError(path: path, reason: "\(error)", advice: "delete it and build again")
    }
  }

  private func waitIfInterrupted() {
    while isInterrupted.load(ordering: .sequentiallyConsistent) { sleep(1) }
  }

  /// Makes sure that the file is a workspace of this version.
  static func check(_ database: Database, path: String) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard application == WorkspaceSchema.applicationID else {
      throw WorkspaceError(
        path: path, reason: "it is no workspace", advice: "name another file, or delete it")
    }
    guard version == WorkspaceSchema.version else {
      throw WorkspaceError(
        path: path,
        reason:
          "the workspace has version \(version), and this program reads version \(WorkspaceSchema.version)",
        advice: "delete it and build again")
    }
  }

  static func setting(_ name: String, in database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT value FROM settings WHERE name = ?", arguments: [name])
  }
}
