import EntityGraphs
import GRDB

extension WorkspaceBuild {
  /// A window that supports a tie, as a row of the table `evidence`.
  public struct EvidenceRow: Sendable {
    /// The numbers of the entities in the lexicon, the smaller first.
    public var source: Int
    public var target: Int
    /// Where the window begins and ends (excluded), in Unicode scalars.
    public var start: Int
    public var end: Int
    /// What tells the window from others that differ in more than signs and case.
    public var wording: UInt64
    /// Whether the window was seen before, in an earlier document or place.
    public var isRepeat: Bool

    public init(
      source: Int, target: Int, start: Int, end: Int, wording: UInt64, isRepeat: Bool
    ) {
      self.source = source
      self.target = target
      self.start = start
      self.end = end
      self.wording = wording
      self.isRepeat = isRepeat
    }
  }

  /// A stored document whose rows are asked for.
  public struct WindowedDocument {
    /// Its windows, in the form of `WindowBatch.stored`.
    public var windows: [UInt8]
    public var date: String?
    /// Reads its text.
    public var text: () -> [UInt8]
  }

  /// Writes the graph and its evidence in the place of what was there.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - placement: Where its nodes stand.
  ///   - numbers: For each node the number of its entity in the lexicon.
  ///   - give: Gives the rows of a document, called in the order of the documents' identifiers.
  public func write(
    _ graph: EntityGraph, placement: Placement, numbers: [Int],
    rows give: (WindowedDocument, ResultRows) throws -> Void
  ) throws(WorkspaceError) {
    try workspace.access { database in
      try Self.emptyResults(database)
      try self.write(graph.nodes, placement, numbers, database)
      try Self.write(graph.ties, numbers, database)
      let documents = try PlainStatement(
        database,
        """
        SELECT d.number, c.windows, d.date, c.text FROM documents AS d JOIN contents AS c ON c.document = d.number
        ORDER BY d.id, d.copy
        """)
      let rows = try ResultRows(database)
      while try documents.step() {
        rows.document = documents.int(0)
        try give(
          WindowedDocument(
            windows: documents.blob(1), date: documents.text(2), text: { documents.blob(3) }), rows)
      }
      try rows.finish()
    }
  }

  private func write(
    _ nodes: NodeList, _ placement: Placement, _ numbers: [Int], _ database: Database
  ) throws {
    let entities = try RowInserter(database, "entities", columns: 19)
    try entities.insert(nodes.count) { row, place in
      let node = nodes[place]
      row.bind(numbers[place])
      for text in [node.id.text, node.kind.name, node.name] { row.bind(text) }
      for count in [node.mentions, node.windows, node.documents] { row.bind(count) }
      row.bind(node.days)
      row.bind(AttributeText.json(node.attributes))
      row.bind(placement.positions[place].x)
      row.bind(placement.positions[place].y)
      row.bind(placement.sizes[place])
      row.bind(node.analysis?.degree)
      row.bind(node.analysis?.strength)
      row.bind(node.analysis?.pageRank)
      row.bind(node.analysis?.betweenness)
      row.bind(node.analysis?.core)
      row.bind(node.analysis?.community)
    }
    let inserter = try inserter(database)
    for (place, node) in nodes.enumerated() {
      node.name.withUTF8Span { inserter.note(name: $0, of: numbers[place]) }
    }
  }

  private static func write(_ ties: TieList, _ numbers: [Int], _ database: Database) throws {
    let rows = try RowInserter(database, "ties", columns: 13)
    try rows.insert(ties.count) { row, place in
      let tie = ties[place]
      row.bind(numbers[tie.source])
      row.bind(numbers[tie.target])
      row.bind(tie.count)
      row.bind(tie.repeats)
      row.bind(tie.documents)
      row.bind(tie.sources)
      row.bind(tie.days)
      row.bind(tie.weight)
      let measures = tie.measures
      row.bind(measures.npmi)
      row.bind(measures.jaccard)
      row.bind(measures.llr)
      row.bind(measures.noiseCorrected)
    }
  }
}
