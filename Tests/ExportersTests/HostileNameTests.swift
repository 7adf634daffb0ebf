import EntityGraphs
import Foundation
import Gazetteers
import Testing
import TextFiles

@testable import Exporters

/// Names are data: whatever they hold comes out of every format as itself, or as the rule says.
@Suite struct HostileNameTests {
  static let graphs: [EntityGraph] =
    [SampleGraphs.empty, SampleGraphs.small, SampleGraphs.hostile]
    + (1...40).map { SampleGraphs.random(seed: $0) }

  private func bytes(_ exporter: some GraphExporter, _ graph: EntityGraph) throws -> [UInt8] {
    try GoldenFileTests.bytes(exporter, graph).bytes
  }

  /// The evidence of a tie as one text.
  private static func lines(of tie: Tie) -> String {
    PlainText.windows(of: tie).joined(separator: "\n")
  }

  private func xml(_ text: String) -> String { PlainText.withoutForbidden(text) ?? text }

  /// Texts by their scalars: `==` takes precomposed and decomposed letters for the same.
  private func expectSame(
    _ found: [String?], _ expected: [String], _ what: String,
    location: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == expected.count, "number of \(what)", sourceLocation: location)
    for (found, expected) in zip(found, expected) where found != nil || !expected.isEmpty {
      #expect(
        found.map { Array($0.utf8) } == Array(expected.utf8), "\(what): \(expected.prefix(80))",
        sourceLocation: location)
    }
  }

  @Test("GraphML holds every name, kind, id and evidence", arguments: graphs.indices)
  func graphML(number: Int) throws {
    let graph = Self.graphs[number]
    let read = try XMLReadBack.read(bytes(GraphMLExporter(), graph))
    expectSame(read.nodes.map { $0["name"] }, graph.nodes.map { xml($0.name) }, "name")
    expectSame(read.nodes.map { $0["label"] }, graph.nodes.map { xml($0.name) }, "label")
    expectSame(read.nodes.map { $0["kind"] }, graph.nodes.map { xml($0.kind.name) }, "kind")
    expectSame(read.nodes.map { $0["entity"] }, graph.nodes.map { xml($0.id.text) }, "entity")
    expectSame(
      read.ties.map { $0["evidence"] }, graph.ties.map { xml(Self.lines(of: $0)) },
      "evidence")
    let ids = read.nodes.compactMap { $0["id"] }
    #expect(Set(ids).count == graph.nodes.count)
    #expect(read.ties.map { $0["source"] } == graph.ties.map { ids[$0.source] })
    #expect(read.ties.map { $0["target"] } == graph.ties.map { ids[$0.target] })
  }

  @Test("GEXF holds every name, kind, id and evidence", arguments: graphs.indices)
  func gexf(number: Int) throws {
    let graph = Self.graphs[number]
    let read = try XMLReadBack.read(bytes(GEXFExporter(), graph))
    expectSame(read.nodes.map { $0["label"] }, graph.nodes.map { xml($0.name) }, "label")
    expectSame(read.nodes.map { $0["kind"] }, graph.nodes.map { xml($0.kind.name) }, "kind")
    expectSame(read.nodes.map { $0["entity"] }, graph.nodes.map { xml($0.id.text) }, "entity")
    expectSame(
      read.ties.map { $0["evidence"] }, graph.ties.map { xml(Self.lines(of: $0)) },
      "evidence")
  }

  @Test("JSON holds every text as it is", arguments: graphs.indices)
  func json(number: Int) throws {
    let graph = Self.graphs[number]
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes(NodeLinkJSONExporter(), graph)))
        as? [String: Any])
    let nodes = try #require(read["nodes"] as? [[String: Any]])
    let ties = try #require(read["edges"] as? [[String: Any]])
    expectSame(nodes.map { $0["id"] as? String }, graph.nodes.map(\.id.text), "id")
    expectSame(nodes.map { $0["name"] as? String }, graph.nodes.map(\.name), "name")
    expectSame(nodes.map { $0["kind"] as? String }, graph.nodes.map(\.kind.name), "kind")
    let columns = AttributeColumns(graph)
    for (node, read) in zip(graph.nodes, nodes) {
      let places = try node.attributes.map { try #require(columns.place(of: $0.name)) }
      expectSame(
        places.map { read[columns.columns[$0].title] as? String }, node.attributes.map(\.value),
        "attributes")
      #expect(read.count == 11 + node.attributes.count + (node.days == nil ? 0 : 2))
    }
    for (tie, read) in zip(graph.ties, ties) {
      let evidence = try #require(read["evidence"] as? [[String: Any]])
      expectSame(evidence.map { $0["text"] as? String }, tie.evidence.map(\.text), "evidence")
      expectSame(
        evidence.map { $0["document"] as? String }, tie.evidence.map(\.document), "document")
    }
  }

  @Test("D3, Cytoscape and FollowTheMoney hold every text as it is", arguments: graphs.indices)
  func otherJSON(number: Int) throws {
    let graph = Self.graphs[number]
    func read(_ bytes: some Sequence<UInt8>) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
    let d3 = try read(bytes(D3JSONExporter(), graph))
    let nodes = try #require(d3["nodes"] as? [[String: Any]])
    expectSame(nodes.map { $0["name"] as? String }, graph.nodes.map(\.name), "name")
    let links = try #require(d3["links"] as? [[String: Any]])
    expectSame(
      links.map { $0["target"] as? String }, graph.ties.map { graph.nodes[$0.target].id.text },
      "target")
    #expect(links.map { $0["value"] as? Double } == links.map { $0["weight"] as? Double })
    let elements = try read(bytes(CytoscapeJSONExporter(), graph))["elements"]
    let lists = try #require(elements as? [String: [[String: Any]]])
    let data = (lists["nodes"] ?? []) + (lists["edges"] ?? [])
    let ids = data.compactMap { ($0["data"] as? [String: Any])?["id"] as? String }
    #expect(Set(ids.map { Array($0.utf8) }).count == graph.nodes.count + graph.ties.count)
    let lines = try bytes(FollowTheMoneyExporter(), graph).split(separator: UInt8(ascii: "\n"))
      .map(read)
    let properties = lines.compactMap { $0["properties"] as? [String: [String]] }
    #expect(properties.count == graph.nodes.count + graph.ties.count)
    // A reader refuses what cannot be seen.
    expectSame(
      properties.prefix(graph.nodes.count).map { $0["keywords"]?.first ?? " " },
      graph.nodes.map { node in
        let word = node.kind.name
        guard FollowTheMoneyExporter.isVisible(word) else { return " " }
        return word.count > 1024 ? word.prefix(1023) + "…" : word
      },
      "keywords")
    for (read, tie) in zip(properties.suffix(graph.ties.count), graph.ties) {
      expectSame(
        read["description"] ?? [], PlainText.windows(of: tie), "description")
    }
  }

  @Test("CSV holds every text, and no cell is a formula", arguments: graphs.indices)
  func csv(number: Int) throws {
    let graph = Self.graphs[number]
    let nodes = readCSV(try bytes(NodesCSVExporter(), graph))
    let ties = readCSV(try bytes(EdgesCSVExporter(), graph))
    func original(_ cell: String) -> String {
      let rest = cell.utf8.drop { $0 == UInt8(ascii: "'") }
      let isMarked =
        cell.utf8.first == UInt8(ascii: "'")
        && rest.first.map(Set("=+-@\t\r".utf8).contains) == true
      return isMarked ? String(decoding: cell.utf8.dropFirst(), as: UTF8.self) : cell
    }
    func csv(_ text: String) -> String { text.replacingOccurrences(of: "\0", with: "\u{FFFD}") }
    expectSame(
      nodes.dropFirst().map { original($0[0]) }, graph.nodes.map { csv($0.id.text) }, "Id")
    expectSame(nodes.dropFirst().map { original($0[1]) }, graph.nodes.map { csv($0.name) }, "Label")
    expectSame(
      nodes.dropFirst().map { original($0[2]) }, graph.nodes.map { csv($0.kind.name) }, "Kind")
    let evidence = try #require(ties[0].firstIndex(of: "evidence"))
    expectSame(
      ties.dropFirst().map { original($0[evidence]) },
      graph.ties.map { csv(Self.lines(of: $0)) }, "evidence")
    let headings = Set(nodes[0].map { $0.lowercased() })
    #expect(headings.count == nodes[0].count)
    for cell in (nodes + ties).joined() {
      guard let first = cell.utf8.first, Set("=+-@\t\r".utf8).contains(first) else { continue }
      #expect(Double(cell) != nil, "\(cell) begins like a formula")
    }
  }

  @Test("DOT labels come out as the names", arguments: graphs.indices)
  func dot(number: Int) throws {
    let graph = Self.graphs[number]
    let bytes = try bytes(DOTExporter(), graph)
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
    #expect(lines.count == graph.nodes.count + graph.ties.count + 2)
    let start = Array(" [label=".utf8)
    for (index, node) in graph.nodes.enumerated() {
      let line = lines[index + 1]
      let head = Array("  n\(index)".utf8) + start
      #expect(line.starts(with: head))
      let expected = xml(node.name).unicodeScalars.split(
        separator: "\r", omittingEmptySubsequences: false
      ).enumerated().map { $0 > 0 && $1.first == "\n" ? String($1.dropFirst()) : String($1) }
        .joined(separator: "\n")
      expectSame([readDOTLabel(line, from: head.count)], [expected], "label")
    }
  }

  @Test("a warning names the file, the node and the change, in one printable line")
  func warnings() throws {
    let graph = EntityGraph(
      nodes: [
        Node(id: EntityID("a\u{1B}"), kind: .person, name: "nul\0"),
        Node(id: EntityID("b"), kind: .person, name: "=1+1"),
      ], ties: [Tie(source: 0, target: 1, count: 1)])
    func lines(_ exporter: any GraphExporter) throws -> [String] {
      try GoldenFileTests.bytes(exporter, graph).warnings.map(\.description)
    }
    let replaced = "has characters that the format forbids; they are written as U+FFFD"
    for exporter in [GraphMLExporter(), GEXFExporter(), DOTExporter()] as [any GraphExporter] {
      #expect(
        try lines(exporter) == [
          "\(exporter.fileName): name of node \"a\\u{1B}\" \(replaced)",
          "\(exporter.fileName): id of node \"a\\u{1B}\" \(replaced)",
        ])
    }
    #expect(
      try lines(NodesCSVExporter()) == [
        "nodes.csv: name of node \"a\\u{1B}\" \(replaced)",
        "nodes.csv: name of node \"b\" would be a formula in a spreadsheet; "
          + "it is written with a ' before it",
      ])
    #expect(try lines(NodeLinkJSONExporter()) == [])
  }
}
