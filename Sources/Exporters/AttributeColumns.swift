import EntityGraphs

/// The attributes of a graph's nodes as columns: each declared once, whatever its name.
struct AttributeColumns {
  /// One attribute, under the names that formats give it.
  struct Column: Equatable {
    /// As the nodes have it.
    let name: String

    /// `name`, unless a field of ours or another column has it, in whatever case.
    let title: String

    /// An XML token, unique in the file: `a_wikidata`.
    let key: String

    /// `title` as an XML token.
    let tokenTitle: String
  }

  /// In the order in which the nodes, by identifier, bring them.
  let columns: [Column]

  private let places: [String: Int]

  /// What we, or readers of our files, give a meaning to, in lower case.
  private static let reserved: Set<String> = [
    "", "id", "label", "name", "kind", "labels", "entity", "mentions", "windows", "documents",
    "size", "x", "y", "z", "r", "g", "b", "color", "colour", "viz", "weight", "source", "target",
    "type", "first", "last", "start", "end", "timeset", "interval", "timestamps", "pos", "degree",
    "strength", "pagerank", "betweenness", "core", "community", "parent",
  ]

  init(_ graph: EntityGraph) {
    var places: [String: Int] = [:]
    var columns: [Column] = []
    var (titles, keys, tokens) = (Self.reserved, Set<String>(), Self.reserved)
    for name in graph.nodes.attributeNames {
      let token = NameToken.simplified(name)
      places[name] = columns.count
      columns.append(
        Column(
          name: name, title: Self.unique(name, among: &titles),
          key: Self.unique("a_" + token, among: &keys),
          tokenTitle: Self.unique(token, among: &tokens)))
    }
    self.places = places
    self.columns = columns
  }

  /// The column of an attribute that some node of the graph has.
  func place(of name: String) -> Int? { places[name] }

  /// The values of a node in the order of the columns; `nil` where it has none.
  func values(of node: Node) -> [String?] {
    var values = [String?](repeating: nil, count: columns.count)
    for attribute in node.attributes {
      if let place = places[attribute.name] { values[place] = attribute.value }
    }
    return values
  }

  private static func unique(_ name: String, among taken: inout Set<String>) -> String {
    var candidate = name
    var number = 1
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = number == 1 ? "a_" + name : "a_\(name)_\(number)"
      number += 1
    }
    return candidate
  }
}
