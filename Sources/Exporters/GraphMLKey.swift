import EntityGraphs
import TextFiles

/// The declaration of a GraphML attribute.
struct GraphMLKey {
  /// Unique in the file. Gephi looks at it before the name, so it is never `d0`, `d1`, ….
  let id: String
  let name: String
  let type: String

  init(id: String, name: String, type: String) {
    self.id = id
    self.name = name
    self.type = type
  }

  private init(_ id: String, _ type: String, name: String? = nil) {
    self.init(id: id, name: name ?? id, type: type)
  }

  /// Those of nodes, in the order of the file.
  static let nodeKeys: [GraphMLKey] = [
    GraphMLKey("label", "string"), GraphMLKey("name", "string"), GraphMLKey("kind", "string"),
    GraphMLKey("labels", "string"), GraphMLKey("entity", "string"), GraphMLKey("mentions", "int"),
    GraphMLKey("windows", "int"), GraphMLKey("documents", "int"), GraphMLKey("first", "string"),
    GraphMLKey("last", "string"), GraphMLKey("size", "float"),
    GraphMLKey("x", "float"), GraphMLKey("y", "float"), GraphMLKey("r", "int"),
    GraphMLKey("g", "int"), GraphMLKey("b", "int"),
  ]

  /// Those of ties. Ids are unique over nodes and ties, names are not.
  static let tieKeys: [GraphMLKey] = [
    GraphMLKey("weight", "double"), GraphMLKey("count", "int"), GraphMLKey("repeats", "int"),
    GraphMLKey("e_documents", "int", name: "documents"), GraphMLKey("sources", "int"),
    GraphMLKey("e_first", "string", name: "first"), GraphMLKey("e_last", "string", name: "last"),
    GraphMLKey("npmi", "double"), GraphMLKey("jaccard", "double"), GraphMLKey("llr", "double"),
    GraphMLKey("noise_corrected", "double"), GraphMLKey("interaction", "string"),
    GraphMLKey("er", "int", name: "r"), GraphMLKey("eg", "int", name: "g"),
    GraphMLKey("eb", "int", name: "b"), GraphMLKey("evidence", "string"),
  ]
}

extension XMLWriter {
  /// Leaves out what is not known.
  mutating func data(_ field: AnalysisField, of node: Node) {
    guard let value = field.value(of: node), value.isFinite else { return }
    beginData(field.rawValue)
    field.append(value, to: &markup)
    markup.append(literal: "</data>")
  }

  /// - Parameter value: A text without characters that XML forbids.
  mutating func data(_ key: String, _ value: String) {
    beginData(key)
    _ = XMLText.append(value, to: &markup)
    markup.append(literal: "</data>")
  }

  private mutating func beginData(_ key: String) {
    markup.append(literal: "\n      <data key=\"")
    markup.append(key)
    markup.append(literal: "\">")
  }

  /// What yEd draws a node from; its `y` grows downwards, and names the corner of the shape.
  mutating func yEdNode(
    name: String, position: Placement.Point, size: Double, colour: Colour
  ) {
    beginData("nodegraphics")
    markup.append("<y:ShapeNode><y:Geometry x=\"")
    markup.append(position.x - size / 2, decimals: 1)
    markup.append("\" y=\"")
    markup.append(-position.y - size / 2, decimals: 1)
    for side in ["width", "height"] {
      markup.append("\" \(side)=\"")
      markup.append(size, decimals: 1)
    }
    markup.append("\"/><y:Fill color=\"\(colour.hexadecimal)\"/><y:NodeLabel>")
    _ = XMLText.append(name, to: &markup)
    markup.append("</y:NodeLabel><y:Shape type=\"ellipse\"/></y:ShapeNode></data>")
  }
}
