import Gazetteers
import TextFiles

/// What a GraphML file says of the kind of a node, made once: many nodes are of one kind.
struct GraphMLKind {
  let colour: Colour

  /// `</data>`, and the kind and its label for Neo4j in elements of which the last stays open.
  let nameMarkup: [UInt8]

  /// The same with the colour.
  let colourMarkup: [UInt8]

  /// Whether the kind holds characters that XML forbids, which became U+FFFD.
  let heldForbidden: Bool

  init(_ kind: Kind) {
    colour = Appearance.colour(of: kind)
    let clean = PlainText.withoutForbidden(kind.name)
    heldForbidden = clean != nil
    let name = clean ?? kind.name
    var markup = ByteBuffer()
    markup.append(literal: "</data>\n      <data key=\"kind\">")
    _ = XMLText.append(name, to: &markup)
    if !name.isEmpty {
      markup.append(literal: "</data>\n      <data key=\"labels\">:")
      _ = XMLText.append(Neo4jLabel.label(of: Kind(name)), to: &markup)
    }
    nameMarkup = markup.bytes
    markup.clear()
    for (key, value) in [("r", colour.red), ("g", colour.green), ("b", colour.blue)] {
      markup.append("</data>\n      <data key=\"\(key)\">\(value)")
    }
    colourMarkup = markup.bytes
  }
}

extension XMLDocument {
  /// Appends the kind of a node, with a warning where it had to be changed.
  mutating func append(_ kind: GraphMLKind, _ owner: @autoclosure () -> ExportWarning.Owner) {
    writer.markup.append(contentsOf: kind.nameMarkup)
    if kind.heldForbidden { warn(owner(), field: "kind") }
  }
}
