import EntityGraphs

extension EntityGraph {
  /// The most of nodes times ties for which the betweenness is part of the analysis: some seconds.
  public static let largestBetweennessWork = 100_000_000

  /// The graph with its nodes analysed: degree, strength, PageRank, core, community and, up to
  /// `largestBetweennessWork`, betweenness.
  ///
  /// - Parameter seed: What the search for communities begins from.
  /// - Throws: `GraphAnalysisError` where a weight is not positive or the task is cancelled.
  public func analysed(seed: UInt64 = 1) throws(GraphAnalysisError) -> EntityGraph {
    let (degrees, strengths) = (degrees(), strengths())
    let pageRanks = try Centrality.pageRanks(of: self)
    let cores = try Centrality.cores(of: self)
    let communities = try Communities(of: self, options: Communities.Options(seed: seed))
    let isSmall = nodes.count * max(1, ties.count) <= Self.largestBetweennessWork
    let betweenness = isSmall ? try Centrality.betweenness(of: self, from: nil) : nil
    let analyses = nodes.indices.map { node in
      NodeAnalysis(
        degree: degrees[node], strength: strengths[node], pageRank: pageRanks[node],
        betweenness: betweenness?[node], core: cores[node],
        community: communities.membership[node] + 1)
    }
    return EntityGraph(nodes: nodes.analysed(analyses), ties: ties)
  }
}
