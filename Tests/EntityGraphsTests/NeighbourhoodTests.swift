import EntityGraphs
import Gazetteers
import GraphSamples
import Testing

@Suite struct NeighbourhoodTests {
  private let sample = graph(
    "abcdefg", [("a", "b", 1), ("a", "c", 5), ("b", "d", 2), ("c", "d", 3), ("d", "e", 1)])

  private func names(_ neighbours: [Neighbour]) -> String {
    neighbours.map { "\(sample.nodes[$0.node].name)\($0.hops)" }.joined(separator: " ")
  }

  @Test("a node is found by its identifier, and a missing one is not")
  func lookup() {
    for (index, node) in sample.nodes.enumerated() { #expect(sample.index(of: node.id) == index) }
    for missing in ["", "A", "aa", "z"] { #expect(sample.index(of: EntityID(missing)) == nil) }
    #expect(sample.node(EntityID("c"))?.name == "c")
  }

  @Test("a tie is found from either of its ends")
  func tie() {
    #expect(sample.tie(between: 0, and: 2) == sample.tie(between: 2, and: 0))
    #expect(sample.tie(between: 0, and: 2).map { sample.ties[$0].weight } == 5)
    #expect(sample.tie(between: 0, and: 4) == nil)
  }

  @Test(
    "neighbours come by distance, then by strongest tie",
    arguments: [
      (0, 0, ""), (0, 1, "c1 b1"), (0, 2, "c1 b1 d2"), (0, 3, "c1 b1 d2 e3"),
      (0, 9, "c1 b1 d2 e3"), (3, 1, "c1 b1 e1"), (5, 4, ""),
    ])
  func neighbours(node: Int, hops: Int, expected: String) {
    #expect(names(sample.neighbours(of: node, hops: hops)) == expected)
  }

  @Test("a neighbour says the strongest tie that leads to it")
  func via() {
    let reached = sample.neighbours(of: 0, hops: 2).last
    #expect(reached?.via == 2)
    #expect(reached.map { sample.ties[$0.tie].weight } == 3)
  }

  @Test("every tie stands in the adjacency of both its ends", arguments: 1...20)
  func adjacency(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), count: 3 * seed, ties: 5 * seed)
    let adjacency = Adjacency(graph)
    var seen = [Int](repeating: 0, count: graph.ties.count)
    for node in graph.nodes.indices {
      #expect(adjacency.degree(of: node) == adjacency[node].count)
      let weights = adjacency[node].map { graph.ties[$0.tie].weight }
      #expect(weights == weights.sorted(by: >))
      for entry in adjacency[node] {
        let tie = graph.ties[entry.tie]
        #expect(Set([tie.source, tie.target]) == Set([node, entry.node]))
        seen[entry.tie] += 1
      }
    }
    #expect(seen.allSatisfy { $0 == 2 })
  }

  @Test("an ego network holds the ties among the neighbours too")
  func ego() {
    let triangle = graph("abcd", [("a", "b", 1), ("b", "c", 1), ("a", "c", 1), ("c", "d", 1)])
    let ego = triangle.egoNetwork(of: 0)
    #expect(ego.nodes.map(\.name) == ["a", "b", "c"])
    #expect(ego.ties.map { [$0.source, $0.target] } == [[0, 1], [0, 2], [1, 2]])
  }

  @Test(
    "components come largest first", arguments: [("", ""), ("b", "b"), ("abcdefg", "abcde f g")])
  func components(nodes: String, expected: String) {
    let graph = nodes.count > 1 ? sample : graph(nodes)
    let found = graph.connectedComponents().map { $0.map { graph.nodes[$0].name }.joined() }
    #expect(found.joined(separator: " ") == expected)
  }
}
