import EntityGraphs
import Foundation
import Gazetteers
import Testing
import TextFiles

@testable import Exporters

/// The page as a file; what it does in a browser is tested by `consumers/check_page.py`.
@Suite struct PageTests {
  private func page(
    _ graph: EntityGraph, _ exporter: HTMLExporter = HTMLExporter()
  ) throws -> String {
    String(decoding: try GoldenFileTests.bytes(exporter, graph).bytes, as: UTF8.self)
  }

  /// What stands between two texts, each once in the page.
  private func part(_ page: String, from start: String, to end: String) throws -> String {
    let parts = page.components(separatedBy: start)
    try #require(parts.count == 2, "\(start)")
    return try #require(parts[1].components(separatedBy: end).first)
  }

  private func data(_ page: String) throws -> [String: Any] {
    let text = try part(page, from: "id=\"graph-data\">", to: "</script>")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("names and sentences are in the data as they are, and nowhere else")
  func texts() throws {
    let texts = ["</script><script>alert(1)</script>", "<!--", "\u{2028}\u{2029}\u{20AC}", "-->"]
    let graph = EntityGraph(
      nodes: texts.enumerated().map { Node(id: EntityID($1), kind: Kind($1), name: $1) },
      ties: [
        Tie(
          source: 0, target: 1, count: 1,
          evidence: texts.map { Evidence(document: $0, start: 0, end: 1, text: $0) })
      ])
    let page = try page(graph)
    for text in ["<!--", "alert(1)</", "\u{2028}", "\u{2029}"] { #expect(!page.contains(text)) }
    #expect(page.components(separatedBy: "</script>").count == 3)
    let data = try data(page)
    let nodes = try #require(data["nodes"] as? [[Any]])
    #expect(nodes.map { $0[1] as? String } == graph.nodes.map(\.name))
    let windows = try #require(data["windows"] as? [[Any]])
    #expect(windows.map { $0[3] as? String } == texts)
    #expect(data["documents"] as? [String] == texts)
  }

  @Test("all of the hostile graph is in the data")
  func hostile() throws {
    let graph = SampleGraphs.hostile
    let data = try data(try page(graph))
    let nodes = try #require(data["nodes"] as? [[Any]])
    let kinds = try #require(data["kinds"] as? [[String: String]])
    func bytes(_ value: Any) -> [UInt8]? { (value as? String).map { Array($0.utf8) } }
    for (read, node) in zip(nodes, graph.nodes) {
      #expect(bytes(read[0]) == Array(node.id.text.utf8))
      #expect(bytes(read[1]) == Array(node.name.utf8))
      let kind = try #require(read[2] as? Int)
      #expect(kinds[kind]["name"].map { Array($0.utf8) } == Array(node.kind.name.utf8))
      let attributes = try #require(read[9] as? [[String]])
      #expect(attributes == node.attributes.map { [$0.name, $0.value] })
    }
    let ties = try #require(data["ties"] as? [[Any]])
    let windows = try #require(data["windows"] as? [[Any]])
    for (read, tie) in zip(ties, graph.ties) {
      let evidence = try #require(read[11] as? [Int])
      try #require(
        evidence.map { bytes(windows[$0][3]) } == tie.evidence.map { Array($0.text.utf8) })
    }
    #expect(nodes.count == graph.nodes.count && ties.count == graph.ties.count)
  }

  @Test("the policy names the hashes of the script and the style sheet, and no network")
  func policy() throws {
    let page = try page(SampleGraphs.small)
    let policy = try part(page, from: "Content-Security-Policy\" content=\"", to: "\"")
    let script = try part(page, from: "<script>", to: "</script>")
    let style = try part(page, from: "<style>", to: "</style>")
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(policy.contains("script-src 'sha256-\(SHA256.base64(of: Array(script.utf8)))';"))
    #expect(policy.contains("style-src 'sha256-\(SHA256.base64(of: Array(style.utf8)))';"))
    for word in ["http:", "https:", "unsafe", "*", "connect-src"] {
      #expect(!policy.contains(word), "\(word)")
    }
    #expect(!page.contains("@@"))
  }

  @Test("a sentence that is evidence of several ties stands once")
  func sharedSentences() throws {
    let shared = Evidence(document: "d", start: 5, end: 9, text: "All three.")
    let graph = EntityGraph(
      nodes: ["a", "b", "c"].map { Node(id: EntityID($0), kind: .person, name: $0) },
      ties: [(0, 1), (0, 2), (1, 2)].map {
        Tie(source: $0, target: $1, count: 1, evidence: [shared])
      })
    let page = try page(graph)
    #expect(page.components(separatedBy: "All three.").count == 2)
    let ties = try #require(try data(page)["ties"] as? [[Any]])
    #expect(ties.map { $0[11] as? [Int] } == [[0], [0], [0]])
  }

  /// A path of five nodes whose ties are the stronger, the later, and one node by itself.
  static let path = EntityGraph(
    nodes: (0..<6).map {
      Node(id: EntityID("n\($0)"), kind: .person, name: "", mentions: $0 == 5 ? 9 : $0)
    },
    ties: (0..<4).map { Tie(source: $0, target: $0 + 1, count: $0 + 1) })

  static let selections: [(nodes: Int, ties: Int, keptNodes: [Int], keptTies: [Int])] = [
    (6, 4, [0, 1, 2, 3, 4, 5], [0, 1, 2, 3]),
    (6, 2, [0, 1, 2, 3, 4, 5], [2, 3]),
    (5, 2, [1, 2, 3, 4, 5], [2, 3]),
    (4, 9, [1, 2, 3, 4], [1, 2, 3]),
    (3, 1, [3, 4, 5], [3]),
    (1, 9, [5], []),
    (0, 0, [], []),
  ]

  @Test("of a large graph the strongest ties stay, then the most mentioned", arguments: selections)
  func selection(nodes: Int, ties: Int, keptNodes: [Int], keptTies: [Int]) {
    let selection = PageSelection(of: Self.path, nodes: nodes, ties: ties)
    #expect(selection.nodes == keptNodes)
    #expect(selection.ties == keptTies)
  }

  @Test("a page of a part of a graph tells how large the whole is")
  func partOfGraph() throws {
    let page = try page(Self.path, HTMLExporter(mostNodes: 3, mostTies: 2))
    #expect(page.contains("<title>6 entities, 4 ties</title>"))
    let data = try data(page)
    #expect(data["total"] as? [String: Int] == ["nodes": 6, "ties": 4])
    let nodes = try #require(data["nodes"] as? [[Any]])
    #expect(nodes.map { $0[0] as? String } == ["n2", "n3", "n4"])
    let ties = try #require(data["ties"] as? [[Any]])
    #expect(ties.map { [$0[0] as? Int, $0[1] as? Int] } == [[0, 1], [1, 2]])
  }
}
