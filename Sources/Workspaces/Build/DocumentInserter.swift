import GRDB
import Gazetteers
import TextFiles

/// Inserts documents with their contents, mentions and names. Its statements are prepared once for all of them.
final class DocumentInserter {
  private let documents: PlainStatement
  private let contents: PlainStatement
  private let mentions: RowInserter
  private let names: RowInserter
  /// Which names were met, so that few are offered to the table a second time.
  private var met = KeySet()
  /// Names that are not inserted yet: in the order of the table it takes them several times as fast.
  private var waiting: [(key: Int, entity: Int, name: String)] = []

  init(_ database: Database) throws {
    documents = try PlainStatement(
      database, "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
    contents = try PlainStatement(database, "INSERT INTO contents VALUES (?, ?, ?, ?)")
    mentions = try RowInserter(database, "mentions", columns: 11)
    names = try RowInserter(database, "names", columns: 3, skipsKnown: true)
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
      note(name: stored.texts.span.extracting(mention.text), of: mention.entity)
    }
  }

  /// Notes that an entity is called a name.
  func note(name: Span<UInt8>, of entity: Int) {
    guard met.insert(nameKey(name, of: entity)) else { return }
    let text = String(copying: name)
    waiting.append((Int(truncatingIfNeeded: FoldedName.key(text)), entity, text))
  }

  /// Inserts the names that were noted, before what was inserted is committed.
  func finish() throws {
    waiting.sort { ($0.key, $0.entity) < ($1.key, $1.entity) }
    try names.insert(waiting.count) { row, place in
      row.bind(waiting[place].key)
      row.bind(waiting[place].entity)
      row.bind(waiting[place].name)
    }
    waiting.removeAll()
  }
}
