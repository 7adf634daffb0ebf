import GRDB
import Gazetteers
import TextFiles

/// Inserts documents with their contents, mentions and names. Its statements are prepared once for all of them.
final class DocumentInserter {
  private let documents: PlainStatement
  private let contents: PlainStatement
  private let mentions: RowInserter
  private let names: PlainStatement
  /// Which names were met, so that few are offered to the table a second time.
  private var met = KeySet()

  init(_ database: Database) throws {
    documents = try PlainStatement(
      database, "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
    contents = try PlainStatement(database, "INSERT INTO contents VALUES (?, ?, ?, ?)")
    mentions = try RowInserter(database, "mentions", columns: 11)
    names = try PlainStatement(database, "INSERT OR IGNORE INTO names VALUES (?, ?, ?)")
  }

  /// Inserts a document.
  ///
  /// - Parameters:
  ///   - document: The document with its windows and mentions.
  ///   - hash: Its content.
  ///   - number: Its number, which no other has.
  ///   - copy: Which of the documents of its identifier it is, from 1.
  func insert(
    _ document: StoredDocument, hash: ContentHash, number: Int, copy: Int
  ) throws {
    documents.bind(number)
    documents.bind(document.id)
    documents.bind(copy)
    for field in [document.title, document.date, document.source, document.language] {
      documents.bind(field)
    }
    documents.bind(hash.digits)
    documents.bind(document.taggedHash().digits)
    try documents.run()
    try contents.lend(document.text.span) {
      contents.bind(number)
      contents.bind(lent: 0..<document.text.count)
      if document.code.isEmpty {
        contents.bindNull()
      } else {
        contents.bind(blob: StoredDocument.packed(document.code).span)
      }
      contents.bind(blob: document.windows.span)
      try contents.run()
    }
    try insert(document.mentions, of: number)
  }

  private func insert(_ stored: StoredMentions, of document: Int) throws {
    let rows = stored.rows
    try mentions.insert(rows.count, lending: stored.texts.span) { row, place in
      let mention = rows[place]
      row.bind(document)
      row.bind(mention.start)
      row.bind(mention.end)
      row.bind(lent: mention.text)
      row.bind(mention.entity)
      row.bind(lent: mention.form)
      row.bind(lent: mention.rule)
      row.bind(mention.confidence)
      row.bind(mention.sentence)
      row.bind(lent: mention.rivals)
      row.bind(lent: mention.inner)
    }
    for mention in rows {
      try insert(name: stored.texts.span.extracting(mention.text), of: mention.entity)
    }
  }

  /// Notes that an entity is called a name.
  func insert(name: Span<UInt8>, of entity: Int) throws {
    guard met.insert(nameKey(name, of: entity)) else { return }
    names.bind(Int(truncatingIfNeeded: FoldedName.key(String(copying: name))))
    names.bind(entity)
    names.bind(text: name)
    try names.run()
  }
}
