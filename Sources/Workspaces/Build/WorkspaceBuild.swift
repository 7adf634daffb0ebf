import EntityGraphs
import GRDB
import TextFiles

/// Writes a workspace: what is new or changed among the documents first, then all that follows from it.
///
/// A build that is small is one transaction. A large one commits its documents in pieces, so that a
/// build that is killed has not worked for nothing; the first such piece empties the tables that
/// follow from the documents, and until the build ends the workspace answers no questions.
public final class WorkspaceBuild {
  /// Bytes of text after which documents are committed, though the build goes on.
  public static let pieceBytes = 64 << 20

  /// What became of the documents.
  public struct Changes: Sendable, Equatable {
    public var added = 0
    public var replaced = 0
    public var unchanged = 0
    /// Documents of earlier builds that this one was not given: kept.
    public var kept = 0
    public var removed = 0
    /// Documents read again since settings changed, though they were not given.
    public var readAgain = 0

    public init() {}
  }

  struct Known {
    var number: Int
    var hash: ContentHash
    /// Whether its mentions and windows are of settings that hold no more.
    var isStale: Bool
  }

  let workspace: Workspace
  /// The file as the user named it.
  public var path: String { workspace.path }
  private var lock: WorkspaceLock?
  private let pieceBytes: Int
  /// Keeps a file that was made for this build off the disk if it is interrupted.
  private var guarded: [PartialPath] = []
  private var ending: Int?

  /// What is stored, by identifier: one for each copy.
  var known: [String: [Known]] = [:]
  /// How many documents of an identifier were given so far.
  var given: [String: Int] = [:]
  /// The number of the next document that is new.
  var next = 1
  private var documentInserter: DocumentInserter?
  private var pending = 0

  /// Which settings changed since the last build, in words.
  public let changedSettings: [String]

  /// Whether no document is stored from an earlier build.
  public let isFresh: Bool

  /// What became of the documents so far.
  public internal(set) var changes = Changes()

  /// Opens a workspace for a build, or makes it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - settings: What the build is made with.
  ///   - pieceBytes: Bytes of text after which documents are committed.
  /// - Throws: `WorkspaceError` where the file is another program's, of another version, cannot be
  ///   written, or is being written by another build.
  public init(
    path: String, settings: WorkspaceSettings, pieceBytes: Int = WorkspaceBuild.pieceBytes
  ) throws(WorkspaceError) {
    self.pieceBytes = pieceBytes
    let lock = try WorkspaceLock(path)
    self.lock = lock
    if let made = lock.made { guarded = [made, PartialPath(path + "-journal")].compactMap(\.self) }
    let workspace = try Workspace(opening: path, isReadOnly: false)
    self.workspace = workspace
    ending = TemporaryFiles.shared.register { workspace.interrupt() }
    let (known, changed, last) = try workspace.access { database in
      try Self.prepare(database, path: path)
      let earlier = try WorkspaceSettings(database)
      let changed = settings.changes(from: earlier)
      let known = try Self.readKnown(database, isStale: !changed.isEmpty)
      let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM documents") ?? 0
      return (known, changed, last)
    }
    self.known = known
    changedSettings = known.isEmpty ? [] : changed
    isFresh = known.isEmpty
    next = last + 1
    let isStale = !changedSettings.isEmpty
    try workspace.access { database in
      try database.beginTransaction(.immediate)
      if isStale { try database.execute(sql: "UPDATE documents SET stale = 1") }
      try settings.write(database)
    }
  }

  /// Makes the tables where there are none.
  private static func prepare(_ database: Database, path: String) throws {
    let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if objects == 0, application == 0 {
      try database.execute(sql: "PRAGMA page_size = \(WorkspaceSchema.pageSize)")
      try database.inTransaction(.immediate) {
        try database.execute(sql: "PRAGMA application_id = \(WorkspaceSchema.applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(WorkspaceSchema.version)")
        try database.execute(sql: WorkspaceSchema.tables)
        return .commit
      }
    }
    try Workspace.check(database, path: path)
  }

  private static func readKnown(
    _ database: Database, isStale: Bool
  ) throws -> [String: [Known]] {
    var known: [String: [Known]] = [:]
    let rows = try PlainStatement(
      database, "SELECT number, id, hash, stale FROM documents ORDER BY id, copy")
    while try rows.step() {
      guard let id = rows.text(1), let hash = rows.text(2).flatMap(ContentHash.init(digits:))
      else { continue }
      known[id, default: []].append(
        Known(number: rows.int(0), hash: hash, isStale: isStale || rows.int(3) != 0))
    }
    return known
  }

  /// What tells the documents that need no reading again, by their identifiers: those that are stored
  /// once, under settings that still hold.
  public var unchanged: [String: ContentHash] {
    known.compactMapValues { $0.count == 1 && !$0[0].isStale ? $0[0].hash : nil }
  }

  /// What inserts documents.
  func inserter(_ database: Database) throws -> DocumentInserter {
    if let documentInserter { return documentInserter }
    let inserter = try DocumentInserter(database)
    documentInserter = inserter
    return inserter
  }

  /// Notes that text was stored, and commits once it is much.
  func note(_ bytes: Int) throws(WorkspaceError) {
    pending += bytes
    guard pending >= pieceBytes else { return }
    pending = 0
    try workspace.access { database in
      try self.documentInserter?.finish()
      try Self.emptyResults(database)
      try database.execute(
        sql: "INSERT OR REPLACE INTO settings VALUES ('state', 'unfinished')")
      try database.commit()
      try database.beginTransaction(.immediate)
    }
    keepFile()
  }

  /// Empties the tables that follow from the documents; their indices are made anew when a build ends.
  static func emptyResults(_ database: Database) throws {
    try database.execute(
      sql: """
        DROP INDEX IF EXISTS ties_by_target; DROP INDEX IF EXISTS evidence_by_tie;
        DELETE FROM ties; DELETE FROM entities; DELETE FROM evidence; DELETE FROM appearances;
        """)
  }

  /// Commits all that was written: from now on the workspace answers.
  public func commit() throws(WorkspaceError) {
    try workspace.access { database in
      try self.documentInserter?.finish()
      try database.execute(sql: WorkspaceSchema.indices)
      try database.execute(sql: "INSERT OR REPLACE INTO settings VALUES ('state', 'complete')")
      try database.commit()
    }
    keepFile()
    close()
  }

  /// Gives the build up: what was not committed is gone, and so is a file that was made for it.
  public func discard() {
    try? workspace.access { try $0.rollback() }
    close()
    for file in guarded { file.delete() }
    guarded = []
  }

  private func close() {
    if let ending { TemporaryFiles.shared.forget(ending: ending) }
    ending = nil
    documentInserter = nil
    // The file first: the locks of SQLite go with any descriptor of it.
    workspace.close()
    lock = nil
  }

  private func keepFile() {
    for file in guarded { file.keep() }
    guarded = []
  }
}
