import EntityGraphs
import TextFiles

/// What the XML formats share while a graph is written: ids as tokens, and texts made fit for XML.
struct XMLDocument: ~Copyable {
  var writer: XMLWriter

  /// The id of each node in the file.
  let tokens: NodeTexts

  /// What was changed so far.
  private(set) var warnings: [ExportWarning] = []

  private let fileName: String

  init(fileName: String, graph: EntityGraph, to sink: any ByteSink) throws(ExportError) {
    self.fileName = fileName
    tokens = NodeTexts(of: graph, .id, NameToken.append(_:to:))
    writer = try XMLWriter(to: sink)
  }

  /// A text as XML can hold it, with a warning where it had to be changed.
  mutating func clean(
    _ text: String, _ owner: @autoclosure () -> ExportWarning.Owner, field: String
  ) -> String {
    guard let clean = PlainText.withoutForbidden(text) else { return text }
    warn(owner(), field: field)
    return clean
  }

  /// Appends a text to the markup, with a warning where it had to be changed.
  mutating func append(
    _ text: String, _ owner: @autoclosure () -> ExportWarning.Owner, field: String
  ) {
    if XMLText.append(text, to: &writer.markup) { warn(owner(), field: field) }
  }

  /// Appends a text of a node to the markup, with a warning where it had to be changed.
  mutating func append(_ text: NodeText, of node: Node) {
    text.lend(of: node) { utf8 in
      if XMLText.append(utf8, to: &writer.markup) { warn(.node(node.id), field: text.rawValue) }
    }
  }

  /// Writes the markup of some ties, and empties it.
  mutating func take(_ ties: inout XMLTies) throws(ExportError) {
    try writer.take(&ties.markup)
    warnings += ties.warnings
    ties.warnings = []
  }

  /// Notes that a text had to be changed.
  mutating func warn(_ owner: ExportWarning.Owner, field: String) {
    warnings.append(
      ExportWarning(file: fileName, owner: owner, field: field, change: .replacedCharacters))
  }
}

/// The markup of some ties, which any thread writes.
struct XMLTies: ~Copyable {
  var markup = ByteBuffer()
  var warnings: [ExportWarning] = []
  var looks = CountMarkup()
}
