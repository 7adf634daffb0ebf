import EntityGraphs
import TextFiles

/// Nodes and ties as JSON objects, with the same fields in all JSON formats.
enum JSONElement {
  /// The ids of all nodes as string literals.
  static func literals(ofIDsIn graph: EntityGraph) -> NodeTexts {
    NodeTexts(of: graph, .id, JSONText.append(utf8:to:))
  }

  /// Appends the object of a node.
  static func appendNode(
    _ node: Node, _ index: Int, _ placement: Placement, _ columns: AttributeColumns,
    to buffer: inout ByteBuffer
  ) {
    buffer.append(literal: "{\"id\":")
    node.withID { JSONText.append(utf8: $0, to: &buffer) }
    buffer.append(literal: ",\"name\":")
    node.withName { JSONText.append(utf8: $0, to: &buffer) }
    buffer.append(literal: ",\"label\":")
    node.withName { JSONText.append(utf8: $0, to: &buffer) }
    buffer.append(literal: ",\"kind\":")
    JSONText.append(node.kind.name, to: &buffer)
    append(",\"mentions\":", node.mentions, to: &buffer)
    append(",\"windows\":", node.windows, to: &buffer)
    append(",\"documents\":", node.documents, to: &buffer)
    buffer.append(node.days, first: ",\"first\":\"", last: "\",\"last\":\"", end: "\"")
    append(",\"size\":", placement.sizes[index], decimals: 1, to: &buffer)
    append(",\"x\":", placement.positions[index].x, decimals: 1, to: &buffer)
    append(",\"y\":", placement.positions[index].y, decimals: 1, to: &buffer)
    buffer.append(literal: ",\"color\":\"")
    buffer.append(Appearance.colour(of: node.kind).hexadecimal)
    buffer.append(literal: "\"")
    for field in AnalysisField.allCases {
      guard let value = field.value(of: node), value.isFinite else { continue }
      buffer.append(",\"\(field.rawValue)\":")
      field.append(value, to: &buffer)
    }
    for attribute in node.attributes {
      guard let place = columns.place(of: attribute.name) else { continue }
      buffer.append(literal: ",")
      JSONText.append(columns.columns[place].title, to: &buffer)
      buffer.append(literal: ":")
      JSONText.append(attribute.value, to: &buffer)
    }
    buffer.append(literal: "}")
  }

  /// Appends the object of a tie.
  ///
  /// - Parameters:
  ///   - tie: The tie.
  ///   - ids: What `literals(ofIDsIn:)` gave.
  ///   - id: Its id, where the format gives ties one; nothing of it needs to be escaped.
  ///   - hasValue: Whether the weight stands under the name `value` too.
  ///   - buffer: Where to append.
  static func appendTie(
    _ tie: Tie, _ ids: NodeTexts, id: String? = nil, hasValue: Bool = false,
    to buffer: inout ByteBuffer
  ) {
    buffer.append(literal: "{")
    if let id {
      buffer.append("\"id\":\"\(id)\",")
    }
    buffer.append(literal: "\"source\":")
    ids.append(tie.source, to: &buffer)
    buffer.append(literal: ",\"target\":")
    ids.append(tie.target, to: &buffer)
    buffer.append(literal: ",\"weight\":")
    buffer.append(weight: tie.weight)
    if hasValue {
      buffer.append(literal: ",\"value\":")
      buffer.append(weight: tie.weight)
    }
    append(",\"count\":", tie.count, to: &buffer)
    append(",\"repeats\":", tie.repeats, to: &buffer)
    append(",\"documents\":", tie.documents, to: &buffer)
    if tie.sources > 0 { append(",\"sources\":", tie.sources, to: &buffer) }
    buffer.append(tie.days, first: ",\"first\":\"", last: "\",\"last\":\"", end: "\"")
    let measures = tie.measures
    append(",\"npmi\":", measures.npmi, decimals: 6, to: &buffer)
    append(",\"jaccard\":", measures.jaccard, decimals: 6, to: &buffer)
    append(",\"llr\":", measures.llr, decimals: 6, to: &buffer)
    append(",\"noise_corrected\":", measures.noiseCorrected, decimals: 6, to: &buffer)
    buffer.append(literal: ",\"evidence\":[")
    var isFirst = true
    tie.forEachEvidence { document, start, end, text in
      if !isFirst { buffer.append(UInt8(ascii: ",")) }
      isFirst = false
      buffer.append(literal: "{\"document\":")
      JSONText.append(utf8: document, to: &buffer)
      append(",\"start\":", start, to: &buffer)
      append(",\"end\":", end, to: &buffer)
      buffer.append(literal: ",\"text\":")
      JSONText.append(utf8: text, to: &buffer)
      buffer.append(literal: "}")
    }
    buffer.append(literal: "]}")
  }

  private static func append(_ key: StaticString, _ value: Int, to buffer: inout ByteBuffer) {
    buffer.append(literal: key)
    buffer.append(value)
  }

  /// Leaves out what is not finite.
  private static func append(
    _ key: StaticString, _ value: Double, decimals: Int, to buffer: inout ByteBuffer
  ) {
    guard value.isFinite else { return }
    buffer.append(literal: key)
    buffer.append(value, decimals: decimals)
  }
}
