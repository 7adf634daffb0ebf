import Dates
import EntityGraphs
import Exporters
import Foundation
import Gazetteers
import TestSupport
import Testing
import TextFiles

@testable import Relata

/// What the node-link exporter wrote is read back; anything else is refused.
@Suite struct GraphFileTests {
  static let texts = [
    "", " ", "\"", "\\", "\\u0041", "/", "nul\0nul", "\u{1}\u{1B}[31m", "\u{7F}\u{85}",
    "line\nbreak\r\ttab", "\u{2028}\u{2029}", "\u{FFFE}\u{FFFF}", "é", "e\u{301}", "Å", "\u{212B}",
    "😀👩‍👩‍👧", "\u{10FFFF}", "عربي", "漢字", "{\"a\":[1]}", "null", "<b>&amp;", "\u{FEFF}mark",
    String(repeating: "ten letter", count: 2000),
  ]

  static func random(_ seed: UInt64) -> EntityGraph {
    var generator = SeededGenerator(seed: seed)
    func text() -> String { texts.randomElement(using: &generator)! }
    func number() -> Int { Int.random(in: 0...100_000, using: &generator) }
    func days() -> DaySpan? {
      guard Bool.random(using: &generator) else { return nil }
      let first = Int32.random(in: -700_000...2_000_000, using: &generator)
      return DaySpan(
        first: CalendarDay(number: first),
        last: CalendarDay(number: first + [Int32(0), 400].randomElement(using: &generator)!))
    }
    let ids = seed == 0 ? texts : (0..<Int(seed % 12)).map { "\(text())/\($0)" }
    let nodes = ids.map {
      Node(
        id: EntityID($0), kind: Kind(text()), name: text(), mentions: number(), windows: number(),
        documents: number(), days: days())
    }
    var ties: [Tie] = []
    for first in nodes.indices {
      for second in 0..<first where Bool.random(using: &generator) {
        func measure() -> Double {
          [.nan, .infinity, 0, Double.random(in: -9...9999, using: &generator)]
            .randomElement(using: &generator)!
        }
        ties.append(
          Tie(
            source: first, target: second, count: number(), repeats: number(),
            documents: number(), sources: number() % 3, days: days(),
            weight: Double(number() + 1) / 4,
            measures: Measures(
              npmi: measure(), jaccard: measure(), llr: measure(), noiseCorrected: measure()),
            evidence: (0..<number() % 3).map { _ in
              Evidence(document: text(), start: number(), end: number(), text: text())
            }))
      }
    }
    return EntityGraph(nodes: nodes, ties: ties)
  }

  private func write(_ graph: EntityGraph, _ folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/graph.json"
    let file = try AtomicFile(path: path)
    _ = try NodeLinkJSONExporter().write(graph, placement: Placement(of: graph), to: file)
    try file.commit()
    return path
  }

  /// All texts as bytes: `==` takes precomposed and decomposed letters for the same.
  private func texts(_ graph: EntityGraph) -> [[UInt8]] {
    let nodes = graph.nodes.flatMap { [$0.id.text, $0.kind.name, $0.name] }
    let evidence = graph.ties.flatMap(\.evidence).flatMap { [$0.document, $0.text] }
    return (nodes + evidence).map { Array($0.utf8) }
  }

