import EntityGraphs
import Gazetteers
import TextFiles

/// GraphML 1.0, valid by its schema, and read by Gephi, Cytoscape, NetworkX, igraph, yEd and Neo4j.
///
/// The schema wants tokens as ids, so `country/KP` is the node `country:KP` (see `NameToken`), and
/// `entity` has the id as it is. Scores and sources that are not known are left out.
public struct GraphMLExporter: SharedExporter {
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
    try write(graph, placement: placement, to: sink, spare: SpareThreads(0))
  }

  func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink, spare: SpareThreads
  ) throws(ExportError) -> [ExportWarning] {
    let columns = AttributeColumns(graph)
    var document = try XMLDocument(fileName: fileName, graph: graph, to: sink)
    let analysis = AnalysisField.fields(of: graph)
    try writeKeys(columns, analysis, to: &document)
    document.writer.markup.append("\n  ")
    try document.writer.start("graph")
    try document.writer.attribute("id", "relata")
    try document.writer.attribute("edgedefault", "undirected")
    var kinds: [Kind: GraphMLKind] = [:]
    for index in graph.nodes.indices {
      try writeNode(index, of: graph, placement, columns, analysis, &kinds, to: &document)
    }
    let greatest = graph.ties.greatestCount
    let tokens = document.tokens
    try TiePieces.write(graph.ties.count, spare: spare, into: XMLTies()) {
      (range, ties: inout XMLTies) in
      for index in range {
        graph.prefetchEvidence(aheadOfTie: index)
        appendTie(index, of: graph, greatest: greatest, tokens, to: &ties)
      }
    } take: { (ties: inout XMLTies) throws(ExportError) in
      try document.take(&ties)
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
    _ analysis: [AnalysisField], _ kinds: inout [Kind: GraphMLKind],
    to document: inout XMLDocument
  ) throws(ExportError) {
    let node = graph.nodes[index]
    let kind = kinds[node.kind] ?? GraphMLKind(node.kind)
    kinds[node.kind] = kind
    document.writer.markup.append(literal: "\n    <node id=\"")
    document.tokens.append(index, to: &document.writer.markup)
    document.writer.markup.append(literal: "\">\n      <data key=\"label\">")
    document.append(.name, of: node)
    document.writer.markup.append(literal: "</data>\n      <data key=\"name\">")
    node.withName { _ = XMLText.append($0, to: &document.writer.markup) }
    document.append(kind, .node(node.id))
    document.writer.markup.append(literal: "</data>\n      <data key=\"entity\">")
    document.append(.id, of: node)
    appendCounts(of: node, to: &document.writer.markup)
    appendPlace(placement, of: index, to: &document.writer.markup)
    document.writer.markup.append(contentsOf: kind.colourMarkup)
    document.writer.markup.append(literal: "</data>")
    for field in analysis { document.writer.data(field, of: node) }
    for attribute in node.attributes {
      guard let place = columns.place(of: attribute.name) else { continue }
      let value = document.clean(attribute.value, .node(node.id), field: attribute.name)
      document.writer.data(columns.columns[place].key, value)
    }
    if writesYEdGraphics {
      document.writer.yEdNode(
        name: PlainText.withoutForbidden(node.name) ?? node.name,
        position: placement.positions[index], size: placement.sizes[index], colour: kind.colour)
    }
    document.writer.markup.append(literal: "\n    </node>")
    try document.writer.flushIfLarge()
  }

  private func appendCounts(of node: Node, to markup: inout ByteBuffer) {
    markup.append(literal: "</data>\n      <data key=\"mentions\">")
    markup.append(node.mentions)
    markup.append(literal: "</data>\n      <data key=\"windows\">")
    markup.append(node.windows)
    markup.append(literal: "</data>\n      <data key=\"documents\">")
    markup.append(node.documents)
    markup.append(
      node.days, first: "</data>\n      <data key=\"first\">",
      last: "</data>\n      <data key=\"last\">")
  }

  private func appendPlace(
    _ placement: Placement, of index: Int, to markup: inout ByteBuffer
  ) {
    let (place, size) = (placement.positions[index], placement.sizes[index])
    append(size, "</data>\n      <data key=\"size\">", decimals: 1, to: &markup)
    append(place.x, "</data>\n      <data key=\"x\">", decimals: 1, to: &markup)
    append(place.y, "</data>\n      <data key=\"y\">", decimals: 1, to: &markup)
  }

  /// A graph has far more ties than nodes: what stands between their values is written in one piece.
  private func appendTie(
    _ index: Int, of graph: EntityGraph, greatest: Int, _ tokens: NodeTexts,
    to ties: inout XMLTies
  ) {
    let tie = graph.ties[index]
    appendBeginning(of: tie, graph.number(ofTie: index), tokens, to: &ties.markup)
    appendCounts(of: tie, to: &ties.markup)
    appendMeasures(of: tie, to: &ties.markup)
    ties.looks.append(tie.count, to: &ties.markup) { markup in
      appendColour(of: tie, greatest: greatest, to: &markup)
    }
    if XMLText.append("</data>\n      <data key=\"evidence\">", evidenceOf: tie, to: &ties.markup) {
      ties.warnings.append(
        ExportWarning(
          file: fileName, owner: .tie(tie, of: graph), field: "evidence",
          change: .replacedCharacters))
    }
    ties.markup.append(literal: "</data>\n    </edge>")
  }

  private func appendBeginning(
    of tie: Tie, _ number: Int, _ tokens: NodeTexts, to markup: inout ByteBuffer
  ) {
    markup.append(literal: "\n    <edge id=\"e")
    markup.append(number)
    markup.append(literal: "\" source=\"")
    tokens.append(tie.source, to: &markup)
    markup.append(literal: "\" target=\"")
    tokens.append(tie.target, to: &markup)
    markup.append(literal: "\">\n      <data key=\"weight\">")
    markup.append(weight: tie.weight)
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

  private func appendMeasures(of tie: Tie, to markup: inout ByteBuffer) {
    let measures = tie.measures
    append(measures.npmi, "</data>\n      <data key=\"npmi\">", to: &markup)
    append(measures.jaccard, "</data>\n      <data key=\"jaccard\">", to: &markup)
    append(measures.llr, "</data>\n      <data key=\"llr\">", to: &markup)
    append(measures.noiseCorrected, "</data>\n      <data key=\"noise_corrected\">", to: &markup)
  }

  /// Leaves out what is not finite: no reader agrees with another on how to write it.
  @inline(__always)
  private func append(
    _ value: Double, _ opening: StaticString, decimals: Int = 6, to markup: inout ByteBuffer
  ) {
    guard value.isFinite else { return }
    markup.append(literal: opening)
    markup.append(value, decimals: decimals)
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
