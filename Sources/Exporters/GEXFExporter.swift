import EntityGraphs
import TextFiles

/// GEXF 1.3 with colours, sizes and positions, for Gephi, Gephi Lite, Sigma and NetworkX.
///
/// Node ids are those of the GraphML file; `entity` has the id as it is. Where a document is dated the
/// graph is dynamic: nodes and ties are there from their first to their last day, both included, and
/// those without a date always.
public struct GEXFExporter: GraphExporter {
  /// The exporter has no options.
  public init() {}

  public var formatName: String { "gexf" }
  public var fileName: String { "graph.gexf" }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    let columns = AttributeColumns(graph)
    var document = try XMLDocument(fileName: fileName, graph: graph, to: sink)
    try document.writer.start("gexf")
    try document.writer.attribute("xmlns", "http://gexf.net/1.3")
    try document.writer.attribute("xmlns:viz", "http://gexf.net/1.3/viz")
    try document.writer.attribute("version", "1.3")
    document.writer.markup.append("\n  <meta><creator>Relata</creator></meta>\n  ")
    try document.writer.start("graph")
    try document.writer.attribute("defaultedgetype", "undirected")
    if let days = graph.days {
      try document.writer.attribute("mode", "dynamic")
      try document.writer.attribute("timeformat", "date")
      try document.writer.attribute("timerepresentation", "interval")
      try document.writer.attribute("start", days.first.description)
      try document.writer.attribute("end", days.last.description)
    } else {
      try document.writer.attribute("mode", "static")
    }
    let analysis = AnalysisField.fields(of: graph)
    try writeAttributes(columns, analysis, to: &document)
    document.writer.markup.append("\n    <nodes>")
    for index in graph.nodes.indices {
      try writeNode(index, of: graph, placement, columns, analysis, to: &document)
    }
    document.writer.markup.append("\n    </nodes>\n    <edges>")
    let greatest = graph.ties.greatestCount
    for index in graph.ties.indices {
      graph.prefetchEvidence(aheadOfTie: index)
      try writeTie(index, of: graph, greatest: greatest, to: &document)
    }
    document.writer.markup.append("\n    </edges>\n  ")
    try document.writer.end()
    document.writer.markup.append("\n")
    try document.writer.finish()
    return document.warnings
  }

  private static let nodeFields = [
    ("kind", "string"), ("entity", "string"), ("mentions", "integer"), ("windows", "integer"),
    ("documents", "integer"),
  ]

  private static let tieFields = [
    ("count", "integer"), ("repeats", "integer"), ("documents", "integer"),
    ("sources", "integer"), ("npmi", "double"), ("jaccard", "double"), ("llr", "double"),
    ("noise_corrected", "double"), ("evidence", "string"),
  ]

  private func writeAttributes(
    _ columns: AttributeColumns, _ analysis: [AnalysisField], to document: inout XMLDocument
  ) throws(ExportError) {
    document.writer.markup.append("\n    <attributes class=\"node\">")
    for (name, type) in Self.nodeFields {
      try writeAttribute(id: name, title: name, type: type, to: &document.writer)
    }
    for field in analysis {
      let (name, type) = (field.rawValue, field.type == "int" ? "integer" : field.type)
      try writeAttribute(id: name, title: name, type: type, to: &document.writer)
    }
    for column in columns.columns {
      let title = document.clean(column.title, .column, field: column.name)
      try writeAttribute(id: column.key, title: title, type: "string", to: &document.writer)
    }
    document.writer.markup.append("\n    </attributes>\n    <attributes class=\"edge\">")
    for (name, type) in Self.tieFields {
      try writeAttribute(id: name, title: name, type: type, to: &document.writer)
    }
    document.writer.markup.append("\n    </attributes>")
  }

  private func writeAttribute(
    id: String, title: String, type: String, to writer: inout XMLWriter
  ) throws(ExportError) {
    writer.markup.append("\n      ")
    try writer.start("attribute")
    try writer.attribute("id", id)
    try writer.attribute("title", title)
    try writer.attribute("type", type)
    try writer.end()
  }

  private func writeNode(
    _ index: Int, of graph: EntityGraph, _ placement: Placement, _ columns: AttributeColumns,
    _ analysis: [AnalysisField], to document: inout XMLDocument
  ) throws(ExportError) {
    let node = graph.nodes[index]
    document.writer.markup.append("\n      ")
    try document.writer.start("node")
    try document.writer.attribute("id", document.tokens.withText(of: index) { String(copying: $0) })
    let name = document.clean(node.name, .node(node.id), field: "name")
    try document.writer.attribute("label", name)
    if let days = node.days {
      try document.writer.attribute("start", days.first.description)
      try document.writer.attribute("end", days.last.description)
    }
    document.writer.markup.append("<attvalues>")
    let kind = document.clean(node.kind.name, .node(node.id), field: "kind")
    try document.writer.value("kind", kind)
    let entity = document.clean(node.id.text, .node(node.id), field: "id")
    try document.writer.value("entity", entity)
    document.writer.value("mentions", node.mentions)
    document.writer.value("windows", node.windows)
    document.writer.value("documents", node.documents)
    for field in analysis { document.writer.value(field, of: node) }
    for attribute in node.attributes {
      guard let place = columns.place(of: attribute.name) else { continue }
      let value = document.clean(attribute.value, .node(node.id), field: attribute.name)
      try document.writer.value(columns.columns[place].key, value)
    }
    let colour = Appearance.colour(of: node.kind)
    document.writer.markup.append("</attvalues><viz:color r=\"")
    document.writer.markup.append(colour.red)
    document.writer.markup.append("\" g=\"")
    document.writer.markup.append(colour.green)
    document.writer.markup.append("\" b=\"")
    document.writer.markup.append(colour.blue)
    document.writer.markup.append("\"/><viz:position x=\"")
    document.writer.markup.append(placement.positions[index].x, decimals: 1)
    document.writer.markup.append("\" y=\"")
    document.writer.markup.append(placement.positions[index].y, decimals: 1)
    document.writer.markup.append("\" z=\"0\"/><viz:size value=\"")
    document.writer.markup.append(placement.sizes[index], decimals: 1)
    document.writer.markup.append("\"/>")
    try document.writer.end()
  }

  private func writeTie(
    _ index: Int, of graph: EntityGraph, greatest: Int, to document: inout XMLDocument
  ) throws(ExportError) {
    let tie = graph.ties[index]
    document.writer.markup.append("\n      <edge id=\"e")
    document.writer.markup.append(graph.number(ofTie: index))
    document.writer.markup.append("\" source=\"")
    document.tokens.append(tie.source, to: &document.writer.markup)
    document.writer.markup.append("\" target=\"")
    document.tokens.append(tie.target, to: &document.writer.markup)
    document.writer.markup.append("\" weight=\"")
    document.writer.markup.append(weight: tie.weight)
    document.writer.markup.append(tie.days, first: "\" start=\"", last: "\" end=\"")
    document.writer.markup.append("\"><attvalues>")
    document.writer.value("count", tie.count)
    document.writer.value("repeats", tie.repeats)
    document.writer.value("documents", tie.documents)
    if tie.sources > 0 { document.writer.value("sources", tie.sources) }
    let measures = tie.measures
    document.writer.value("npmi", measures.npmi)
    document.writer.value("jaccard", measures.jaccard)
    document.writer.value("llr", measures.llr)
    document.writer.value("noise_corrected", measures.noiseCorrected)
    // A line break as it is would be read as a space in an attribute.
    if XMLText.append(
      "<attvalue for=\"evidence\" value=\"", lineBreak: "&#10;", evidenceOf: tie,
      to: &document.writer.markup)
    {
      document.warn(.tie(tie, of: graph), field: "evidence")
    }
    if tie.hasEvidence { document.writer.markup.append(literal: "\"/>") }
    document.writer.markup.append("</attvalues><viz:thickness value=\"")
    document.writer.markup.append(
      Appearance.penWidth(count: tie.count, greatest: greatest), decimals: 2)
    document.writer.markup.append("\"/></edge>")
    try document.writer.flushIfLarge()
  }
}

extension XMLWriter {
  fileprivate mutating func value(_ field: String, _ value: Int) {
    beginValue(field)
    markup.append(value)
    markup.append("\"/>")
  }

  /// Leaves out what is not finite.
  fileprivate mutating func value(_ field: String, _ value: Double) {
    guard value.isFinite else { return }
    beginValue(field)
    markup.append(value, decimals: 6)
    markup.append("\"/>")
  }

  /// Leaves out what is not known.
  fileprivate mutating func value(_ field: AnalysisField, of node: Node) {
    guard let value = field.value(of: node), value.isFinite else { return }
    beginValue(field.rawValue)
    field.append(value, to: &markup)
    markup.append("\"/>")
  }

  fileprivate mutating func value(_ field: String, _ value: String) throws(ExportError) {
    try start("attvalue")
    try attribute("for", field)
    try attribute("value", value)
    try end()
  }

  private mutating func beginValue(_ field: String) {
    markup.append("<attvalue for=\"")
    markup.append(field)
    markup.append("\" value=\"")
  }
}
