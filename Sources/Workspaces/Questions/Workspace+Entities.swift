import EntityGraphs
import GRDB
import Gazetteers

/// An entity of a workspace.
public struct StoredEntity: Sendable, Equatable {
  /// Its number in all tables.
  public var number: Int
  public var node: Node
}

extension Workspace {
  /// The entity with an identifier; nil where there is none.
  public func entity(id: String) throws(WorkspaceError) -> StoredEntity? {
    try access { try Self.entities($0, "WHERE id = ?") { $0.bind(id) } }.first
  }

  /// The entities that are called a name, as the documents write it or as gazetteers prefer it; case,
  /// diacritics and signs do not matter.
  ///
  /// - Returns: Those whose preferred name it is, or else all others, ordered by identifier.
  public func entities(named name: String) throws(WorkspaceError) -> [StoredEntity] {
    let key = FoldedName.key(name)
    // All names without letters and digits have the key of an empty one.
    let isPlain = key != FoldedName.key("")
    let found = try access {
      try Self.entities(
        $0, "WHERE number IN (SELECT entity FROM names WHERE key = ? AND (? OR name = ?))"
      ) {
        $0.bind(Int(truncatingIfNeeded: key))
        $0.bind(isPlain ? 1 : 0)
        $0.bind(name)
      }
    }
    let preferred = found.filter {
      isPlain ? FoldedName.key($0.node.name) == key : $0.node.name == name
    }
    return preferred.isEmpty ? found : preferred
  }

  /// All entities, ordered by identifier.
  public func entities() throws(WorkspaceError) -> [StoredEntity] {
    try access { try Self.entities($0, "") { _ in } }
  }

  private static func entities(
    _ database: Database, _ condition: String, _ bind: (PlainStatement) -> Void
  ) throws -> [StoredEntity] {
    let rows = try PlainStatement(
      database, "SELECT \(nodeColumns) FROM entities \(condition) ORDER BY number")
    bind(rows)
    var result: [StoredEntity] = []
    while try rows.step() {
      result.append(StoredEntity(number: rows.int(0), node: node(rows)))
    }
    return result
  }

  static let nodeColumns = """
    number, id, kind, name, mentions, windows, documents, first, last, attributes, degree, strength,
    pagerank, betweenness, core, community, x, y, size
    """

  /// The node in a row of `nodeColumns`.
  static func node(_ row: PlainStatement) -> Node {
    var analysis: NodeAnalysis?
    if !row.isNull(10), !row.isNull(15) {
      analysis = NodeAnalysis(
        degree: row.int(10), strength: row.double(11), pageRank: row.double(12),
        betweenness: row.isNull(13) ? nil : row.double(13), core: row.int(14),
        community: row.int(15))
    }
    return Node(
      id: EntityID(row.text(1) ?? ""), kind: Kind(row.text(2) ?? ""), name: row.text(3) ?? "",
      mentions: row.int(4), windows: row.int(5), documents: row.int(6),
      days: row.days(7),
      attributes: AttributeText.attributes(row.text(9)), analysis: analysis)
  }
}
