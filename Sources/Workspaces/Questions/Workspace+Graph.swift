import EntityGraphs
import GRDB

extension Workspace {
  /// The graph of the last build.
  ///
  /// - Parameter limit: How many windows each tie shows as evidence.
  /// - Complexity: O(nodes and ties, and the texts of the evidence).
  public func graph(evidence limit: Int = 0) throws(WorkspaceError) -> EntityGraph {
    try access { database in
      let (nodes, places) = try Self.nodes(
        database, "SELECT \(Self.nodeColumns) FROM entities ORDER BY number")
      let rows = try PlainStatement(
        database, "SELECT \(Self.tieColumns) FROM ties ORDER BY source, target")
      var ties: [Tie] = []
      while try rows.step() {
        if let tie = Self.tie(rows, places) { ties.append(tie) }
      }
      if limit > 0 { try Self.addEvidence(to: &ties, places, limit: limit, database) }
      return EntityGraph(nodes: nodes, ties: ties)
    }
  }

  /// The part of the graph that some entities are the midst of: those that are reached in so many steps,
  /// and all ties among them.
  ///
  /// - Parameters:
  ///   - centres: Numbers of entities.
  ///   - hops: How many ties to go, 1 or more.
  ///   - limit: How many windows each tie shows as evidence.
  /// - Complexity: O(ties of the entities reached).
  public func graph(
    around centres: [Int], hops: Int, evidence limit: Int = 0
  ) throws(WorkspaceError) -> EntityGraph {
    let reached = try access { try Self.reached(from: centres, hops: hops, $0) }
    return try access { database in
      try Self.note(reached, database)
      let (nodes, places) = try Self.nodes(
        database,
        "SELECT \(Self.nodeColumns) FROM entities WHERE number IN temp.reached ORDER BY number")
      let rows = try PlainStatement(
        database,
        """
        SELECT \(Self.tieColumns) FROM temp.reached AS r JOIN ties ON ties.source = r.number
        WHERE ties.target IN temp.reached ORDER BY ties.source, ties.target
        """)
      var ties: [Tie] = []
      while try rows.step() {
        if let tie = Self.tie(rows, places) { ties.append(tie) }
      }
      if limit > 0 { try Self.addEvidence(to: &ties, places, limit: limit, database) }
      return EntityGraph(nodes: nodes, ties: ties)
    }
  }

  /// Puts numbers where statements find them.
  private static func note(_ numbers: Set<Int>, _ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS reached (number INTEGER PRIMARY KEY);
        DELETE FROM temp.reached
        """)
    let row = try PlainStatement(database, "INSERT INTO temp.reached VALUES (?)")
    for number in numbers.sorted() {
      row.bind(number)
      try row.run()
    }
  }

  private static func reached(
    from centres: [Int], hops: Int, _ database: Database
  ) throws -> Set<Int> {
    let rows = try PlainStatement(
      database,
      "SELECT target FROM ties WHERE source = ?1 UNION ALL SELECT source FROM ties WHERE target = ?1"
    )
    var reached = Set(centres)
    var outermost = centres
    for _ in 0..<hops where !outermost.isEmpty {
      var found: [Int] = []
      for number in outermost {
        rows.bind(number)
        while try rows.step() {
          if reached.insert(rows.int(0)).inserted { found.append(rows.int(0)) }
        }
        rows.reset()
      }
      outermost = found
    }
    return reached
  }

  static let nodeColumns =
    "number, id, kind, name, mentions, windows, documents, attributes"

  private static let tieColumns = """
    ties.source, ties.target, ties.count, ties.repeats, ties.documents, ties.sources, ties.weight,
    ties.npmi, ties.jaccard, ties.llr, ties.noise_corrected
    """

  /// Nodes, and the place of each by its number.
  private static func nodes(
    _ database: Database, _ sql: String
  ) throws -> (nodes: [Node], places: [Int: Int]) {
    var (nodes, places) = ([Node](), [Int: Int]())
    let rows = try PlainStatement(database, sql)
    while try rows.step() {
      places[rows.int(0)] = nodes.count
      nodes.append(node(rows))
    }
    return (nodes, places)
  }

  private static func tie(_ row: PlainStatement, _ places: [Int: Int]) -> Tie? {
    guard let source = places[row.int(0)], let target = places[row.int(1)] else { return nil }
    return Tie(
      source: source, target: target, count: row.int(2), repeats: row.int(3),
      documents: row.int(4), sources: row.int(5), weight: row.double(6),
      measures: Measures(
        npmi: row.double(7), jaccard: row.double(8), llr: row.double(9),
        noiseCorrected: row.double(10)))
  }

  /// Gives each tie its first windows.
  private static func addEvidence(
    to ties: inout [Tie], _ places: [Int: Int], limit: Int, _ database: Database
  ) throws {
    var numbers = [Int](repeating: 0, count: places.count)
    for (number, place) in places { numbers[place] = number }
    var reader = EvidenceReader(database)
    for place in ties.indices {
      let pair = (numbers[ties[place].source], numbers[ties[place].target])
      ties[place].evidence = try reader.rows(of: pair, limit: limit, withRepeats: false)
        .map(\.evidence)
    }
  }
}
