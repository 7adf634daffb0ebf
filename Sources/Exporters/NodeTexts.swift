import EntityGraphs
import TextFiles

/// A text for each node of a graph as it stands in a file, one behind another: made once, since most
/// nodes have many ties. They lie out of memory where those of the nodes do.
final class NodeTexts: Sendable {
  private let bytes: FixedTable<UInt8>
  /// Where the text of each node ends.
  private let ends: FixedTable<Int>

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
    var buffer = ByteBuffer()
    // Most texts stand as they are, and room that is known beforehand is not made twice.
    buffer.reserve(length)
    let overflow = graph.nodes.overflow
    // Where the disk takes no more they are in memory.
    var failure: FileError?
    var ends = FixedTable<Int>(count: graph.nodes.count, overflow: overflow, failure: &failure)
    for (index, node) in graph.nodes.enumerated() {
      text.lend(of: node) { append($0, &buffer) }
      ends[index] = buffer.count
    }
    var bytes = FixedTable<UInt8>(count: buffer.count, overflow: overflow, failure: &failure)
    bytes.withMutableSpan { all in
      buffer.withBytes { made in
        for place in made.indices { all[place] = made[place] }
      }
    }
    self.bytes = bytes
    self.ends = ends
  }

  /// Lends the text of a node.
  func withText<Result>(of node: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = node == 0 ? 0 : ends[node - 1]
    return bytes.withSpan(of: start..<ends[node], body)
  }

  /// Appends the text of a node.
  func append(_ node: Int, to buffer: inout ByteBuffer) {
    withText(of: node) { buffer.append($0) }
  }
}
