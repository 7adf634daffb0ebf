import GRDB
import TextFiles

/// The full-text index over the sentences of all documents (FTS5).
///
/// It is made when it is first asked, and brought up to date when it is asked again: a build that
/// nobody searches does not wait for it. It holds no text of its own; a sentence is a place in a document.
enum SentenceIndex {
  static let tables = """
    CREATE TABLE IF NOT EXISTS indexed (document INTEGER PRIMARY KEY REFERENCES documents);
    CREATE TABLE IF NOT EXISTS sentences (
      number INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES documents,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL
    );
    CREATE INDEX IF NOT EXISTS sentences_by_document ON sentences (document);
    CREATE VIRTUAL TABLE IF NOT EXISTS sentence_words
      USING fts5 (text, content = '', tokenize = "unicode61 remove_diacritics 2");
    """

  static func exists(_ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'sentence_words')")
      ?? false
  }

  /// Takes a document out, whose text is still there.
  static func remove(_ document: Int, _ database: Database) throws {
    guard try exists(database),
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM indexed WHERE document = ?)",
        arguments: [document]) ?? false,
      let text = try text(of: document, database)
    else { return }
    let rows = try PlainStatement(
      database, #"SELECT number, start, "end" FROM sentences WHERE document = ?"#)
    rows.bind(document)
    var offsets = ScalarOffsets()
    let delete = try PlainStatement(
      database,
      "INSERT INTO sentence_words (sentence_words, rowid, text) VALUES ('delete', ?, ?)")
    while try rows.step() {
      let place = offsets.bytes(from: rows.int(1), to: rows.int(2), in: text.span)
      delete.bind(rows.int(0))
      delete.bind(SearchWords.spaced(String(decoding: text[place], as: UTF8.self)))
      try delete.run()
    }
    try database.execute(
      sql:
        "DELETE FROM sentences WHERE document = :document; DELETE FROM indexed WHERE document = :document",
      arguments: ["document": document])
  }

  /// Puts a document in.
  ///
  /// - Parameters:
  ///   - sentences: Its sentences, as bytes of the text, in order.
  static func add(
    _ document: Int, _ text: [UInt8], _ sentences: [Range<Int>], _ database: Database
  ) throws {
    let row = try PlainStatement(
      database, #"INSERT INTO sentences (document, start, "end") VALUES (?, ?, ?)"#)
    let words = try PlainStatement(
      database, "INSERT INTO sentence_words (rowid, text) VALUES (?, ?)")
    var offsets = ScalarOffsets()
    for sentence in sentences {
      row.bind(document)
      row.bind(offsets.scalars(before: sentence.lowerBound, in: text.span))
      row.bind(offsets.scalars(before: sentence.upperBound, in: text.span))
      try row.run()
      words.bind(Int(database.lastInsertedRowID))
      words.bind(SearchWords.spaced(String(decoding: text[sentence], as: UTF8.self)))
      try words.run()
    }
    try database.execute(sql: "INSERT INTO indexed VALUES (?)", arguments: [document])
  }

  static func text(of document: Int, _ database: Database) throws -> [UInt8]? {
    let row = try PlainStatement(database, "SELECT text FROM contents WHERE document = ?")
    row.bind(document)
    return try row.step() ? row.blob(0) : nil
  }
}
