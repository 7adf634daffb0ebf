import EntityGraphs
import TextFiles

/// What the analysis says of nodes, under the names that all formats give it.
enum AnalysisField: String, CaseIterable {
  case degree, strength, pagerank, betweenness, core, community

  /// The fields that some node of the graph has, in the order they are written.
  static func fields(of graph: EntityGraph) -> [AnalysisField] {
    guard graph.nodes.contains(where: { $0.analysis != nil }) else { return [] }
    return allCases.filter { field in graph.nodes.contains { field.value(of: $0) != nil } }
  }

  /// `int` or `double`, as GraphML calls it.
  var type: String {
    switch self {
    case .degree, .core, .community: "int"
    case .strength, .pagerank, .betweenness: "double"
    }
  }

  /// The value of a node; `nil` where it is not known.
  func value(of node: Node) -> Double? {
    guard let analysis = node.analysis else { return nil }
    switch self {
    case .degree: return Double(analysis.degree)
    case .strength: return analysis.strength
    case .pagerank: return analysis.pageRank
    case .betweenness: return analysis.betweenness
    case .core: return Double(analysis.core)
    case .community: return Double(analysis.community)
    }
  }

  /// Appends a value: whole numbers in full, others with six digits that count.
  func append(_ value: Double, to buffer: inout ByteBuffer) {
    switch self {
    case .degree, .core, .community: buffer.append(value, decimals: 0)
    case .strength: buffer.append(value, decimals: 6)
    case .pagerank, .betweenness: buffer.append(value, significantDigits: 6)
    }
  }
}
