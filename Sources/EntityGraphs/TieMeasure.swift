/// The measures of a tie by the names that files and commands give them.
public enum TieMeasure: String, Sendable, CaseIterable {
  case npmi
  case jaccard
  case llr
  case noiseCorrected = "noise_corrected"

  /// The measure of a tie; not a number where it is not known.
  public func value(of tie: Tie) -> Double {
    switch self {
    case .npmi: tie.measures.npmi
    case .jaccard: tie.measures.jaccard
    case .llr: tie.measures.llr
    case .noiseCorrected: tie.measures.noiseCorrected
    }
  }
}
