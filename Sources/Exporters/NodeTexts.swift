import EntityGraphs
import TextFiles

/// A text for each node of a graph as it stands in a file, one behind another: made once, since most
/// nodes have many ties.
final class NodeTexts: Sendable {
  private let bytes: ByteBuffer
  /// Where the text of each node ends.
  private let ends: [Int]

  /// - Parameters:
  ///   - graph: The graph.
  ///   - text: Which text.
  ///   - append: Appends the text as it stands in the file.
  init(
    of graph: EntityGraph, _ text: NodeText,
    _ append: (Span<UInt8>, inout ByteBuffer) -> Void = { $1.append($0) }
  ) {
    var length = 0
    for node in graph.nodes { text.lend(of: node) { length += $0.count } }
    var bytes = ByteBuffer()
    var ends: [Int] = []
    // Most texts stand as they are, and room that is known beforehand is not made twice.
    bytes.reserve(length)
    ends.reserveCapacity(graph.nodes.count)
    for node in graph.nodes {
      text.lend(of: node) { append($0, &bytes) }
      ends.append(bytes.count)
    }
    self.bytes = bytes
    self.ends = ends
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
