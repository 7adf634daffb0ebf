import EntityGraphs
import TextFiles

/// One page that draws the graph by itself, for a browser without a network.
///
/// The page holds the graph as JSON and a script of our own, whose parts stand in `Parts/`. Names
/// are nowhere in its markup: the script sets them as texts. The page's own policy lets a browser
/// run that script and use that style sheet, told by their SHA-256, and nothing else.
public struct HTMLExporter: GraphExporter {
  /// The most that a page holds; of larger graphs it has the strongest ties, and says so.
  public var limits: (nodes: Int, ties: Int)

  /// - Parameters:
  ///   - mostNodes: So many nodes are drawn at most.
  ///   - mostTies: So many ties are drawn at most.
  public init(mostNodes: Int = 5000, mostTies: Int = 20_000) {
    limits = (max(0, mostNodes), max(0, mostTies))
  }

  public var formatName: String { "html" }
  public var fileName: String { "graph.html" }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    let selection = PageSelection(of: graph, nodes: limits.nodes, ties: limits.ties)
    let (style, script) = (PageParts.style, PageParts.script)
    var buffer = ByteBuffer()
    for piece in PageParts.template {
      switch piece {
      case .text(let bytes): buffer.append(contentsOf: bytes)
      case .insert("TITLE"): buffer.append(Self.title(of: graph))
      case .insert("STYLE"): buffer.append(contentsOf: style)
      case .insert("SCRIPT"): buffer.append(contentsOf: script)
      case .insert("STYLE-HASH"): buffer.append("sha256-" + SHA256.base64(of: style))
      case .insert("SCRIPT-HASH"): buffer.append("sha256-" + SHA256.base64(of: script))
      case .insert("DATA"):
        try sink.take(&buffer, beyond: 0)
        try PageData(graph, placement, selection).write(to: sink)
      case .insert(let name): preconditionFailure("page.html asks for \(name), which nothing gives")
      }
      try sink.take(&buffer)
    }
    try sink.take(&buffer, beyond: 0)
    return []
  }

  private static func title(of graph: EntityGraph) -> String {
    func counted(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    return counted(graph.nodes.count, "entity", "entities") + ", "
      + counted(graph.ties.count, "tie", "ties")
  }
}
