import Dates
import Gazetteers
import Testing

@testable import EntityGraphs

@Suite struct NumberingTests {
  static let whole = EntityGraph(
    nodes: "abcde".map { Node(id: EntityID("x/\($0)"), kind: .person, name: "\($0)") },
    ties: [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4)].map { Tie(source: $0.0, target: $0.1, count: 1) }
  )

  @Test("a graph without numbers of its own is numbered by its places")
  func places() {
    #expect(Self.whole.nodes.indices.map(Self.whole.number(ofNode:)) == [0, 1, 2, 3, 4])
    #expect(Self.whole.ties.indices.map(Self.whole.number(ofTie:)) == [0, 1, 2, 3, 4])
  }

  @Test("a part keeps the numbers that the whole gives its nodes and ties")
  func part() {
    let part = Self.whole.subgraph(of: [1, 2, 3]).numbered(as: Self.whole)
    #expect(part.nodes.map(\.id.text) == ["x/b", "x/c", "x/d"])
    #expect(part.nodes.indices.map(part.number(ofNode:)) == [1, 2, 3])
    #expect(part.ties.indices.map(part.number(ofTie:)) == [2, 3])
    let smaller = part.subgraph(of: [2]).numbered(as: part)
    #expect(smaller.nodes.indices.map(smaller.number(ofNode:)) == [3])
  }

  @Test("what the whole does not have is left out of the part")
  func foreign() {
    let other = EntityGraph(
      nodes: "adz".map { Node(id: EntityID("x/\($0)"), kind: .person, name: "\($0)") },
      ties: [Tie(source: 0, target: 1, count: 1), Tie(source: 1, target: 2, count: 1)])
    let part = other.numbered(as: Self.whole)
    #expect(part.nodes.map(\.id.text) == ["x/a", "x/d"])
    // The whole does not tie these two.
    #expect(part.ties.isEmpty)
  }

  @Test("a part stands where its nodes stand in the whole")
  func placement() {
    let placement = Placement(
      positions: (0..<5).map { .init(x: Double($0), y: 0) }, sizes: [1, 2, 3, 4, 5])
    let part = Self.whole.subgraph(of: [1, 4])
    #expect(
      placement.restricted(to: part, of: Self.whole)
        == Placement(positions: [.init(x: 1, y: 0), .init(x: 4, y: 0)], sizes: [2, 5]))
  }
}
