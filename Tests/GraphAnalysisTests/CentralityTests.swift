import EntityGraphs
import GraphAnalysis
import GraphSamples
import Testing

@Suite struct CentralityTests {
  /// A chain a – b – c – d with a strong middle, and a pair apart.
  private let sample = graph(
    "abcdefg", [("a", "b", 1), ("b", "c", 2), ("c", "d", 1), ("e", "f", 4)])

  static let byHand: [(Centrality, [Double])] = [
    (.degree, [1, 2, 2, 1, 1, 1, 0]), (.strength, [1, 3, 3, 1, 4, 4, 0]),
    (.betweenness, [0, 2, 2, 0, 0, 0, 0]), (.kcore, [1, 1, 1, 1, 1, 1, 0]),
    // Distances from a: 1, 1.5, 2.5; 3 of 6 others reached. From e: 0.25; 1 of 6.
    (.closeness, [0.3, 0.5, 0.5, 0.3, 0.666_666_7, 0.666_666_7, 0]),
    // The pair has the greatest weight, and so the vector to itself.
    (.eigenvector, [0, 0, 0, 0, 1, 1, 0]),
  ]

  @Test("small graphs have the values that one computes by hand", arguments: byHand)
  func known(centrality: Centrality, expected: [Double]) throws {
    let values = try centrality.values(of: sample)
    #expect(values.pivots == nil)
    for (value, wanted) in zip(values.values, expected) {
      #expect(abs(value - wanted) < 1e-6, "\(centrality): \(values.values)")
    }
  }

  @Test("PageRanks have the sum 1 and follow weights")
  func pageRank() throws {
    let values = try Centrality.pagerank.values(of: sample).values
    #expect(abs(values.reduce(0, +) - 1) < 1e-9)
    #expect(values[1] > values[0] && values[6] < values[0])
  }

  @Test("empty graphs and lone nodes have values too", arguments: Centrality.allCases)
  func small(centrality: Centrality) throws {
    #expect(try centrality.values(of: graph("")).values == [])
    #expect(try centrality.values(of: graph("a")).values.count == 1)
    #expect(try centrality.values(of: graph("ab")).values.allSatisfy(\.isFinite))
  }

  @Test("equal values are ranked by identifier")
  func ranking() throws {
    #expect(try Centrality.degree.values(of: sample).ranking == [1, 2, 0, 3, 4, 5, 6])
    let ring = graph("abcd", [("a", "b", 3), ("b", "c", 3), ("c", "d", 3), ("a", "d", 3)])
    for centrality in Centrality.allCases {
      #expect(try centrality.values(of: ring).ranking == [0, 1, 2, 3], "\(centrality)")
    }
  }

  @Test(
    "from all nodes as pivots the estimate is the value, from some it is near",
    arguments: [Centrality.betweenness, .closeness])
  func pivots(centrality: Centrality) throws {
    let graph = randomGraph(seed: 5, count: 300, ties: 900)
    let exact = try centrality.values(of: graph).values
    let estimated = try centrality.values(of: graph, pivots: 150)
    #expect(estimated.pivots == 150)
    let (sum, guess) = (exact.reduce(0, +), estimated.values.reduce(0, +))
    #expect(abs(sum - guess) < 0.1 * sum)
    #expect(try centrality.values(of: graph, pivots: 150) == estimated)
    #expect(try centrality.values(of: graph, pivots: 150, seed: 2) != estimated)
    #expect(try centrality.values(of: graph, pivots: 9999).values == exact)
    // The estimate of closeness is our own search, that of all nodes igraph's.
    let almost = try centrality.values(of: graph, pivots: 299).values
    // A node that is left out begins at most 299 ways, of which each counts half.
    let bound = centrality == .betweenness ? 150 : 0.02
    for (one, other) in zip(almost, exact) { #expect(abs(one - other) <= bound) }
  }

  @Test(
    "a weight that is not positive is refused in one line", arguments: [0, -1, .nan, .infinity])
  func weights(weight: Double) {
    let bad = EntityGraph(
      nodes: graph("ab").nodes, ties: [Tie(source: 0, target: 1, count: 1, weight: weight)])
    for centrality in Centrality.allCases where centrality != .degree {
      let error = #expect(throws: GraphAnalysisError.self) { try centrality.values(of: bad) }
      #expect(
        error?.description
          == "the tie of \"a\" and \"b\" has the weight \(weight); weights must be positive")
    }
  }

  @Test("many at once give what each gives alone")
  func atOnce() async throws {
    let graph = randomGraph(seed: 9, count: 80, ties: 200)
    let alone = try Communities(of: graph)
    let ranks = try Centrality.pagerank.values(of: graph)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<16 {
        group.addTask {
          number % 2 == 0
            ? try Communities(of: graph) == alone
            : try Centrality.pagerank.values(of: graph) == ranks
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test("a large graph has the same PageRanks to the last bit, time after time")
  func sameBits() throws {
    let graph = randomGraph(seed: 3, count: 3_000, ties: 60_000)
    let first = try Centrality.pagerank.values(of: graph).values
    for _ in 0..<12 { #expect(try Centrality.pagerank.values(of: graph).values == first) }
  }

  @Test("a cancelled task ends long work", .timeLimit(.minutes(1)))
  func cancelled() async throws {
    // Alone it would take hours.
    let graph = randomGraph(seed: 1, count: 20_000, ties: 200_000)
    let task = Task.detached { try Centrality.betweenness.values(of: graph, pivots: 20_000) }
    task.cancel()
    await #expect(throws: GraphAnalysisError.cancelled) { try await task.value }
    // And leaves igraph as it should be.
    #expect(try Centrality.kcore.values(of: graph).values.count == 20_000)
  }
}
