import EntityGraphs

/// A text of a node that all formats write; the raw value is what warnings call it.
enum NodeText: String {
  case id, name

  /// Lends it as valid UTF-8, without a `String` of it.
  func lend(of node: Node, _ body: (Span<UInt8>) -> Void) {
    switch self {
    case .id: node.withID(body)
    case .name: node.withName(body)
    }
  }
}
