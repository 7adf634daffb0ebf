import EntityGraphs
import GRDB

extension Workspace {
  /// The graph of the last build.
  ///
  /// - Parameters:
  ///   - limit: How many windows each tie shows as evidence.
  ///   - withDays: Whether ties have their days, which only files of a graph show; to read them takes a
  ///     quarter of the time.
  /// - Complexity: O(nodes and ties, and the texts of the evidence).
  public func graph(
    evidence limit: Int = 0, withDays: Bool = true
  ) throws(WorkspaceError) -> EntityGraph {
    try access { database in
      let (nodes, places) = try Self.nodes(
        database, "SELECT \(Self.nodeColumns) FROM entities ORDER BY number")
      let rows = try PlainStatement(
        database,
        """
        SELECT \(withDays ? Self.tieColumns : Self.tieNumbers) FROM ties ORDER BY source, target
        """)
      let ties = try Self.ties(rows, places, withDays: withDays)
      return try graph(nodes, Self.withEvidence(ties, places, limit: limit, database))
    }
  }

  /// The part of the graph that some entities are the midst of: those that are reached in so many steps.
  ///
  /// - Parameters:
  ///   - centres: Numbers of entities.
  ///   - hops: How many ties to go, 1 or more.
  ///   - withRim: Whether the ties among those that are reached last are part of it, or only the ties
  ///     that lead to them.
  ///   - limit: How many windows each tie shows as evidence.
  /// - Complexity: O(ties of the entities reached; without the rim, of those reached before the last step).
  public func graph(
    around centres: [Int], hops: Int, withRim: Bool = true, evidence limit: Int = 0
  ) throws(WorkspaceError) -> EntityGraph {
    try access { database in
      let (inner, reached) = try Self.reached(from: centres, hops: hops, database)
      try Self.note(reached, in: "reached", database)
      let (nodes, places) = try Self.nodes(
        database,
        "SELECT \(Self.nodeColumns) FROM entities WHERE number IN temp.reached ORDER BY number")
      let ties: TieList
      if withRim {
        ties = try Self.ties(
          PlainStatement(
            database,
            """
            SELECT \(Self.tieColumns) FROM temp.reached AS r JOIN ties ON ties.source = r.number
            WHERE ties.target IN temp.reached ORDER BY ties.source, ties.target
            """), places)
      } else {
        try Self.note(inner, in: "within", database)
        ties = try Self.ties(
          PlainStatement(
            database,
            """
            SELECT \(Self.tieColumns) FROM temp.within AS w JOIN ties ON ties.source = w.number
            UNION
            SELECT \(Self.tieColumns) FROM temp.within AS w JOIN ties ON ties.target = w.number
            ORDER BY 1, 2
            """), places)
      }
      return try graph(nodes, Self.withEvidence(ties, places, limit: limit, database))
    }
  }

  /// Where the nodes of the last build's graph stand.
  public func placement() throws(WorkspaceError) -> Placement {
    try access { database in
      let rows = try PlainStatement(database, "SELECT x, y, size FROM entities ORDER BY number")
      var (positions, sizes) = ([Placement.Point](), [Double]())
      while try rows.step() {
        positions.append(Placement.Point(x: rows.double(0), y: rows.double(1)))
        sizes.append(rows.double(2))
      }
      return Placement(positions: positions, sizes: sizes)
    }
  }

  /// A part of a graph of this workspace, with evidence.
  ///
  /// - Parameters:
  ///   - graph: The part.
  ///   - limit: How many windows each tie shows.
  ///   - range: Of which documents they are.
  public func addingEvidence(
    to graph: EntityGraph, limit: Int, in range: DocumentRange = DocumentRange()
  ) throws(WorkspaceError) -> EntityGraph {
    try access { database in
      let number = try PlainStatement(database, "SELECT number FROM entities WHERE id = ?")
      var numbers = [Int](repeating: -1, count: graph.nodes.count)
      for (place, node) in graph.nodes.enumerated() {
        number.bind(node.id.text)
        if try number.step() { numbers[place] = number.int(0) }
        number.reset()
      }
      return EntityGraph(
        nodes: graph.nodes,
        ties: try Self.withEvidence(graph.ties, numbers, limit: limit, in: range, database))
    }
  }

