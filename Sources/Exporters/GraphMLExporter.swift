import EntityGraphs
import Gazetteers
import TextFiles

/// GraphML 1.0, valid by its schema, and read by Gephi, Cytoscape, NetworkX, igraph, yEd and Neo4j.
///
/// The schema wants tokens as ids, so `country/KP` is the node `country:KP` (see `NameToken`), and
/// `entity` has the id as it is. Scores and sources that are not known are left out.
public struct GraphMLExporter: GraphExporter {
  /// Whether to add labels, colours and places for yEd, which reads them from elements of its own
  /// only. The schema allows no such elements: such a file opens everywhere, but is not valid.
  public var writesYEdGraphics: Bool

  /// - Parameter writesYEdGraphics: Whether to add what yEd draws from, which the schema forbids.
  public init(writesYEdGraphics: Bool = false) {
    self.writesYEdGraphics = writesYEdGraphics
  }

  public var formatName: String { "graphml" }
  public var fileName: String { "graph.graphml" }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    let columns = AttributeColumns(graph)
    var document = try XMLDocument(fileName: fileName, graph: graph, to: sink)
    try writeKeys(columns, to: &document)
    let writer = document.writer
    writer.markup.append("\n  ")
    try writer.start("graph")
    try writer.attribute("id", "relata")
    try writer.attribute("edgedefault", "undirected")
    for index in graph.nodes.indices {
      try writeNode(index, of: graph, placement, columns, to: &document)
    }
    let greatest = graph.ties.map(\.count).max() ?? 0
    for index in graph.ties.indices {
      try writeTie(index, of: graph, greatest: greatest, to: &document)
    }
    writer.markup.append("\n  ")
    try writer.end()
    writer.markup.append("\n")
    try writer.finish()
    return document.warnings
  }

  private func writeKeys(
    _ columns: AttributeColumns, to document: inout XMLDocument
  ) throws(ExportError) {
    let writer = document.writer
    try writer.start("graphml")
    try writer.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns")
    if writesYEdGraphics {
      try writer.attribute("xmlns:y", "http://www.yworks.com/xml/graphml")
    }
    for key in GraphMLKey.nodeKeys { try writeKey(key, owner: "node", to: writer) }
    for column in columns.columns {
      // A title that is no token loses something: the description keeps the whole.
      let description = column.tokenTitle == column.name ? nil : column.name
      try writeKey(
        GraphMLKey(id: column.key, name: column.tokenTitle, type: "string"), owner: "node",
        description: description.map { document.clean($0, .column, field: $0) }, to: writer)
    }
    for key in GraphMLKey.tieKeys { try writeKey(key, owner: "edge", to: writer) }
    if writesYEdGraphics {
      writer.markup.append("\n  ")
      try writer.start("key")
      try writer.attribute("id", "nodegraphics")
      try writer.attribute("for", "node")
      try writer.attribute("yfiles.type", "nodegraphics")
      try writer.end()
    }
  }

  private func writeKey(
    _ key: GraphMLKey, owner: String, description: String? = nil, to writer: XMLWriter
  ) throws(ExportError) {
    writer.markup.append("\n  ")
    try writer.start("key")
    try writer.attribute("id", key.id)
    try writer.attribute("for", owner)
    try writer.attribute("attr.name", key.name)
    try writer.attribute("attr.type", key.type)
    if let description {
      try writer.start("desc")
      try writer.text(description)
      try writer.end()
    }
    try writer.end()
  }

  private func writeNode(
    _ index: Int, of graph: EntityGraph, _ placement: Placement, _ columns: AttributeColumns,
    to document: inout XMLDocument
  ) throws(ExportError) {
    let node = graph.nodes[index]
    let owner = ExportWarning.Owner.node(node.id)
    let writer = document.writer
    let name = document.clean(node.name, owner, field: "name")
    let kind = document.clean(node.kind.name, owner, field: "kind")
    writer.markup.append("\n    <node id=\"")
    writer.markup.append(contentsOf: document.tokens[index])
    writer.markup.append("\">")
    try writer.data("label", name)
    try writer.data("name", name)
    try writer.data("kind", kind)
    if !kind.isEmpty { try writer.data("labels", ":" + Neo4jLabel.label(of: Kind(kind))) }
    try writer.data("entity", document.clean(node.id.text, owner, field: "id"))
    writer.data("mentions", node.mentions)
    writer.data("windows", node.windows)
    writer.data("documents", node.documents)
    writer.data("size", placement.sizes[index], decimals: 1)
    writer.data("x", placement.positions[index].x, decimals: 1)
    writer.data("y", placement.positions[index].y, decimals: 1)
    let colour = Appearance.colour(of: node.kind)
    writer.data("r", colour.red)
    writer.data("g", colour.green)
    writer.data("b", colour.blue)
    for attribute in node.attributes {
      guard let place = columns.place(of: attribute.name) else { continue }
      try writer.data(
        columns.columns[place].key, document.clean(attribute.value, owner, field: attribute.name))
    }
    if writesYEdGraphics {
      try writer.yEdNode(
        name: name, position: placement.positions[index], size: placement.sizes[index],
        colour: colour)
    }
    writer.markup.append("\n    </node>")
    try writer.flushIfLarge()
  }

  private func writeTie(
    _ index: Int, of graph: EntityGraph, greatest: Int, to document: inout XMLDocument
  ) throws(ExportError) {
    let tie = graph.ties[index]
    let writer = document.writer
    writer.markup.append("\n    <edge id=\"e")
    writer.markup.append(index)
    writer.markup.append("\" source=\"")
    writer.markup.append(contentsOf: document.tokens[tie.source])
    writer.markup.append("\" target=\"")
    writer.markup.append(contentsOf: document.tokens[tie.target])
    writer.markup.append("\">")
    writer.data(weight: tie.weight)
    writer.data("count", tie.count)
    writer.data("repeats", tie.repeats)
    writer.data("e_documents", tie.documents)
    if tie.sources > 0 { writer.data("sources", tie.sources) }
    writer.data("npmi", tie.measures.npmi, decimals: 6)
    writer.data("jaccard", tie.measures.jaccard, decimals: 6)
    writer.data("llr", tie.measures.llr, decimals: 6)
    writer.data("noise_corrected", tie.measures.noiseCorrected, decimals: 6)
    // Keeps Cytoscape from showing a label of its own making.
    writer.markup.append("\n      <data key=\"interaction\">together</data>")
    let colour = Appearance.tieColour(count: tie.count, greatest: greatest)
    writer.data("er", colour.red)
    writer.data("eg", colour.green)
    writer.data("eb", colour.blue)
    if !tie.evidence.isEmpty {
      let owner = ExportWarning.Owner.tie(graph.nodes[tie.source].id, graph.nodes[tie.target].id)
      let lines = PlainText.lines(of: tie.evidence)
      try writer.data("evidence", document.clean(lines, owner, field: "evidence"))
    }
    writer.markup.append("\n    </edge>")
    try writer.flushIfLarge()
  }
}
