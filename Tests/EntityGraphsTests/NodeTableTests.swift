import Dates
import Gazetteers
import TestSupport
import Testing
import TextFiles

@testable import EntityGraphs

/// Counted nodes, in memory and in files, against nodes that are stated.
@Suite struct NodeTableTests {
  let folder = TemporaryFolder()

  /// Texts with nothing in them, of one byte, of several bytes a letter, with NUL, and longer than a piece.
  private static let texts = [
    "", "x", "Müller", "キム・ジョンウン", "a\0b", "line\nbreak", String(repeating: "long ", count: 400),
  ]

  /// Nodes of all sorts; what the numbers of one say, those of no other near it do.
  private static func nodes(_ count: Int) -> [Node] {
    (0..<count).map { number in
      let day = CalendarDay(year: 1990 + number % 40, month: 1 + number % 12, day: 1 + number % 28)
      return Node(
        id: EntityID("e/\(String(repeating: "0", count: 6 - "\(number)".count))\(number)"),
        kind: [Kind.person, .country, Kind("лодка"), Kind("")][number % 4],
        name: texts[number % texts.count] + "\(number % 3)", mentions: number * 7,
        windows: number * 5, documents: number * 3,
        days: number % 5 == 0 ? nil : day.map { DaySpan(first: $0, last: $0) },
        attributes: (0..<number % 4).map {
          Attribute(name: "a\($0 * number % 6)", value: texts[(number + $0) % texts.count])
        })
    }
  }

  private func counted(_ nodes: [Node], isInFiles: Bool) -> NodeList {
    var table = NodeTable(
      overflow: isInFiles ? BytePool.Overflow(folder: folder.path, memory: 1 << 16) : nil)
    for node in nodes {
      table.append(
        id: node.id, kind: node.kind, name: node.name,
        attributes: node.attributes.map { EntityAttribute(name: $0.name, value: $0.value) },
        mentions: UInt32(node.mentions), windows: UInt32(node.windows),
        documents: UInt32(node.documents), days: DayBounds(node.days))
    }
    return table.list()
  }

  @Test("more nodes than memory holds say what stated ones say", arguments: [false, true])
  func same(isInFiles: Bool) {
    // Several pages of rows, and several pieces of texts.
    let stated = Self.nodes(40_000)
    let list = counted(stated, isInFiles: isInFiles)
    #expect(list == NodeList(stated))
    #expect(Array(list.reversed()) == stated.reversed())
    #expect(list.attributeNames == NodeList(stated).attributeNames)
    #expect(list.attributeNames.count == 6)
    for node in [0, 1, 16_383, 16_384, 39_999].map({ list[$0] }) {
      var (id, name) = ("", "")
      node.withID { id = String(copying: $0) }
      node.withName { name = String(copying: $0) }
      #expect(id == node.id.text)
      #expect(name == node.name)
    }
  }

  @Test("a graph of counted nodes is that of stated ones, whatever their order")
  func graphs() {
    let stated = Self.nodes(50)
    let ties = (1..<50).map { Tie(source: 0, target: $0, count: $0) }
    let expected = EntityGraph(nodes: stated, ties: ties)
    for isReversed in [false, true] {
      let list = counted(isReversed ? stated.reversed() : stated, isInFiles: true)
      let own =
        isReversed ? ties.map { Tie(source: 49, target: 49 - $0.target, count: $0.count) } : ties
      let graph = EntityGraph(nodes: list, ties: own)
      #expect(graph == expected)
      for node in stated { #expect(graph.node(node.id) == node) }
      #expect(graph.subgraph(of: [0, 7, 9]) == expected.subgraph(of: [0, 7, 9]))
      #expect(graph.days == expected.days)
    }
  }

  @Test("counted nodes take an analysis, and keep all else", arguments: [false, true])
  func analysed(isCounted: Bool) {
    let stated = Self.nodes(20)
    let list = isCounted ? counted(stated, isInFiles: false) : NodeList(stated)
    let analyses = stated.indices.map {
      NodeAnalysis(degree: $0, strength: 1, pageRank: 0.5, core: 2, community: 3)
    }
    let analysed = list.analysed(analyses)
    #expect(analysed.map(\.analysis) == analyses)
    #expect(
      analysed.map { node in
        var node = node
        node.analysis = nil
        return node
      } == stated)
  }

  @Test("what is changed of a node changes nothing else of it, and not the list")
  func changes() {
    let stated = Self.nodes(20)
    let list = counted(stated, isInFiles: false)
    var (node, expected) = (list[7], stated[7])
    node.name = "another"
    #expect(node.name == "another")
    #expect((node.id, node.kind) == (expected.id, expected.kind))
    node.id = EntityID("e/z")
    node.kind = Kind("ship")
    node.attributes = []
    node.mentions = 1 << 40
    expected = Node(
      id: EntityID("e/z"), kind: Kind("ship"), name: "another", mentions: 1 << 40,
      windows: expected.windows, documents: expected.documents, days: expected.days)
    #expect(node == expected)
    #expect(list == NodeList(stated))
  }
}
