import GRDB

/// What a build is made with: what it found depends on these, beside the documents.
public struct WorkspaceSettings: Sendable, Equatable {
  /// A gazetteer, as the user named it, and what tells its content from another.
  public struct Gazetteer: Sendable, Equatable {
    public var path: String
    public var hash: String

    public init(path: String, hash: String) {
      (self.path, self.hash) = (path, hash)
    }
  }

  /// What is set, by name. Those that mentions and windows depend on come first in `reading`.
  public var values: [String: String]

  public var gazetteers: [Gazetteer]

  /// The names of the settings that mentions and windows depend on, and what each is called where it
  /// changed.
  public static let reading: [(name: String, words: String)] = [
    ("program", "relata itself"), ("lexicon", "the gazetteers"),
    ("corrections", "the corrections"), ("recognition", "the options of tagging"),
    ("window", "the window"),
  ]

  public init(values: [String: String], gazetteers: [Gazetteer]) {
    self.values = values
    self.gazetteers = gazetteers
  }

  /// What differs from the settings of an earlier build, in words.
  func changes(from earlier: WorkspaceSettings) -> [String] {
    Self.reading.filter { values[$0.name] != earlier.values[$0.name] }.map(\.words)
  }

  init(_ database: Database) throws {
    values = [:]
    gazetteers = []
    let settings = try PlainStatement(database, "SELECT name, value FROM settings")
    while try settings.step() { values[settings.text(0) ?? ""] = settings.text(1) ?? "" }
    let read = try PlainStatement(database, "SELECT path, hash FROM gazetteers ORDER BY position")
    while try read.step() {
      gazetteers.append(Gazetteer(path: read.text(0) ?? "", hash: read.text(1) ?? ""))
    }
  }

  func write(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM settings WHERE name <> 'state'; DELETE FROM gazetteers")
    for (name, value) in values.sorted(by: { $0.key < $1.key }) where name != "state" {
      try database.execute(
        sql: "INSERT INTO settings VALUES (?, ?)", arguments: [name, value])
    }
    for gazetteer in gazetteers {
      try database.execute(
        sql: "INSERT INTO gazetteers (path, hash) VALUES (?, ?)",
        arguments: [gazetteer.path, gazetteer.hash])
    }
  }
}