  /// The graph of what tables say, which contradict each other in a damaged file.
  func graph(_ nodes: [Node], _ ties: TieList) throws(WorkspaceError) -> EntityGraph {
    let nodes = NodeList(nodes)
    guard EntityGraph.isGraph(nodes: nodes, ties: ties) else {
      throw WorkspaceError(
        path: path, reason: "the workspace is damaged", advice: "delete it and build again")
    }
    return EntityGraph(nodes: nodes, ties: ties)
  }

  /// Puts numbers where statements find them.
  static func note(_ numbers: Set<Int>, in table: String, _ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS \(table) (number INTEGER PRIMARY KEY);
        DELETE FROM temp.\(table)
        """)
    let rows = try RowInserter(database, "temp.\(table)", columns: 1)
    let sorted = numbers.sorted()
    try rows.insert(sorted.count) { $0.bind(sorted[$1]) }
  }

  /// The numbers that are reached in so many steps, and those of them that are reached before the last.
  static func reached(
    from centres: [Int], hops: Int, _ database: Database
  ) throws -> (inner: Set<Int>, all: Set<Int>) {
    let rows = try PlainStatement(
      database,
      "SELECT target FROM ties WHERE source = ?1 UNION ALL SELECT source FROM ties WHERE target = ?1"
    )
    var (inner, all) = (Set<Int>(), Set(centres))
    var outermost = centres
    for _ in 0..<hops where !outermost.isEmpty {
      inner = all
      var found: [Int] = []
      for number in outermost {
        rows.bind(number)
        while try rows.step() {
          if all.insert(rows.int(0)).inserted { found.append(rows.int(0)) }
        }
        rows.reset()
      }
      outermost = found
    }
    return (inner, all)
  }

  private static let tieNumbers = """
    ties.source, ties.target, ties.count, ties.repeats, ties.documents, ties.sources, ties.weight,
    ties.npmi, ties.jaccard, ties.llr, ties.noise_corrected
    """

  private static let tieColumns = tieNumbers + ", ties.first, ties.last"

  /// Nodes, and the place of each by its number, below 0 where it has none.
  private static func nodes(
    _ database: Database, _ sql: String
  ) throws -> (nodes: [Node], places: [Int32]) {
    let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM entities") ?? -1
    // More than any lexicon has.
    guard last < 1 << 28 else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an entity has no possible number")
    }
    var (nodes, places) = ([Node](), [Int32](repeating: -1, count: max(0, last + 1)))
    let rows = try PlainStatement(database, sql)
    while try rows.step() {
      // A damaged file may say a number twice.
      guard places.indices.contains(rows.int(0)), places[rows.int(0)] < 0 else { continue }
      places[rows.int(0)] = Int32(nodes.count)
      nodes.append(node(rows))
    }
    return (nodes, places)
  }

  /// The ties in rows of `tieColumns`, or of `tieNumbers` without days: those between nodes that are there.
  private static func ties(
    _ row: PlainStatement, _ places: [Int32], withDays: Bool = true
  ) throws -> TieList {
    var ties = LoadedTies()
    while try row.step() {
      let (source, target) = (row.int(0), row.int(1))
      guard places.indices.contains(source), places.indices.contains(target),
        places[source] >= 0, places[target] >= 0
      else { continue }
      ties.append(
        source: Int(places[source]), target: Int(places[target]), count: row.int(2),
        repeats: row.int(3), documents: row.int(4), sources: row.int(5),
        days: withDays ? row.days(11) : nil,
        weight: row.double(6),
        Measures(
          npmi: row.double(7), jaccard: row.double(8), llr: row.double(9),
          noiseCorrected: row.double(10)))
    }
    return ties.list
  }

  /// Ties with their first windows; as they are where none is wanted.
  private static func withEvidence(
    _ ties: TieList, _ places: [Int32], limit: Int, _ database: Database
  ) throws -> TieList {
    guard limit > 0 else { return ties }
    var numbers = [Int](repeating: -1, count: places.count { $0 >= 0 })
    for (number, place) in places.enumerated() where place >= 0 { numbers[Int(place)] = number }
    return try withEvidence(ties, numbers, limit: limit, in: DocumentRange(), database)
  }

  private static func withEvidence(
    _ ties: TieList, _ numbers: [Int], limit: Int, in range: DocumentRange, _ database: Database
  ) throws -> TieList {
    var reader = EvidenceReader(database)
    return TieList(
      try ties.map { tie in
        var tie = tie
        tie.evidence = try reader.rows(
          of: (numbers[tie.source], numbers[tie.target]), in: range, limit: limit,
          withRepeats: !range.isAll
        ).map(\.evidence)
        return tie
      })
  }
}
