import EntityGraphs
import TextFiles

/// What the measures of ties rest on beside the ties.
///
/// The numbers of both ends are read for each tie: those of a node lie together, and only those of nodes.
struct TieMeasures: Sendable {
  private struct NodeSums {
    /// Distinct windows that hold the node.
    let windows: UInt32
    /// The sum of the counts of its ties.
    var strength = 0
  }

  private var nodes: [NodeSums]
  /// The sum of the counts of all ties, at both ends.
  private var total = 0
  /// Distinct windows.
  private let windows: Int

  /// - Parameters:
  ///   - windows: For each node the distinct windows that hold it.
  ///   - total: All distinct windows.
  ///   - rows: All ties, also those that are left out: the measures of the others are the same then.
  ///   - places: Which node each entity is.
  init(
    windows: [UInt32], total: Int, _ rows: PagedArray<PairTable.Row>, _ places: NodePlaces
  ) {
    self.windows = total
    nodes = windows.map { NodeSums(windows: $0) }
    rows.forEachElement { tie in
      self.total += 2 * Int(tie.count)
      if let node = places[tie.pair.first] { nodes[node].strength += Int(tie.count) }
      if let node = places[tie.pair.second] { nodes[node].strength += Int(tie.count) }
    }
  }

  /// The measures of a tie.
  ///
  /// - Parameters:
  ///   - count: The windows that tie its ends.
  ///   - both: Those that hold both ends.
  func between(_ source: Int, _ target: Int, count: Int, both: Int) -> Measures {
    let (one, other) = (nodes[source], nodes[target])
    let (first, second) = (Int(one.windows), Int(other.windows))
    return Measures(
      npmi: AssociationMeasures.npmi(both: both, first: first, second: second, total: windows),
      jaccard: AssociationMeasures.jaccard(both: both, first: first, second: second),
      llr: AssociationMeasures.logLikelihoodRatio(
        both: both, first: first, second: second, total: windows),
      noiseCorrected: AssociationMeasures.noiseCorrected(
        weight: Double(count), first: Double(one.strength), second: Double(other.strength),
        total: Double(total)))
  }
}
