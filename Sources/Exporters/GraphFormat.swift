/// The formats that a graph is written in.
public enum GraphFormat: String, Sendable, CaseIterable {
  case graphml
  case gexf
  case dot
  case csv
  case json
  case cytoscape
  case neo4j

  /// What writes the format: one file for most, two for those in CSV.
  public var exporters: [any GraphExporter] {
    switch self {
    case .graphml: [GraphMLExporter()]
    case .gexf: [GEXFExporter()]
    case .dot: [DOTExporter()]
    case .csv: [NodesCSVExporter(), EdgesCSVExporter()]
    case .json: [NodeLinkJSONExporter()]
    case .cytoscape: [CytoscapeJSONExporter()]
    case .neo4j: [Neo4jNodesExporter(), Neo4jTiesExporter()]
    }
  }
}