  @Test("a graph comes back as it was written, whatever its names", arguments: 0...40)
  func roundTrip(seed: UInt64) throws {
    let folder = TemporaryFolder()
    let graph = Self.random(seed)
    let path = try write(graph, folder)
    let read = try GraphFile.read(path)
    #expect(texts(read) == texts(graph), "seed \(seed)")
    #expect(read.nodes == graph.nodes, "seed \(seed)")
    #expect(read.ties.count == graph.ties.count)
    for (found, expected) in zip(read.ties, graph.ties) {
      let fields = [\Tie.source, \.target, \.count, \.repeats, \.documents, \.sources]
      for field in fields { #expect(found[keyPath: field] == expected[keyPath: field]) }
      #expect(found.weight == expected.weight)
      #expect(found.days == expected.days)
      #expect(found.evidence == expected.evidence)
      for measure in [\Measures.npmi, \.jaccard, \.llr, \.noiseCorrected] {
        let (one, two) = (found.measures[keyPath: measure], expected.measures[keyPath: measure])
        #expect(two.isFinite ? abs(one - two) <= 1e-6 : one.isNaN, "seed \(seed): \(two)")
      }
    }
    let first = try Data(contentsOf: URL(filePath: path))
    #expect(try Data(contentsOf: URL(filePath: write(read, folder))) == first, "seed \(seed)")
  }

  static let tie =
    #""weight":1,"count":1,"repeats":0,"documents":1,"npmi":0,"jaccard":0,"llr":0,"noise_corrected":0"#
  static let nodes = ["a", "b"].map {
    #"{"id":"\#($0)","name":"\#($0)","kind":"person","mentions":1,"windows":1,"documents":1}"#
  }

  static func file(_ nodes: [String], _ edges: [(String, String)]) -> String {
    let edges = edges.map { #"{"source":"\#($0)","target":"\#($1)",\#(tie)}"# }
    return
      "{\"nodes\":[\(nodes.joined(separator: ","))],\"edges\":[\(edges.joined(separator: ","))]}"
  }

  static let noGraph = "it is no graph.json as `relata build` writes it"

  @Test(
    "a broken file is refused with its path, the reason and what to do",
    arguments: [
      ("an empty file", "", noGraph),
      ("no JSON", "graph {}", noGraph),
      ("another JSON", "[1, 2]", noGraph),
      ("no nodes", "{\"edges\":[]}", noGraph),
      ("no edges", "{\"nodes\":[]}", noGraph),
      ("a file that ends early", String(file(nodes, [("a", "b")]).dropLast(3)), noGraph),
      ("a number as text", #"{"nodes":[{"id":1}],"edges":[]}"#, noGraph),
      ("deep nesting", String(repeating: "[", count: 100_000), noGraph),
      (
        "days that are none",
        file(
          nodes.map { $0.dropLast() + #","first":"2024-02-30","last":"2024-03-01"}"# }, []),
        "\"2024-02-30\" to \"2024-03-01\" are no days"
      ),
      (
        "days in the wrong order",
        file(
          nodes.map { $0.dropLast() + #","first":"2024-03-02","last":"2024-03-01"}"# }, []),
        "\"2024-03-02\" to \"2024-03-01\" are no days"
      ),
      ("a doubled node", file(nodes + nodes, []), "node \"a\" stands twice"),
      (
        "an edge to no node", file(nodes, [("a", "c")]),
        "edge \"a\", \"c\" is doubled or ties no two nodes"
      ),
      (
        "an edge to itself", file(nodes, [("b", "b")]),
        "edge \"b\", \"b\" is doubled or ties no two nodes"
      ),
      (
        "a doubled edge", file(nodes, [("a", "b"), ("b", "a")]),
        "edge \"b\", \"a\" is doubled or ties no two nodes"
      ),
    ])
  func broken(name: String, content: String, reason: String) throws {
    let folder = TemporaryFolder()
    let path = folder.write("graph.json", content)
    let error = try #require(throws: GraphFileError.self) { try GraphFile.read(path) }
    #expect(
      error.description
        == "cannot read the graph \"\(path)\": \(reason); write one with `relata build INPUT`",
      "\(name)")
  }

  @Test("a file that cannot be opened is refused with the system's reason")
  func missing() throws {
    let folder = TemporaryFolder()
    let advice = "write one with `relata build INPUT`"
    for (name, reason) in [
      ("none.json", "No such file or directory; \(advice)"),
      ("", "it is a folder; name the file in it, \"\(folder.path)/graph.json\""),
    ] {
      let path = folder.path + "/" + name
      let error = try #require(throws: GraphFileError.self) { try GraphFile.read(path) }
      #expect(error.description == "cannot read the graph \"\(path)\": \(reason)")
    }
  }
}
