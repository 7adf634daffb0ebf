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
    let analysis = AnalysisField.fields(of: graph)
    try writeKeys(columns, analysis, to: &document)
    document.writer.markup.append("\n  ")
    try document.writer.start("graph")
    try document.writer.attribute("id", "relata")
    try document.writer.attribute("edgedefault", "undirected")
    for index in graph.nodes.indices {
      try writeNode(index, of: graph, placement, columns, analysis, to: &document)
    }
    let greatest = graph.ties.lazy.map(\.count).max() ?? 0
    for index in graph.ties.indices {
      try writeTie(index, of: graph, greatest: greatest, to: &document)
    }
    document.writer.markup.append("\n  ")
    try document.writer.end()
    document.writer.markup.append("\n")
    try document.writer.finish()
    return document.warnings
  }

  private func writeKeys(
    _ columns: AttributeColumns, _ analysis: [AnalysisField], to document: inout XMLDocument
  ) throws(ExportError) {
    try document.writer.start("graphml")
    try document.writer.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns")
    if writesYEdGraphics {
      try document.writer.attribute("xmlns:y", "http://www.yworks.com/xml/graphml")
    }
    for key in GraphMLKey.nodeKeys {
      try writeKey(key, owner: "node", to: &document.writer)
    }
    for field in analysis {
      try writeKey(
        GraphMLKey(id: field.rawValue, name: field.rawValue, type: field.type), owner: "node",
        to: &document.writer)
    }
    for column in columns.columns {
      // A title that is no token loses something: the description keeps the whole.
      let description = column.tokenTitle == column.name ? nil : column.name
      let clean = description.map { document.clean($0, .column, field: $0) }
      try writeKey(
        GraphMLKey(id: column.key, name: column.tokenTitle, type: "string"), owner: "node",
        description: clean, to: &document.writer)
    }
    for key in GraphMLKey.tieKeys {
      try writeKey(key, owner: "edge", to: &document.writer)
    }
    if writesYEdGraphics {
      document.writer.markup.append("\n  ")
      try document.writer.start("key")
      try document.writer.attribute("id", "nodegraphics")
      try document.writer.attribute("for", "node")
      try document.writer.attribute("yfiles.type", "nodegraphics")
      try document.writer.end()
    }
  }

  private func writeKey(
    _ key: GraphMLKey, owner: String, description: String? = nil, to writer: inout XMLWriter
  ) throws(ExportError) {
    writer.markup.append("\n  ")
    try writer.start("key")
    try writer.attribute("id", key.id)
    try writer.attribute("for", owner)
    try writer.attribute("attr.name", key.name)
    try writer.attribute("attr.type", key.type)
    if let description {
      try writer.start("desc")
      // What XML forbids was replaced before.
      _ = XMLText.append(description, to: &writer.markup)
      try writer.end()
    }
    try writer.end()
  }

  private func writeNode(
    _ index: Int, of graph: EntityGraph, _ placement: Placement, _ columns: AttributeColumns,
    _ analysis: [AnalysisField], to document: inout XMLDocument
  ) throws(ExportError) {
    let node = graph.nodes[index]
    let owner = ExportWarning.Owner.node(node.id)
    let name = document.clean(node.name, owner, field: "name")
    let kind = document.clean(node.kind.name, owner, field: "kind")
    document.writer.markup.append(literal: "\n    <node id=\"")
    document.writer.markup.append(contentsOf: document.tokens[index])
    document.writer.markup.append(literal: "\">")
    document.writer.data("label", name)
    document.writer.data("name", name)
    document.writer.data("kind", kind)
    if !kind.isEmpty { document.writer.data("labels", ":" + Neo4jLabel.label(of: Kind(kind))) }
    let id = document.clean(node.id.text, owner, field: "id")
    document.writer.data("entity", id)
    document.writer.data("mentions", node.mentions)
    document.writer.data("windows", node.windows)
    document.writer.data("documents", node.documents)
    if let days = node.days {
      document.writer.data("first", days.first)
      document.writer.data("last", days.last)
    }
    document.writer.data("size", placement.sizes[index], decimals: 1)
    document.writer.data("x", placement.positions[index].x, decimals: 1)
    document.writer.data("y", placement.positions[index].y, decimals: 1)
    let colour = Appearance.colour(of: node.kind)
    document.writer.data("r", colour.red)
    document.writer.data("g", colour.green)
    document.writer.data("b", colour.blue)
    for field in analysis { document.writer.data(field, of: node) }
    for attribute in node.attributes {
      guard let place = columns.place(of: attribute.name) else { continue }
      let value = document.clean(attribute.value, owner, field: attribute.name)
      document.writer.data(columns.columns[place].key, value)
    }
    if writesYEdGraphics {
      document.writer.yEdNode(
        name: name, position: placement.positions[index], size: placement.sizes[index],
        colour: colour)
    }
    document.writer.markup.append(literal: "\n    </node>")
    try document.writer.flushIfLarge()
  }

  /// A graph has far more ties than nodes: what stands between their values is written in one piece.
  private func writeTie(
    _ index: Int, of graph: EntityGraph, greatest: Int, to document: inout XMLDocument
  ) throws(ExportError) {
    let tie = graph.ties[index]
    appendBeginning(of: tie, graph.number(ofTie: index), to: &document)
    appendCounts(of: tie, to: &document.writer.markup)
    appendMeasures(of: tie, to: &document.writer.markup)
    appendColour(of: tie, greatest: greatest, to: &document.writer.markup)
    if tie.hasEvidence {
      document.writer.markup.append(literal: "</data>\n      <data key=\"evidence\">")
      document.append(
        evidenceOf: tie, .tie(graph.nodes[tie.source].id, graph.nodes[tie.target].id))
    }
    document.writer.markup.append(literal: "</data>\n    </edge>")
    try document.writer.flushIfLarge()
  }

  private func appendBeginning(of tie: Tie, _ number: Int, to document: inout XMLDocument) {
    document.writer.markup.append(literal: "\n    <edge id=\"e")
    document.writer.markup.append(number)
    document.writer.markup.append(literal: "\" source=\"")
    document.writer.markup.append(contentsOf: document.tokens[tie.source])
    document.writer.markup.append(literal: "\" target=\"")
    document.writer.markup.append(contentsOf: document.tokens[tie.target])
    document.writer.markup.append(literal: "\">\n      <data key=\"weight\">")
    document.writer.markup.append(weight: tie.weight)
  }

  private func appendCounts(of tie: Tie, to markup: inout ByteBuffer) {
    markup.append(literal: "</data>\n      <data key=\"count\">")
    markup.append(tie.count)
    markup.append(literal: "</data>\n      <data key=\"repeats\">")
    markup.append(tie.repeats)
    markup.append(literal: "</data>\n      <data key=\"e_documents\">")
    markup.append(tie.documents)
    if tie.sources > 0 {
      markup.append(literal: "</data>\n      <data key=\"sources\">")
      markup.append(tie.sources)
    }
    markup.append(
      tie.days, first: "</data>\n      <data key=\"e_first\">",
      last: "</data>\n      <data key=\"e_last\">")
  }

  /// Leaves out what is not finite: no reader agrees with another on how to write it.
  private func appendMeasures(of tie: Tie, to markup: inout ByteBuffer) {
    append(tie.measures.npmi, "</data>\n      <data key=\"npmi\">", to: &markup)
    append(tie.measures.jaccard, "</data>\n      <data key=\"jaccard\">", to: &markup)
    append(tie.measures.llr, "</data>\n      <data key=\"llr\">", to: &markup)
    append(
      tie.measures.noiseCorrected, "</data>\n      <data key=\"noise_corrected\">", to: &markup)
  }

  private func append(_ measure: Double, _ opening: StaticString, to markup: inout ByteBuffer) {
    guard measure.isFinite else { return }
    markup.append(literal: opening)
    markup.append(measure, decimals: 6)
  }

  private func appendColour(of tie: Tie, greatest: Int, to markup: inout ByteBuffer) {
    // Keeps Cytoscape from showing a label of its own making.
    markup.append(
      literal: "</data>\n      <data key=\"interaction\">together</data>\n      <data key=\"er\">")
    let colour = Appearance.tieColour(count: tie.count, greatest: greatest)
    markup.append(colour.red)
    markup.append(literal: "</data>\n      <data key=\"eg\">")
    markup.append(colour.green)
    markup.append(literal: "</data>\n      <data key=\"eb\">")
    markup.append(colour.blue)
  }
}
