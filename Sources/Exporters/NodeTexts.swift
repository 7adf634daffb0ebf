import EntityGraphs
import TextFiles

/// A text for each node of a graph as it stands in a file, one behind another: made once, since most
/// nodes have many ties.
struct NodeTexts: ~Copyable {
  private var bytes = ByteBuffer()
  /// Where the text of each node ends.
  private var ends: [Int] = []

  /// - Parameters:
  ///   - graph: The graph.
  ///   - text: What of the node with an index. It is told by its index, because a whole node is not
  ///     copied for nothing.
  ///   - append: Appends the text as it stands in the file.
  init(
    of graph: EntityGraph, _ text: (Int) -> String,
    _ append: (String, inout ByteBuffer) -> Void = { $1.append($0) }
  ) {
    // Most texts stand as they are, and room that is known beforehand is not made twice.
    bytes.reserve(graph.nodes.indices.reduce(0) { $0 + text($1).utf8.count })
    ends.reserveCapacity(graph.nodes.count)
    for index in graph.nodes.indices {
      append(text(index), &bytes)
      ends.append(bytes.count)
    }
  }

  /// Lends the text of a node.
  func withText<Result>(of node: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = node == 0 ? 0 : ends[node - 1]
    return bytes.withBytes { body($0.extracting(start..<ends[node])) }
  }

  /// Appends the text of a node.
  func append(_ node: Int, to buffer: inout ByteBuffer) {
    withText(of: node) { buffer.append($0) }
  }
}
