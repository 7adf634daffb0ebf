/// The formats that a graph is written in.
public enum GraphFormat: String, Sendable, CaseIterable {
  /// GraphML 1.0.
  case graphml
  /// GEXF 1.3.
  case gexf
  /// DOT for Graphviz.
  case dot
  /// Gephi's two tables.
  case csv
  /// Node-link JSON for NetworkX.
  case json
  /// A page that draws the graph in a browser.
  case html
  /// Node-link JSON with the keys of D3.
  case d3
  /// Cytoscape.js JSON.
  case cytoscape
  /// The two tables of `neo4j-admin database import`.
  case neo4j
  /// FollowTheMoney JSON Lines.
  case ftm

  /// The formats that a build writes where none is named; the others are for one program each.
  public static let usual: [GraphFormat] = [.graphml, .gexf, .dot, .csv, .json, .html]

  /// What writes the format: one file for most, two for those in CSV.
  public var exporters: [any GraphExporter] {
    switch self {
    case .graphml: [GraphMLExporter()]
    case .gexf: [GEXFExporter()]
    case .dot: [DOTExporter()]
    case .csv: [NodesCSVExporter(), EdgesCSVExporter()]
    case .json: [NodeLinkJSONExporter()]
    case .html: [HTMLExporter()]
    case .d3: [D3JSONExporter()]
    case .cytoscape: [CytoscapeJSONExporter()]
    case .neo4j: [Neo4jNodesExporter(), Neo4jTiesExporter()]
    case .ftm: [FollowTheMoneyExporter()]
    }
  }
}
