import GRDB

/// Takes the rows that follow from documents, one document after another, and inserts many together.
public final class ResultRows {
  /// How often a document mentions an entity.
  private struct Appearance {
    var entity: Int
    var document: Int
    var mentions: Int
  }

  /// So many appearances are put into order before they are inserted: in the order of its rows a table
  /// takes them twice as fast.
  private static let ordered = 1 << 19

  private let evidenceRows: RowInserter
  private let appearanceRows: RowInserter
  private var evidence: [(row: WorkspaceBuild.EvidenceRow, document: Int)] = []
  private var appearances: [Appearance] = []
  /// The number of the document whose rows come now.
  var document = 0

  init(_ database: Database) throws {
    evidenceRows = try RowInserter(database, "evidence", columns: 7)
    appearanceRows = try RowInserter(database, "appearances", columns: 3)
  }

  /// Takes a window of the document.
  public func append(_ row: WorkspaceBuild.EvidenceRow) throws {
    evidence.append((row, document))
    if evidence.count == 1024 { try insertEvidence() }
  }

  /// Takes how often the document mentions an entity.
  public func append(mentions: Int, of entity: Int) throws {
    appearances.append(Appearance(entity: entity, document: document, mentions: mentions))
    if appearances.count == Self.ordered { try insertAppearances() }
  }

  /// Inserts what is left.
  func finish() throws {
    try insertEvidence()
    try insertAppearances()
  }

  private func insertEvidence() throws {
    let rows = evidence
    evidence.removeAll(keepingCapacity: true)
    try evidenceRows.insert(rows.count) { statement, place in
      let (row, document) = rows[place]
      statement.bind(row.source)
      statement.bind(row.target)
      statement.bind(document)
      statement.bind(row.start)
      statement.bind(row.end)
      statement.bind(Int(truncatingIfNeeded: row.wording))
      statement.bind(row.isRepeat ? 1 : 0)
    }
  }

  private func insertAppearances() throws {
    appearances.sort { ($0.entity, $0.document) < ($1.entity, $1.document) }
    let rows = appearances
    appearances.removeAll(keepingCapacity: true)
    try appearanceRows.insert(rows.count) { statement, place in
      statement.bind(rows[place].entity)
      statement.bind(rows[place].document)
      statement.bind(rows[place].mentions)
    }
  }
}
