/// What the analysis of a graph says of one of its nodes.
///
/// It is of the whole graph that was analysed: a part of that graph keeps it as it was.
public struct NodeAnalysis: Sendable, Equatable {
  /// How many ties the node has.
  public var degree: Int

  /// The sum of the weights of its ties.
  public var strength: Double

  /// The share of a random walk that is spent here, 0 to 1; all nodes together have 1.
  public var pageRank: Double

  /// How many shortest ways between two others lead through the node; `nil` where the graph was too
  /// large to count them.
  public var betweenness: Double?

  /// The greatest k for which the node is in the k-core: a part in which every node has k ties.
  public var core: Int

  /// The number of the node's community; 1 is the largest.
  public var community: Int

  /// The parameters are what the properties of the same names say.
  public init(
    degree: Int, strength: Double, pageRank: Double, betweenness: Double? = nil, core: Int,
    community: Int
  ) {
    self.degree = degree
    self.strength = strength
    self.pageRank = pageRank
    self.betweenness = betweenness
    self.core = core
    self.community = community
  }
}
