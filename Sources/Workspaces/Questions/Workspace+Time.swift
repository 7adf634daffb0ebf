import Dates
import EntityGraphs
import GRDB

/// Which documents a question is about.
public struct DocumentRange: Sendable, Equatable {
  /// The first day, ISO 8601; a year or month means its first day.
  public var since: String?
  /// The last day; a year or month means all of it.
  public var until: String?
  /// The source the documents are of.
  public var source: String?

  public init(since: String? = nil, until: String? = nil, source: String? = nil) {
    (self.since, self.until, self.source) = (since, until, source)
  }

  public var isAll: Bool { since == nil && until == nil && source == nil }

  /// A condition on the table `documents AS d`; its parameters are bound by `bind`.
  ///
  /// As in a build, all days that a date can mean must be in the range: nobody knows whether a document
  /// of `2024` is of June.
  static let condition = """
    (?1 IS NULL OR substr(d.date || '-01-01', 1, 10) >= ?1)
    AND (?2 IS NULL OR CASE length(d.date) WHEN 4 THEN d.date || '-12-31'
      WHEN 7 THEN date(d.date || '-01', '+1 month', '-1 day') ELSE substr(d.date, 1, 10) END <= ?2)
    AND (?3 IS NULL OR d.source = ?3)
    """

  func bind(_ statement: PlainStatement) {
    statement.bind(since.flatMap { StatedDate(iso: $0) }?.firstDay.description ?? since)
    statement.bind(until.flatMap { StatedDate(iso: $0) }?.lastDay.description ?? until)
    statement.bind(source)
  }
}

extension Workspace {
  /// What is counted of a day.
  public struct DayCount: Sendable, Equatable {
    /// The date as the documents state it; nil for those that state none.
    public var date: String?
    /// Mentions of the entity, or distinct windows of the tie.
    public var count: Int
    public var documents: Int
  }

  /// How often an entity is mentioned, by the date of the documents, in their order.
  public func mentions(
    of entity: Int, in range: DocumentRange = DocumentRange()
  ) throws(WorkspaceError) -> [DayCount] {
    try days(
      """
      SELECT d.date, sum(a.mentions), count(*)
      FROM appearances AS a JOIN documents AS d ON d.number = a.document
      WHERE a.entity = ?4 AND \(DocumentRange.condition) GROUP BY d.date ORDER BY d.date
      """, [entity], range)
  }

  /// How many distinct windows hold two entities, by the date of the documents, in their order; a
  /// window that is repeated counts once, at its earliest date in the range.
  public func windows(
    of pair: (Int, Int), in range: DocumentRange = DocumentRange()
  ) throws(WorkspaceError) -> [DayCount] {
    try days(
      """
      SELECT date, count(*), count(DISTINCT document)
      FROM (
        SELECT d.date, e.document, row_number() OVER (
          PARTITION BY e.wording ORDER BY d.date NULLS LAST, e.rowid) AS place
        FROM evidence AS e JOIN documents AS d ON d.number = e.document
        WHERE e.source = ?4 AND e.target = ?5 AND \(DocumentRange.condition)
      )
      WHERE place = 1 GROUP BY date ORDER BY date
      """, [min(pair.0, pair.1), max(pair.0, pair.1)], range)
  }

  private func days(
    _ sql: String, _ numbers: [Int], _ range: DocumentRange
  ) throws(WorkspaceError) -> [DayCount] {
    try access { database in
      let rows = try PlainStatement(database, sql)
      range.bind(rows)
      for number in numbers { rows.bind(number) }
      var result: [DayCount] = []
      while try rows.step() {
        result.append(
          DayCount(date: rows.text(0), count: rows.int(1), documents: rows.int(2)))
      }
      return result
    }
  }

