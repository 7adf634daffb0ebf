import EntityGraphs
import GraphAnalysis
import GraphSamples
import Testing

@Suite struct CommunitiesTests {
  /// Cliques of five, four and four nodes in a chain, and two lone nodes.
  private let cliques: EntityGraph = {
    let groups = ["bdfhj", "aceg", "iklm"]
    var ties: [(String, String, Double)] = [("b", "a", 1), ("g", "i", 1)]
    for group in groups {
      let names = group.map(String.init)
      for (place, first) in names.enumerated() {
        for second in names[(place + 1)...] { ties.append((first, second, 3)) }
      }
    }
    return graph("abcdefghijklmno", ties)
  }()

  @Test("cliques are communities, numbered by size, then by their first node")
  func found() throws {
    let communities = try Communities(of: cliques)
    let names = communities.members.map { $0.map { cliques.nodes[$0].name }.joined() }
    #expect(names == ["bdfhj", "aceg", "iklm", "n", "o"])
    for (number, members) in communities.members.enumerated() {
      for node in members { #expect(communities.membership[node] == number) }
    }
  }

  @Test("the modularity is that of Newman's formula", arguments: 1...10)
  func modularity(seed: Int) throws {
    let graph = randomGraph(seed: UInt64(seed), count: 10 * seed, ties: 20 * seed)
    let communities = try Communities(of: graph)
    let (strengths, total) = (graph.strengths(), graph.ties.reduce(0) { $0 + $1.weight })
    let inner = communities.innerStrengths(in: graph)
    var expected = inner.weights.reduce(0, +) / total
    for members in communities.members {
      let share = members.reduce(0) { $0 + strengths[$1] } / (2 * total)
      expected -= share * share
    }
    #expect(abs(communities.modularity - expected) < 1e-9)
    #expect(communities.members.joined().sorted() == Array(graph.nodes.indices))
  }

  @Test("a seed gives the same communities again")
  func reproducible() throws {
    let graph = randomGraph(seed: 3, count: 400, ties: 900)
    let options = Communities.Options(seed: 17)
    let first = try Communities(of: graph, options: options)
    #expect(try Communities(of: graph, options: options) == first)
    let others = try (18...22).map {
      try Communities(of: graph, options: Communities.Options(seed: $0))
    }
    #expect(others.contains { $0 != first })
  }

  @Test("more resolution gives more communities")
  func resolution() throws {
    let graph = randomGraph(seed: 3, count: 200, ties: 800)
    let counts = try [0.2, 1, 5].map {
      try Communities(of: graph, options: Communities.Options(resolution: $0)).members.count
    }
    #expect(counts == counts.sorted() && counts[0] < counts[2], "\(counts)")
  }

  @Test("without ties every node is alone", arguments: ["", "a", "abc"])
  func alone(nodes: String) throws {
    let communities = try Communities(of: graph(nodes))
    #expect(communities.members.count == nodes.count)
    #expect(communities.modularity == 0)
  }

  @Test("an analysed graph has all values, the same in every run")
  func analysed() throws {
    let analysed = try cliques.analysed()
    #expect(try cliques.analysed() == analysed)
    let first = try #require(analysed.nodes[1].analysis)
    #expect(first.degree == 5 && first.strength == 13 && first.core == 4 && first.community == 1)
    #expect(first.betweenness == 32)
    #expect(analysed.nodes[13].analysis?.community == 4)
    #expect(try graph("").analysed().nodes.isEmpty)
  }
}
