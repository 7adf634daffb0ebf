import EntityGraphs
import TextFiles

/// The ids or names of nodes for the rows of their ties, and which of them stand in a cell as they are,
/// as nearly all do.
struct CSVNodeTexts: Sendable {
  let texts: NodeTexts
  private let isPlain: [Bool]

  /// - Parameters:
  ///   - graph: The graph.
  ///   - text: Which text.
  init(of graph: EntityGraph, _ text: NodeText) {
    let texts = NodeTexts(of: graph, text)
    isPlain = graph.nodes.indices.map { node in
      texts.withText(of: node) { CSVRows.isPlain($0) }
    }
    self.texts = texts
  }

  /// Whether `CSVRows.plain` takes the text of a node.
  func isPlain(_ node: Int) -> Bool { isPlain[node] }
}

extension CSVRows {
  /// Adds the text of one end of a tie.
  ///
  /// - Returns: What had to be done about it, for `warn`.
  mutating func text(
    of node: Int, in nodes: CSVNodeTexts
  ) -> [ExportWarning.Change] {
    nodes.texts.withText(of: node) { text in
      guard nodes.isPlain(node) else { return self.text(utf8: text) }
      plain { $0.append(text) }
      return []
    }
  }
}
