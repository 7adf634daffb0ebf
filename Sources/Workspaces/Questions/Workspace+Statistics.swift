import GRDB

extension Workspace {
  /// What a workspace holds, in numbers.
  public struct Statistics: Sendable, Equatable {
    public var documents = 0
    public var dated = 0
    public var firstDate: String?
    public var lastDate: String?
    public var sources = 0
    /// Bytes of text.
    public var bytes = 0
    public var mentions = 0
    public var entities: [(kind: String, count: Int)] = []
    public var ties = 0
    public var evidence = 0
    public var repeats = 0

    public static func == (left: Statistics, right: Statistics) -> Bool {
      left.rows.elementsEqual(right.rows) { $0 == $1 }
    }

    /// The numbers by their names.
    public var rows: [(name: String, value: String)] {
      [
        ("documents", "\(documents)"), ("dated documents", "\(dated)"),
        ("first date", firstDate ?? ""), ("last date", lastDate ?? ""), ("sources", "\(sources)"),
        ("bytes of text", "\(bytes)"), ("mentions", "\(mentions)"),
      ] + entities.map { ("entities: \($0.kind)", "\($0.count)") } + [
        ("ties", "\(ties)"), ("windows that tie", "\(evidence)"),
        ("repeats among them", "\(repeats)"),
      ]
    }
  }

  /// Counts what the workspace holds.
  public func statistics() throws(WorkspaceError) -> Statistics {
    try access { database in
      func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      var result = Statistics()
      result.documents = try number("SELECT count(*) FROM documents")
      result.dated = try number("SELECT count(date) FROM documents")
      result.sources = try number("SELECT count(DISTINCT source) FROM documents")
      result.firstDate = try String.fetchOne(database, sql: "SELECT min(date) FROM documents")
      result.lastDate = try String.fetchOne(database, sql: "SELECT max(date) FROM documents")
      result.bytes = try number("SELECT sum(length(CAST(text AS BLOB))) FROM contents")
      result.mentions = try number("SELECT count(*) FROM mentions")
      let kinds = try PlainStatement(
        database, "SELECT kind, count(*) FROM entities GROUP BY kind ORDER BY kind")
      while try kinds.step() { result.entities.append((kinds.text(0) ?? "", kinds.int(1))) }
      result.ties = try number("SELECT count(*) FROM ties")
      result.evidence = try number("SELECT count(*) FROM evidence")
      result.repeats = try number("SELECT sum(repeat) FROM evidence")
      return result
    }
  }

  /// What the last build was made with.
  public func settings() throws(WorkspaceError) -> WorkspaceSettings {
    try access { try WorkspaceSettings($0) }
  }
}
