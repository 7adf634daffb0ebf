import EntityGraphs
import Gazetteers
import GraphSamples
import Testing

@Suite("what differs between two graphs")
struct GraphComparisonTests {
  @Test("the greatest change comes first, then the first identifiers")
  func order() {
    let before = graph("abcd", [("a", "b", 4), ("b", "c", 2), ("c", "d", 1)])
    let after = graph("abce", [("a", "b", 6), ("b", "c", 2), ("a", "e", 1)])
    let changes = GraphComparison(before, after).ties.map {
      "\($0.change) \($0.source.id)-\($0.target.id) \($0.before) \($0.after)"
    }
    #expect(changes == ["grew a-b 4.0 6.0", "appeared a-e 0.0 1.0", "vanished c-d 1.0 0.0"])
  }

  @Test("nothing differs between a graph and itself, nor between two empty ones")
  func same() {
    let one = randomGraph(seed: 1, count: 30, ties: 80)
    #expect(GraphComparison(one, one) == GraphComparison(graph(""), graph("")))
  }

  @Test("it is what looking up each tie in the other graph gives", arguments: 0..<40)
  func plain(seed: UInt64) {
    let sizes = [0, 1, 2, 9, 40]
    let (old, new) = (sizes[Int(seed) % 5], sizes[Int(seed) / 5 % 5])
    let before = randomGraph(seed: seed, count: old, ties: old * 3)
    let after = randomGraph(seed: seed &+ 1000, count: new, ties: new * 3)
    var weights: [[EntityID]: (Double, Double)] = [:]
    for (graph, isOld) in [(before, true), (after, false)] {
      for tie in graph.ties {
        let ends = [graph.nodes[tie.source].id, graph.nodes[tie.target].id]
        let known = weights[ends] ?? (0, 0)
        weights[ends] = isOld ? (tie.weight, known.1) : (known.0, tie.weight)
      }
    }
    let expected = weights.filter { $0.value.0 != $0.value.1 }
      .sorted { left, right in
        let sizes = (abs(left.value.0 - left.value.1), abs(right.value.0 - right.value.1))
        return sizes.0 != sizes.1
          ? sizes.0 > sizes.1 : left.key.lexicographicallyPrecedes(right.key)
      }
      .map { "\($0.key) \($0.value)" }
    let found = GraphComparison(before, after).ties
    #expect(found.map { "\([$0.source.id, $0.target.id]) \(($0.before, $0.after))" } == expected)
    for tie in found {
      let nodes = tie.before > 0 ? before : after
      #expect(nodes.node(tie.source.id) == tie.source)
    }
  }
}
