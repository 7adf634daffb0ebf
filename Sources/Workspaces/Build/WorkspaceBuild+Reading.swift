import GRDB

extension WorkspaceBuild {
  /// Where reading the documents in order has come to.
  public struct Place: Sendable {
    var id = ""
    var copy = 0

    public init() {}
  }

  /// Reads stored documents in the order of their identifiers.
  ///
  /// - Parameters:
  ///   - place: Where to go on; moved behind what was read.
  ///   - bytes: About how much text is read at once.
  /// - Returns: Documents with their numbers; none behind the last.
  public func read(
    from place: inout Place, bytes: Int
  ) throws(WorkspaceError) -> [StoredDocument] {
    let path = path
    var (result, size) = ([StoredDocument](), 0)
    let (id, copy) = (place.id, place.copy)
    var last = place
    try workspace.access { database in
      let rows = try PlainStatement(
        database,
        Self.documents + """
           WHERE (d.id, d.copy) > (?, ?) ORDER BY d.id, d.copy
          """)
      rows.bind(id)
      rows.bind(copy)
      while size < bytes, try rows.step() {
        let document = try Self.document(rows, database)
        // SQLite does not notice every damage of its pages.
        guard document.contentHash().digits == rows.text(10),
          document.taggedHash().digits == rows.text(11)
        else {
          throw WorkspaceError(
            path: path, reason: "the workspace is damaged at document \"\(document.id)\"",
            advice: "delete it and build again")
        }
        size += document.text.count
        last.id = document.id
        last.copy = rows.int(1)
        result.append(document)
      }
    }
    place = last
    return result
  }

  /// A stored document by its number.
  static func document(_ number: Int, _ database: Database) throws -> StoredDocument? {
    let rows = try PlainStatement(database, Self.documents + " WHERE d.number = ?")
    rows.bind(number)
    return try rows.step() ? document(rows, database) : nil
  }

  private static let documents = """
    SELECT d.number, d.copy, d.id, d.title, d.date, d.source, d.language, c.text, c.code,
      c.windows, d.hash, d.tagged_hash
    FROM documents AS d JOIN contents AS c ON c.document = d.number
    """

  private static func document(
    _ row: PlainStatement, _ database: Database
  ) throws -> StoredDocument {
    let text = row.blob(7)
    var document = StoredDocument(
      id: row.text(2) ?? "", title: row.text(3), date: row.text(4), source: row.text(5),
      language: row.text(6), text: text,
      code: StoredDocument.unpacked(row.blob(8), within: text.count))
    document.windows = row.blob(9)
    document.mentions = try mentions(of: row.int(0), database)
    return document
  }

  private static func mentions(of document: Int, _ database: Database) throws -> StoredMentions {
    let rows = try PlainStatement(
      database,
      "SELECT \(StoredMentions.columns) FROM mentions WHERE document = ? ORDER BY start")
    rows.bind(document)
    var result = StoredMentions()
    while try rows.step() { result.append(rows) }
    return result
  }
}
