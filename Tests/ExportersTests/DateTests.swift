import Dates
import EntityGraphs
import Exporters
import Foundation
import Gazetteers
import Testing

@Suite struct DateTests {
  static func text(_ exporter: any GraphExporter, _ graph: EntityGraph) throws -> String {
    String(decoding: try GoldenFileTests.bytes(exporter, graph).bytes, as: UTF8.self)
  }

  static let undated = EntityGraph(
    nodes: [
      Node(id: EntityID("x/a"), kind: .person, name: "A"),
      Node(id: EntityID("x/b"), kind: .person, name: "B"),
    ], ties: [Tie(source: 0, target: 1, count: 1)])

  @Test("a graph of undated documents is static, and says nothing of time")
  func undated() throws {
    let gexf = try Self.text(GEXFExporter(), Self.undated)
    #expect(gexf.contains("<graph defaultedgetype=\"undirected\" mode=\"static\">"))
    for exporter in GraphFormat.allCases.flatMap(\.exporters) {
      let text = try Self.text(exporter, Self.undated)
      for word in [" start=", " end=", "timeformat", "\"first\":", "first=", "tooltip"] {
        #expect(!text.contains(word), "\(exporter.fileName) has \(word)")
      }
    }
    let rows = readCSV(Array(try Self.text(EdgesCSVExporter(), Self.undated).utf8))
    let first = try #require(rows[0].firstIndex(of: "first"))
    #expect(rows[0][first + 1] == "last")
    #expect(rows[1][first] == "" && rows[1][first + 1] == "")
  }

  /// FORMATS: `start`/`end` with `timerepresentation`; the GEXF 1.3 primer: both are inclusive, of the
  /// form that `timeformat` says, and `date` is xs:date.
  @Test("a dated graph is dynamic, its elements within the time of the graph", arguments: 0...30)
  func dynamic(seed: Int) throws {
    let graph = EntityGraph(
      nodes: (0..<12).map {
        Node(
          id: EntityID("x/\($0)"), kind: .person, name: "\($0)",
          days: SampleGraphs.days($0 + seed))
      },
      ties: (1..<12).map {
        Tie(source: 0, target: $0, count: 1, days: SampleGraphs.days($0 * seed))
      })
    let bytes = try GoldenFileTests.bytes(GEXFExporter(), graph).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.contains(
        "mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\" start=\"0001-01-01\" end=\"9999-12-31\""
      ))
    let read = try XMLReadBack.read(bytes)
    for (found, expected) in zip(
      read.nodes + read.ties, graph.nodes.map(\.days) + graph.ties.map(\.days))
    {
      #expect(found["start"] == expected?.first.description)
      #expect(found["end"] == expected?.last.description)
      #expect((found["start"] ?? "") <= (found["end"] ?? ""))
    }
  }

  @Test("every format has the days of nodes and ties, under the same names")
  func formats() throws {
    let graph = SampleGraphs.small
    let expected = graph.nodes.map { [$0.days?.first.description, $0.days?.last.description] }
    let nodes = readCSV(Array(try Self.text(NodesCSVExporter(), graph).utf8))
    let column = try #require(nodes[0].firstIndex(of: "first"))
    #expect(
      nodes.dropFirst().map { Array($0[column...column + 1]) }
        == expected.map { $0.map { $0 ?? "" } })
    let graphML = try XMLReadBack.read(GoldenFileTests.bytes(GraphMLExporter(), graph).bytes)
    #expect(graphML.nodes.map { [$0["first"], $0["last"]] } == expected)
    #expect(graphML.ties.map { $0["e_first"] } == graph.ties.map { $0.days?.first.description })
    let json = try Self.text(NodeLinkJSONExporter(), graph)
    #expect(json.contains("\"first\":\"2024-06-18\",\"last\":\"2024-06-20\""))
    let dot = try Self.text(DOTExporter(), graph)
    #expect(dot.contains("tooltip=\"2024-06-18 to 2024-06-20: Kim Jong Un\""))
    #expect(dot.contains("first=\"2024-06-19\", last=\"2024-06-19\", tooltip=\"2024-06-19: Kim"))
    let neo4j = try Self.text(Neo4jTiesExporter(), graph)
    #expect(neo4j.contains("first:date,last:date") && neo4j.contains(",2024-06-19,2024-06-19,"))
  }

  @Test("an attribute of a gazetteer that is called first gets another name")
  func attribute() throws {
    let graph = EntityGraph(
      nodes: [
        Node(
          id: EntityID("x/a"), kind: .person, name: "A",
          attributes: [Attribute(name: "first", value: "x"), Attribute(name: "Last", value: "y")])
      ], ties: [])
    let rows = readCSV(Array(try Self.text(NodesCSVExporter(), graph).utf8))
    #expect(rows[0].suffix(2) == ["a_first", "a_Last"])
  }

  @Test("a part that is numbered as its whole has the ids of the whole in every format")
  func numbers() throws {
    let part = SampleGraphs.small.subgraph(of: [0, 2]).numbered(as: SampleGraphs.small)
    #expect(part.ties.count == 1)
    let number = part.number(ofTie: 0)
    for exporter in [GraphMLExporter(), GEXFExporter()] as [any GraphExporter] {
      let text = try Self.text(exporter, part)
      #expect(text.contains("<edge id=\"e\(number)\""))
    }
    #expect(readCSV(Array(try Self.text(EdgesCSVExporter(), part).utf8))[1][3] == "e\(number)")
    #expect(try Self.text(CytoscapeJSONExporter(), part).contains("\"id\":\"e\(number)\""))
    let dot = try Self.text(DOTExporter(), part)
    #expect(dot.contains("  n0 -- n2 ") || dot.contains("  n0 -- n1 "))
  }
}
