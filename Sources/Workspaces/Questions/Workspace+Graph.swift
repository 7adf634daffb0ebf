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
      return try graph(nodes, ties)
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
      return try graph(nodes, ties)
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
      var places: [Int: Int] = [:]
      for (place, node) in graph.nodes.enumerated() {
        number.bind(node.id.text)
        if try number.step() { places[number.int(0)] = place }
        number.reset()
      }
      var ties = graph.ties
      try Self.addEvidence(to: &ties, places, limit: limit, in: range, database)
      return EntityGraph(nodes: graph.nodes, ties: ties)
    }
  }

  /// The graph of what tables say, which contradict each other in a damaged file.
  func graph(_ nodes: [Node], _ ties: [Tie]) throws(WorkspaceError) -> EntityGraph {
    guard EntityGraph.isGraph(nodes: nodes, ties: ties) else {
      throw WorkspaceError(
        path: path, reason: "the workspace is damaged", advice: "delete it and build again")
    }
    return EntityGraph(nodes: nodes, ties: ties)
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

  private static let tieColumns = """
    ties.source, ties.target, ties.count, ties.repeats, ties.documents, ties.sources, ties.weight,
    ties.npmi, ties.jaccard, ties.llr, ties.noise_corrected, ties.first, ties.last
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
      documents: row.int(4), sources: row.int(5), days: days(row.text(11), row.text(12)),
      weight: row.double(6),
      measures: Measures(
        npmi: row.double(7), jaccard: row.double(8), llr: row.double(9),
        noiseCorrected: row.double(10)))
  }

  /// Gives each tie its first windows.
  private static func addEvidence(
    to ties: inout [Tie], _ places: [Int: Int], limit: Int,
    in range: DocumentRange = DocumentRange(), _ database: Database
  ) throws {
    let count = (places.values.max() ?? -1) + 1
    var numbers = [Int](repeating: -1, count: count)
    for (number, place) in places { numbers[place] = number }
    var reader = EvidenceReader(database)
    for place in ties.indices {
      guard ties[place].target < count, ties[place].source < count else { continue }
      let pair = (numbers[ties[place].source], numbers[ties[place].target])
      ties[place].evidence = try reader.rows(
        of: pair, in: range, limit: limit, withRepeats: false
      )
      .map(\.evidence)
    }
  }
}
