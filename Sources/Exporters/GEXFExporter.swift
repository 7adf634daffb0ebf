import EntityGraphs
import TextFiles

/// GEXF 1.3 with colours, sizes and positions, for Gephi, Gephi Lite, Sigma and NetworkX.
///
/// Node ids are those of the GraphML file; `entity` has the id as it is.
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
    let writer = document.writer
    try writer.start("gexf")
    try writer.attribute("xmlns", "http://gexf.net/1.3")
    try writer.attribute("xmlns:viz", "http://gexf.net/1.3/viz")
    try writer.attribute("version", "1.3")
    writer.markup.append("\n  <meta><creator>Relata</creator></meta>\n  ")
    try writer.start("graph")
    try writer.attribute("defaultedgetype", "undirected")
    try writer.attribute("mode", "static")
    try writeAttributes(columns, to: &document)
    writer.markup.append("\n    <nodes>")
    for index in graph.nodes.indices {
      try writeNode(index, of: graph, placement, columns, to: &document)
    }
    writer.markup.append("\n    </nodes>\n    <edges>")
    let greatest = graph.ties.map(\.count).max() ?? 0
    for index in graph.ties.indices {
      try writeTie(index, of: graph, greatest: greatest, to: &document)
    }
    writer.markup.append("\n    </edges>\n  ")
    try writer.end()
    writer.markup.append("\n")
    try writer.finish()
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
    _ columns: AttributeColumns, to document: inout XMLDocument
  ) throws(ExportError) {
    let writer = document.writer
    writer.markup.append("\n    <attributes class=\"node\">")
    for (name, type) in Self.nodeFields {
      try writeAttribute(id: name, title: name, type: type, to: writer)
    }
    for column in columns.columns {
      let title = document.clean(column.title, .column, field: column.name)
      try writeAttribute(id: column.key, title: title, type: "string", to: writer)
    }
    writer.markup.append("\n    </attributes>\n    <attributes class=\"edge\">")
    for (name, type) in Self.tieFields {
      try writeAttribute(id: name, title: name, type: type, to: writer)
    }
    writer.markup.append("\n    </attributes>")
  }

  private func writeAttribute(
    id: String, title: String, type: String, to writer: XMLWriter
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
    to document: inout XMLDocument
  ) throws(ExportError) {
    let node = graph.nodes[index]
    let owner = ExportWarning.Owner.node(node.id)
    let writer = document.writer
    writer.markup.append("\n      ")
    try writer.start("node")
    try writer.attribute("id", String(decoding: document.tokens[index], as: UTF8.self))
    try writer.attribute("label", document.clean(node.name, owner, field: "name"))
    writer.markup.append("<attvalues>")
    try writer.value("kind", document.clean(node.kind.name, owner, field: "kind"))
    try writer.value("entity", document.clean(node.id.text, owner, field: "id"))
    writer.value("mentions", node.mentions)
    writer.value("windows", node.windows)
    writer.value("documents", node.documents)
    for attribute in node.attributes {
      guard let place = columns.place(of: attribute.name) else { continue }
      try writer.value(
        columns.columns[place].key, document.clean(attribute.value, owner, field: attribute.name))
    }
    let colour = Appearance.colour(of: node.kind)
    writer.markup.append("</attvalues><viz:color r=\"")
    writer.markup.append(colour.red)
    writer.markup.append("\" g=\"")
    writer.markup.append(colour.green)
    writer.markup.append("\" b=\"")
    writer.markup.append(colour.blue)
    writer.markup.append("\"/><viz:position x=\"")
    writer.markup.append(placement.positions[index].x, decimals: 1)
    writer.markup.append("\" y=\"")
    writer.markup.append(placement.positions[index].y, decimals: 1)
    writer.markup.append("\" z=\"0\"/><viz:size value=\"")
    writer.markup.append(placement.sizes[index], decimals: 1)
    writer.markup.append("\"/>")
    try writer.end()
  }

  private func writeTie(
    _ index: Int, of graph: EntityGraph, greatest: Int, to document: inout XMLDocument
  ) throws(ExportError) {
    let tie = graph.ties[index]
    let writer = document.writer
    writer.markup.append("\n      <edge id=\"e")
    writer.markup.append(index)
    writer.markup.append("\" source=\"")
    writer.markup.append(contentsOf: document.tokens[tie.source])
    writer.markup.append("\" target=\"")
    writer.markup.append(contentsOf: document.tokens[tie.target])
    writer.markup.append("\" weight=\"")
    writer.markup.append(weight: tie.weight)
    writer.markup.append("\"><attvalues>")
    writer.value("count", tie.count)
    writer.value("repeats", tie.repeats)
    writer.value("documents", tie.documents)
    if tie.sources > 0 { writer.value("sources", tie.sources) }
    writer.value("npmi", tie.measures.npmi)
    writer.value("jaccard", tie.measures.jaccard)
    writer.value("llr", tie.measures.llr)
    writer.value("noise_corrected", tie.measures.noiseCorrected)
    if !tie.evidence.isEmpty {
      let owner = ExportWarning.Owner.tie(graph.nodes[tie.source].id, graph.nodes[tie.target].id)
      let lines = PlainText.lines(of: tie.evidence)
      try writer.value("evidence", document.clean(lines, owner, field: "evidence"))
    }
    writer.markup.append("</attvalues><viz:thickness value=\"")
    writer.markup.append(Appearance.penWidth(count: tie.count, greatest: greatest), decimals: 2)
    writer.markup.append("\"/></edge>")
    try writer.flushIfLarge()
  }
}

extension XMLWriter {
  fileprivate func value(_ field: String, _ value: Int) {
    beginValue(field)
    markup.append(value)
    markup.append("\"/>")
  }

  /// Leaves out what is not finite.
  fileprivate func value(_ field: String, _ value: Double) {
    guard value.isFinite else { return }
    beginValue(field)
    markup.append(value, decimals: 6)
    markup.append("\"/>")
  }

  fileprivate func value(_ field: String, _ value: String) throws(ExportError) {
    try start("attvalue")
    try attribute("for", field)
    try attribute("value", value)
    try end()
  }

  private func beginValue(_ field: String) {
    markup.append("<attvalue for=\"")
    markup.append(field)
    markup.append("\" value=\"")
  }
}
