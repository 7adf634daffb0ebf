/// The tables of a workspace; `docs/workspace.md` explains them to those who ask them in SQL.
enum WorkspaceSchema {
  /// "Rlta": marks a file as a workspace for `file` and for us.
  static let applicationID = 0x526C_7461

  /// The version of the tables.
  static let version = 2

  /// Bytes of a page. A document of some kilobytes fills small pages badly: 100 MB of news took 145 MB in
  /// pages of 8 kB, and a fifth more time.
  static let pageSize = 16_384

  static let tables = """
    CREATE TABLE settings (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE gazetteers (
      position INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      hash TEXT NOT NULL
    );

    CREATE TABLE documents (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      copy INTEGER NOT NULL,
      title TEXT,
      date TEXT,
      source TEXT,
      language TEXT,
      hash TEXT NOT NULL,
      tagged_hash TEXT NOT NULL,
      stale INTEGER NOT NULL,
      UNIQUE (id, copy)
    );

    CREATE TABLE contents (
      document INTEGER PRIMARY KEY REFERENCES documents,
      text TEXT NOT NULL,
      code BLOB,
      windows BLOB NOT NULL
    );

    CREATE TABLE mentions (
      document INTEGER NOT NULL REFERENCES documents,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      text TEXT NOT NULL,
      entity INTEGER NOT NULL REFERENCES entities,
      form TEXT NOT NULL,
      rule TEXT NOT NULL,
      confidence REAL NOT NULL,
      sentence INTEGER NOT NULL,
      rivals TEXT,
      "inner" TEXT,
      PRIMARY KEY (document, start)
    ) WITHOUT ROWID;

    CREATE TABLE appearances (
      entity INTEGER NOT NULL REFERENCES entities,
      document INTEGER NOT NULL REFERENCES documents,
      mentions INTEGER NOT NULL,
      PRIMARY KEY (entity, document)
    ) WITHOUT ROWID;

    CREATE TABLE entities (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      mentions INTEGER NOT NULL,
      windows INTEGER NOT NULL,
      documents INTEGER NOT NULL,
      first TEXT,
      last TEXT,
      attributes TEXT,
      x REAL NOT NULL,
      y REAL NOT NULL,
      size REAL NOT NULL,
      degree INTEGER,
      strength REAL,
      pagerank REAL,
      betweenness REAL,
      core INTEGER,
      community INTEGER
    );

    CREATE TABLE names (
      key INTEGER NOT NULL,
      entity INTEGER NOT NULL REFERENCES entities,
      name TEXT NOT NULL,
      PRIMARY KEY (key, entity, name)
    ) WITHOUT ROWID;

    CREATE TABLE ties (
      source INTEGER NOT NULL REFERENCES entities,
      target INTEGER NOT NULL REFERENCES entities,
      count INTEGER NOT NULL,
      repeats INTEGER NOT NULL,
      documents INTEGER NOT NULL,
      sources INTEGER NOT NULL,
      first TEXT,
      last TEXT,
      weight REAL NOT NULL,
      npmi REAL,
      jaccard REAL,
      llr REAL,
      noise_corrected REAL,
      PRIMARY KEY (source, target)
    ) WITHOUT ROWID;

    CREATE TABLE evidence (
      source INTEGER NOT NULL REFERENCES entities,
      target INTEGER NOT NULL REFERENCES entities,
      document INTEGER NOT NULL REFERENCES documents,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      wording INTEGER NOT NULL,
      repeat INTEGER NOT NULL
    );
    """

  /// The indices over ties and evidence: made when a build ends, so that they need not be kept up row by row.
  static let indices = """
    CREATE INDEX IF NOT EXISTS ties_by_target ON ties (target, source);
    CREATE INDEX IF NOT EXISTS evidence_by_tie ON evidence (source, target);
    """
}
