import EntityGraphs
import GRDB
import TextFiles

extension Workspace {
  /// A sentence that a search found.
  public struct Finding: Sendable, Equatable {
    public var sentence: Evidence
    public var source: String?
    public var date: String?
    public var title: String?
  }

  /// How many documents the index of sentences lacks.
  public func unindexed() throws(WorkspaceError) -> Int {
    try access { database in
      guard try SentenceIndex.exists(database) else {
        return try Int.fetchOne(database, sql: "SELECT count(*) FROM documents") ?? 0
      }
      return try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM documents WHERE number NOT IN (SELECT document FROM indexed)")
        ?? 0
    }
  }

  /// Brings the index of sentences up to date.
  ///
  /// - Parameters:
  ///   - progress: Called now and then with the documents done.
  ///   - sentences: Finds the sentences of a text, as bytes, in order.
  /// - Throws: `WorkspaceError` where the file cannot be written.
  public func index(
    progress: (Int) -> Void = { _ in }, sentences: ([UInt8]) -> [Range<Int>]
  ) throws(WorkspaceError) {
    try access { database in
      try database.inTransaction(.immediate) {
        try database.execute(sql: SentenceIndex.tables)
        let missing = try Int.fetchAll(
          database,
          sql: """
            SELECT number FROM documents WHERE number NOT IN (SELECT document FROM indexed)
            ORDER BY number
            """)
        for (done, number) in missing.enumerated() {
          guard let text = try SentenceIndex.text(of: number, database) else { continue }
          try SentenceIndex.add(number, text, sentences(text), database)
          if done % 256 == 0 { progress(done) }
        }
        return .commit
      }
    }
  }

  /// The sentences that hold what a person typed, the best first.
  ///
  /// - Parameters:
  ///   - typed: Words in any order, phrases in double quotes, beginnings of words with a star.
  ///   - limit: How many are wanted.
  /// - Returns: The sentences, and how many there are in all; nil where nothing but signs was typed.
  public func search(
    _ typed: String, limit: Int
  ) throws(WorkspaceError) -> (found: [Finding], total: Int)? {
    guard let expression = SearchWords.expression(typed) else { return nil }
    return try access { database in
      let total =
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM sentence_words WHERE sentence_words MATCH ?",
          arguments: [expression]) ?? 0
      let rows = try PlainStatement(
        database,
        """
        SELECT s.document, s.start, s."end", d.id, d.source, d.date, d.title
        FROM sentence_words AS w JOIN sentences AS s ON s.number = w.rowid
        JOIN documents AS d ON d.number = s.document
        WHERE sentence_words MATCH ? ORDER BY w.rank, d.id, d.copy, s.start LIMIT ?
        """)
      rows.bind(expression)
      rows.bind(limit)
      var reader = EvidenceReader(database)
      var found: [Finding] = []
      while try rows.step() {
        let text = try reader.window(
          rows.int(0), rows.int(1)..<max(rows.int(1), rows.int(2)),
          EvidenceText(
            evidence: Evidence(
              document: rows.text(3) ?? "", start: rows.int(1), end: rows.int(2), text: ""),
            isRepeat: false, wording: 0), context: 0)
        found.append(
          Finding(
            sentence: text.evidence, source: rows.text(4), date: rows.text(5),
            title: rows.text(6)))
      }
      return (found, total)
    }
  }
}
