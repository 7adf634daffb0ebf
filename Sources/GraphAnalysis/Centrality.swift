import CIGraph
import EntityGraphs

/// How central a node is, in one of several senses.
///
/// Where ways through the graph are measured, a tie is as long as one divided by its weight.
public enum Centrality: String, Sendable, CaseIterable {
  /// How many ties it has.
  case degree

  /// The sum of the weights of its ties.
  case strength

  /// The share of a random walk spent at it, which follows ties by their weights and begins anew, at any
  /// node, 15 times in 100 (Brin and Page 1998).
  case pagerank

  /// How many of the shortest ways between two others lead through it; where two have several, each
  /// counts in part (Freeman 1977, Brandes 2001).
  case betweenness

  /// One divided by the mean distance to the nodes it reaches, times the share of all others that it
  /// reaches (Wasserman and Faust 1994), so that a pair apart from the rest is not the most central.
  case closeness

  /// High where its neighbours are, by the weights of the ties; the highest has 1 (Bonacich 1972).
  case eigenvector

  /// The greatest k for which it is in a part where every node has k ties (Seidman 1983).
  case kcore
}

/// The centralities of the nodes of a graph.
public struct CentralityValues: Sendable, Equatable {
  /// One for each node, in the graph's order.
  public var values: [Double]

  /// From how many nodes they were estimated; `nil` where they are exact.
  public var pivots: Int?

  /// The nodes, the most central first, then by identifier. Values that agree to seven digits are equal:
  /// those of nodes that are placed alike differ by rounding only.
  public var ranking: [Int] {
    let rounded = values.map(Float.init)
    return values.indices.sorted {
      rounded[$0] != rounded[$1] ? rounded[$0] > rounded[$1] : $0 < $1
    }
  }
}

extension Centrality {
  /// Betweenness and closeness take a search from every node: the most of nodes times ties that is
  /// exact where nothing is said of pivots. About ten seconds.
  public static let largestExactWork = 300_000_000

  /// Computes the centrality of every node.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - pivots: From how many nodes, chosen by the seed, betweenness and closeness are estimated
  ///     (Brandes and Pich 2007). By default all, which is exact, up to `largestExactWork`; beyond it as
  ///     many as that allows.
  ///   - seed: What chooses them.
  /// - Throws: `GraphAnalysisError` where a weight is not positive, the numbers do not converge, or the
  ///   task is cancelled.
  /// - Complexity: O(n + m) for `degree`, `strength` and `kcore`, as much in each round of `pagerank` and
  ///   `eigenvector`, O(m log n) for each pivot.
  public func values(
    of graph: EntityGraph, pivots: Int? = nil, seed: UInt64 = 1
  ) throws(GraphAnalysisError) -> CentralityValues {
    switch self {
    case .degree: return CentralityValues(values: graph.degrees().map(Double.init))
    case .strength:
      try graph.checkWeights()
      return CentralityValues(values: graph.strengths())
    case .pagerank: return CentralityValues(values: try Self.pageRanks(of: graph))
    case .eigenvector: return CentralityValues(values: try Self.eigenvector(of: graph))
    case .kcore: return CentralityValues(values: try Self.cores(of: graph).map(Double.init))
    case .betweenness, .closeness:
      let count = min(graph.nodes.count, max(1, pivots ?? Self.usualPivots(of: graph)))
      guard count < graph.nodes.count else {
        let values =
          self == .betweenness
          ? try Self.betweenness(of: graph, from: nil) : try Self.closeness(of: graph)
        return CentralityValues(values: values)
      }
      let chosen = Pivots.choose(count, of: graph.nodes.count, seed: seed)
      let values =
        self == .betweenness
        ? try Self.betweenness(of: graph, from: chosen)
        : try Pivots.closeness(of: graph, from: chosen)
      return CentralityValues(values: values, pivots: count)
    }
  }

  private static func usualPivots(of graph: EntityGraph) -> Int {
    largestExactWork / max(1, graph.ties.count)
  }

  static func pageRanks(of graph: EntityGraph) throws(GraphAnalysisError) -> [Double] {
    guard !graph.nodes.isEmpty else { return [] }
    return try IGraphSession.run("the PageRank") { () throws(GraphAnalysisError) in
      let (native, result) = (try NativeGraph(graph), try RealVector())
      var eigenvalue = 0.0
      try IGraphSession.check(
        unsafe igraph_pagerank(
          native.raw, IGRAPH_PAGERANK_ALGO_PRPACK, result.raw, &eigenvalue, igraph_vss_all(), false,
          0.85, native.weights.raw, nil))
      return result.values
    }
  }

  static func cores(of graph: EntityGraph) throws(GraphAnalysisError) -> [Int] {
    try IGraphSession.run("the cores") { () throws(GraphAnalysisError) in
      let (native, result) = (try NativeGraph(graph), try IntegerVector())
      try IGraphSession.check(unsafe igraph_coreness(native.raw, result.raw, IGRAPH_ALL))
      return result.values
    }
  }

  private static func eigenvector(of graph: EntityGraph) throws(GraphAnalysisError) -> [Double] {
    guard !graph.ties.isEmpty else { return graph.nodes.map { _ in 0 } }
    return try IGraphSession.run("the eigenvector centrality") { () throws(GraphAnalysisError) in
      let (native, result) = (try NativeGraph(graph), try RealVector())
      var eigenvalue = 0.0
      var options = igraph_arpack_options_t()
      unsafe igraph_arpack_options_init(&options)
      try IGraphSession.check(
        unsafe igraph_eigenvector_centrality(
          native.raw, result.raw, &eigenvalue, false, true, native.weights.raw, &options))
      // Rounding may leave a node that reaches nothing a little below 0.
      return result.values.map { max(0, $0) }
    }
  }

  /// - Parameter pivots: The nodes whose shortest ways are counted, and scaled up; `nil` counts all.
  static func betweenness(
    of graph: EntityGraph, from pivots: [Int]?
  ) throws(GraphAnalysisError) -> [Double] {
    try IGraphSession.run("the betweenness") { () throws(GraphAnalysisError) in
      let (native, result) = (try NativeGraph(graph), try RealVector())
      guard let pivots else {
        try IGraphSession.check(
          unsafe igraph_betweenness(
            native.raw, result.raw, igraph_vss_all(), false, native.lengths.raw))
        return result.values
      }
      let sources = try IntegerVector(pivots)
      try IGraphSession.check(
        unsafe igraph_betweenness_subset(
          native.raw, result.raw, igraph_vss_all(), false, igraph_vss_vector(sources.raw),
          igraph_vss_all(), native.lengths.raw))
      let scale = Double(graph.nodes.count) / Double(pivots.count)
      return result.values.map { $0 * scale }
    }
  }

  private static func closeness(of graph: EntityGraph) throws(GraphAnalysisError) -> [Double] {
    try IGraphSession.run("the closeness") { () throws(GraphAnalysisError) in
      let (native, result) = (try NativeGraph(graph), try RealVector())
      let reached = try IntegerVector()
      var reachesAll = false
      try IGraphSession.check(
        unsafe igraph_closeness(
          native.raw, result.raw, reached.raw, &reachesAll, igraph_vss_all(), IGRAPH_ALL,
          native.lengths.raw, true))
      let others = Double(max(1, graph.nodes.count - 1))
      // Not a number where nothing is reached.
      return zip(result.values, reached.values).map { value, reached in
        value.isFinite ? value * Double(reached) / others : 0
      }
    }
  }
}
