import EntityGraphs
import GRDB
import Gazetteers

extension Workspace {
  /// The windows that hold two entities, in the order of documents and places, repeats among them.
  ///
  /// - Parameters:
  ///   - pair: The numbers of two entities.
  ///   - range: Of which documents.
  ///   - limit: How many are wanted.
  ///   - context: How many Unicode scalars before and behind each window are shown with it.
  public func evidence(
    of pair: (Int, Int), in range: DocumentRange = DocumentRange(), limit: Int = .max,
    context: Int = 0
  ) throws(WorkspaceError) -> [EvidenceText] {
    try access { database in
      var reader = EvidenceReader(database)
      return try reader.rows(
        of: pair, in: range, limit: limit, withRepeats: true, context: context)
    }
  }

  /// For each of some ties the window that speaks for it most often: that which was repeated most, of
  /// those the first; nil for ties without any.
  ///
  /// - Parameters:
  ///   - ties: The identifiers of their ends.
  ///   - range: Of which documents.
  public func strongestEvidence(
    of ties: [(EntityID, EntityID)], in range: DocumentRange = DocumentRange()
  ) throws(WorkspaceError) -> [Evidence?] {
    try access { database in
      let row = try PlainStatement(database, "SELECT number FROM entities WHERE id = ?")
      func number(_ id: EntityID) throws -> Int? {
        defer { row.reset() }
        row.bind(id.text)
        return try row.step() ? row.int(0) : nil
      }
      var reader = EvidenceReader(database)
      return try ties.map { source, target in
        guard let source = try number(source), let target = try number(target) else { return nil }
        return try reader.strongest(of: (source, target), in: range)?.evidence
      }
    }
  }

  /// A stored document that mentions an entity.
  public struct MentioningDocument: Sendable {
    public var number: Int
    public var id: String
    public var source: String?
    public var date: String?
    public var title: String?
    /// Its windows, in the form of `WindowBatch.stored`.
    public var windows: [UInt8]
    public var text: [UInt8]
  }

  /// Calls a closure with each document that mentions an entity, in the order of identifiers.
  ///
  /// - Parameters:
  ///   - entity: The number of the entity.
  ///   - range: Of which documents.
  ///   - body: Receives the documents; says whether it wants more.
  public func forEachDocument(
    mentioning entity: Int, in range: DocumentRange = DocumentRange(),
    _ body: (MentioningDocument) throws -> Bool
  ) throws(WorkspaceError) {
    try access { database in
      let rows = try PlainStatement(
        database,
        """
        SELECT d.number, d.id, d.source, d.date, d.title, c.windows, c.text
        FROM appearances AS a
        JOIN documents AS d ON d.number = a.document JOIN contents AS c ON c.document = d.number
        WHERE a.entity = ?4 AND \(DocumentRange.condition) ORDER BY d.id, d.copy
        """)
      range.bind(rows)
      rows.bind(entity)
      while try rows.step() {
        let document = MentioningDocument(
          number: rows.int(0), id: rows.text(1) ?? "", source: rows.text(2), date: rows.text(3),
          title: rows.text(4), windows: rows.blob(5), text: rows.blob(6))
        guard try body(document) else { break }
      }
    }
  }
}
