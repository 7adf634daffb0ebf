import Gazetteers

/// What Neo4j calls the type of a node.
enum Neo4jLabel {
  /// `Person` for `person`. Colons and semicolons, at which Neo4j's readers split, become `_`.
  static func label(of kind: Kind) -> String {
    let word = String(kind.name.map { $0 == ":" || $0 == ";" ? "_" : $0 })
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
