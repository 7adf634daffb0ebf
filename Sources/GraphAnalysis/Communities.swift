import CIGraph
import EntityGraphs

/// Groups of nodes with more weight among them than their strengths let expect.
public struct Communities: Sendable, Equatable {
  /// The nodes of each community, as ascending indices into the graph's nodes: the largest community
  /// first, those of one size by their first node.
  public let members: [[Int]]

  /// The community of each node, an index into `members`.
  public let membership: [Int]

  /// How much more of the weight lies within communities than chance would have it, at most 1 (Newman
  /// 2004).
  public let modularity: Double

  /// How communities are looked for.
  public struct Options: Sendable, Equatable {
    /// What random numbers begin from: the same seed gives the same communities.
    public var seed: UInt64

    /// Above 1 there are more and smaller communities, below it fewer and larger.
    public var resolution: Double

    /// How often the whole search is run over, each time from what it had.
    public var iterations: Int

    /// The parameters are what the properties of the same names say.
    public init(seed: UInt64 = 1, resolution: Double = 1, iterations: Int = 5) {
      self.seed = seed
      self.resolution = resolution
      self.iterations = iterations
    }
  }

  /// Finds the communities of a graph by the Leiden algorithm, which makes the weighted modularity large
  /// (Traag, Waltman and van Eck 2019).
  ///
  /// A node without ties is a community of its own.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - options: How they are looked for.
  /// - Throws: `GraphAnalysisError` where a weight is not positive or the task is cancelled.
  public init(
    of graph: EntityGraph, options: Options = Options()
  ) throws(GraphAnalysisError) {
    guard !graph.ties.isEmpty else {
      self.init(of: Array(graph.nodes.indices), modularity: 0)
      return
    }
    let (found, modularity) = try IGraphSession.run("the communities", seed: options.seed) {
      () throws(GraphAnalysisError) in
      let (native, membership) = (try NativeGraph(graph), try IntegerVector())
      let strengths = graph.strengths()
      let strength = try RealVector(strengths)
      var (count, quality) = (igraph_integer_t(0), 0.0)
      try IGraphSession.check(
        unsafe igraph_community_leiden(
          native.raw, native.weights.raw, strength.raw,
          // With the strengths as weights of nodes this makes the quality the modularity.
          options.resolution / strengths.reduce(0, +), 0.01, false,
          igraph_integer_t(options.iterations), membership.raw, &count, &quality))
      return (membership.values, quality)
    }
    self.init(of: found, modularity: modularity)
  }

  /// Numbers communities anew: igraph's numbers mean nothing.
  private init(of found: [Int], modularity: Double) {
    var groups = [[Int]](repeating: [], count: (found.max() ?? -1) + 1)
    for (node, group) in found.enumerated() { groups[group].append(node) }
    members = groups.filter { !$0.isEmpty }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    var membership = found
    for (number, nodes) in members.enumerated() {
      for node in nodes { membership[node] = number }
    }
    self.membership = membership
    self.modularity = modularity
  }
}
