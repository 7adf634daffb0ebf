import EntityGraphs
import TextFiles

/// What the XML formats share while a graph is written: ids as tokens, and texts made fit for XML.
struct XMLDocument {
  let writer: XMLWriter

  /// The id of each node in the file, as UTF-8.
  let tokens: [[UInt8]]

  /// What was changed so far.
  private(set) var warnings: [ExportWarning] = []

  private let fileName: String

  init(fileName: String, graph: EntityGraph, to sink: any ByteSink) throws(ExportError) {
    self.fileName = fileName
    tokens = graph.nodes.map { Array(NameToken.escaped($0.id.text).utf8) }
    writer = try XMLWriter(to: sink)
  }

  /// A text as XML can hold it, with a warning where it had to be changed.
  mutating func clean(_ text: String, _ owner: ExportWarning.Owner, field: String) -> String {
    guard let clean = PlainText.withoutForbidden(text) else { return text }
    warnings.append(
      ExportWarning(file: fileName, owner: owner, field: field, change: .replacedCharacters))
    return clean
  }
}
