import EntityGraphs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Measures of how much more often two things are together than chance would have it.
///
/// All rest on distinct windows that hold at least one mention: `total` of them, `first` and `second`
/// with one entity each, `both` with both.
public enum AssociationMeasures {
  /// Normalised pointwise mutual information, -1 to 1: `ln(p(x,y) / p(x)p(y)) / -ln p(x,y)`.
  ///
  /// 1 where neither is ever without the other, 0 at independence. G. Bouma, "Normalized (pointwise)
  /// mutual information in collocation extraction", GSCL 2009.
  public static func npmi(both: Int, first: Int, second: Int, total: Int) -> Double {
    if both == 0 { return -1 }
    if both == total { return 1 }
    let (n, xy) = (Double(total), Double(both))
    return log(xy * n / (Double(first) * Double(second))) / -log(xy / n)
  }

  /// Windows with both by windows with either, 0 to 1. P. Jaccard, 1901.
  public static func jaccard(both: Int, first: Int, second: Int) -> Double {
    let either = first + second - both
    return either == 0 ? 0 : Double(both) / Double(either)
  }

  /// The log-likelihood ratio G² of the two-by-two table, 0 and up.
  ///
  /// T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
  /// Linguistics 19 (1993).
  public static func logLikelihoodRatio(both: Int, first: Int, second: Int, total: Int) -> Double {
    var sum = 0.0
    func add(_ observed: Int, _ row: Int, _ column: Int) {
      guard observed > 0 else { return }
      sum +=
        Double(observed) * log(Double(observed) * Double(total) / (Double(row) * Double(column)))
    }
    add(both, first, second)
    add(first - both, first, total - second)
    add(second - both, total - first, second)
    add(total - first - second + both, total - first, total - second)
    return max(0, 2 * sum)
  }

  /// The noise-corrected score by its standard deviation: by how many of them a tie stands out of
  /// what the strengths of its two ends let expect. 0 where the graph is too small to tell.
  ///
  /// M. Coscia and F. Neffke, "Network backboning with noisy data", ICDE 2017: the lift of the tie,
  /// mapped to -1...1, with a variance from a beta prior whose moments are those of a hypergeometric
  /// null model.
  ///
  /// - Parameters:
  ///   - weight: The tie's count.
  ///   - first: The sum of the counts of all ties of one end; `second` of the other.
  ///   - total: The sum over all nodes, which is twice the sum over all ties.
  public static func noiseCorrected(
    weight: Double, first: Double, second: Double, total: Double
  ) -> Double {
    let product = first * second
    guard weight > 0, total > 1, product > 0, first < total, second < total else { return 0 }
    let lift = total / product
    let score = (lift * weight - 1) / (lift * weight + 1)
    let mean = product / (total * total)
    let variance =
      product * (total - first) * (total - second) / (total * total * total * total * (total - 1))
    guard variance > 0 else { return 0 }
    let alpha = mean * mean / variance * (1 - mean) - mean
    // Scripts in circulation (`backboning.py`) have `1 - mean * mean` here, which does not fit the
    // two moments.
    let beta = mean / variance * (1 - mean) * (1 - mean) - (1 - mean)
    let posterior = (alpha + weight) / (alpha + beta + total)
    let spread = posterior * (1 - posterior) * total
    let slope = 1 / product - total * (first + second) / (product * product)
    let factor = 2 * (lift + weight * slope) / ((lift * weight + 1) * (lift * weight + 1))
    let deviation = (spread * factor * factor).squareRoot()
    return deviation > 0 && deviation.isFinite ? score / deviation : 0
  }
}