  /// The graph that some of the documents make, counted from the evidence: without measures, which
  /// rest on all windows.
  ///
  /// - Parameters:
  ///   - range: Which documents.
  ///   - kept: Numbers of entities that are in the graph though these documents do not mention them.
  ///   - hops: Count only what is reached from these in so many steps; nil for all.
  ///   - withRim: Whether the ties among those that are reached last are part of it.
  /// - Complexity: O(evidence, and sorting it).
  public func graph(
    in range: DocumentRange, keeping kept: [Int] = [], hops: Int? = nil, withRim: Bool = true
  ) throws(WorkspaceError) -> EntityGraph {
    try access { database in
      if let hops {
        try Self.noteTies(near: kept, hops: hops, withRim: withRim, database)
      }
      let documents = try DocumentsInRange(range, database)
      // Of a part of the graph the ties tell which evidence to look at; CROSS keeps SQLite to this order.
      let rows = try PlainStatement(
        database,
        hops == nil
          ? "SELECT source, target, wording, document FROM evidence"
          : """
          SELECT t.source, t.target, e.wording, e.document
          FROM temp.near AS t
          CROSS JOIN evidence AS e ON e.source = t.source AND e.target = t.target
          """)
      var windows: [TieCounter.Window] = []
      while try rows.step() {
        guard let source = documents.source(of: rows.int(3)) else { continue }
        windows.append(
          TieCounter.Window(
            source: rows.int(0), target: rows.int(1), wording: rows.int(2), document: rows.int(3),
            documentSource: source))
      }
      let appearances = try PlainStatement(
        database,
        """
        SELECT entity, document, mentions FROM appearances
        \(hops == nil ? "" : "WHERE entity IN temp.reached")
        """)
      var mentioned: [Int: (mentions: Int, documents: Int)] = [:]
      while try appearances.step() {
        guard documents.source(of: appearances.int(1)) != nil else { continue }
        // A damaged workspace may say any number.
        mentioned[appearances.int(0), default: (0, 0)].mentions &+= appearances.int(2)
        mentioned[appearances.int(0), default: (0, 0)].documents += 1
      }
      let counts = TieCounter.counts(of: &windows)
      let wanted = Set(counts.flatMap { [$0.source, $0.target] } + mentioned.keys + kept)
      var (nodes, places) = ([Node](), [Int: Int]())
      let entities = try PlainStatement(
        database, "SELECT \(Self.nodeColumns) FROM entities ORDER BY number")
      while try entities.step() {
        guard wanted.contains(entities.int(0)) else { continue }
        places[entities.int(0)] = nodes.count
        var node = Self.node(entities)
        let count = mentioned[entities.int(0)]
        (node.mentions, node.documents) = (count?.mentions ?? 0, count?.documents ?? 0)
        node.windows = 0
        nodes.append(node)
      }
      let unknown = Measures(npmi: .nan, jaccard: .nan, llr: .nan, noiseCorrected: .nan)
      var ties = LoadedTies()
      for count in counts {
        guard let source = places[count.source], let target = places[count.target] else { continue }
        ties.append(
          source: source, target: target, count: count.wordings,
          repeats: count.windows - count.wordings, documents: count.documents,
          sources: count.sources, weight: Double(count.wordings), unknown)
      }
      return try graph(nodes, ties.list)
    }
  }

  /// Notes in `temp.reached` which entities are near some, and in `temp.near` the ties among them.
  ///
  /// - Parameter withRim: Whether the ties among those that are reached last are noted.
  private static func noteTies(
    near entities: [Int], hops: Int, withRim: Bool, _ database: Database
  ) throws {
    let (inner, all) = try reached(from: entities, hops: hops, database)
    try note(all, in: "reached", database)
    try note(withRim ? all : inner, in: "within", database)
    try database.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS near (
          source INTEGER, target INTEGER, PRIMARY KEY (source, target)) WITHOUT ROWID;
        DELETE FROM temp.near;
        INSERT INTO temp.near SELECT source, target
          FROM temp.within AS w CROSS JOIN ties ON ties.source = w.number
          WHERE target IN temp.reached;
        INSERT OR IGNORE INTO temp.near SELECT source, target
          FROM temp.within AS w CROSS JOIN ties ON ties.target = w.number
          WHERE source IN temp.reached
        """)
  }
}
