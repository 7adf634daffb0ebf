/// How surprising the weight of a tie is beside the other ties of its ends.
///
/// M. Á. Serrano, M. Boguñá and A. Vespignani, "Extracting the multiscale backbone of complex weighted
/// networks", PNAS 106 (2009): were the strength of a node spread over its ties at random, a tie would
/// have at least its share with probability `(1 − share)^(degree − 1)`.
enum DisparityFilter {
  /// The smaller probability of the two ends of each tie, 0 to 1: the smaller, the more it stands out.
  /// An end with a single tie says nothing, which is 1.
  ///
  /// - Complexity: O(n + m log d).
  static func probabilities(of graph: EntityGraph) -> [Double] {
    let (degrees, strengths) = (graph.degrees(), graph.strengths())
    return graph.ties.map { tie in
      min(
        probability(tie.weight, degrees[tie.source], strengths[tie.source]),
        probability(tie.weight, degrees[tie.target], strengths[tie.target]))
    }
  }

  private static func probability(_ weight: Double, _ degree: Int, _ strength: Double) -> Double {
    guard degree > 1, strength > 0 else { return 1 }
    return power(max(0, 1 - weight / strength), degree - 1)
  }

  /// By squaring: `pow` differs in its last bits between platforms.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
