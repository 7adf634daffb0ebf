import EntityGraphs

/// What the measures of a tie rest on beside the tie.
struct TieMeasures {
  let nodes: [CooccurrenceCounts.NodeCount]
  /// For each entity the sum of the counts of its ties.
  let strength: [Int]
  /// The sum of all these.
  let total: Int
  /// Distinct windows.
  let windows: Int

  init(nodes: [CooccurrenceCounts.NodeCount], strength: [Int], windows: Int) {
    self.nodes = nodes
    self.strength = strength
    self.windows = windows
    total = strength.reduce(0, +)
  }

  /// - Parameter both: Distinct windows that hold both entities.
  func of(_ tie: PairTable.Row, both: Int) -> Measures {
    let (one, other) = (Int(tie.pair.first.raw), Int(tie.pair.second.raw))
    let (first, second) = (Int(nodes[one].windows), Int(nodes[other].windows))
    return Measures(
      npmi: AssociationMeasures.npmi(both: both, first: first, second: second, total: windows),
      jaccard: AssociationMeasures.jaccard(both: both, first: first, second: second),
      llr: AssociationMeasures.logLikelihoodRatio(
        both: both, first: first, second: second, total: windows),
      noiseCorrected: AssociationMeasures.noiseCorrected(
        weight: Double(tie.count), first: Double(strength[one]), second: Double(strength[other]),
        total: Double(total)))
  }
}
