import EntityGraphs
import Gazetteers
import GraphSamples
import Testing

@Suite struct GraphFilterTests {
  private let sample = EntityGraph(
    nodes: [
      Node(id: EntityID("a"), kind: .person, name: "a", mentions: 5),
      Node(id: EntityID("b"), kind: .country, name: "b", mentions: 3),
      Node(id: EntityID("c"), kind: .person, name: "c", mentions: 1),
      Node(id: EntityID("d"), kind: .organisation, name: "d", mentions: 9),
    ],
    ties: [
      Tie(source: 0, target: 1, count: 4, weight: 0.5), Tie(source: 0, target: 2, count: 2),
      Tie(source: 2, target: 3, count: 1),
    ])

  private func shown(_ change: (inout GraphFilter) -> Void) -> String {
    var filter = GraphFilter()
    change(&filter)
    let graph = sample.filtered(filter)
    let ties = graph.ties.map { graph.nodes[$0.source].name + graph.nodes[$0.target].name }
    return graph.nodes.map(\.name).joined() + ": " + ties.joined(separator: " ")
  }

  @Test("the filter as it begins keeps everything")
  func all() { #expect(sample.filtered(GraphFilter()) == sample) }

  @Test("a kind keeps its nodes and the ties among them")
  func kinds() { #expect(shown { $0.kinds = [.person] } == "ac: ac") }

  @Test("a minimum of mentions drops nodes with their ties")
  func mentions() { #expect(shown { $0.minimumMentions = 3 } == "abd: ab") }

  @Test("a minimum count drops ties")
  func count() { #expect(shown { $0.minimumCount = 2 } == "abcd: ab ac") }

  @Test("a minimum weight drops ties")
  func weight() { #expect(shown { $0.minimumWeight = 1 } == "abcd: ac cd") }

  @Test("nodes without a tie can be dropped")
  func isolated() {
    #expect(
      shown {
        $0.minimumCount = 4
        $0.keepsIsolated = false
      } == "ab: ab")
  }
}
