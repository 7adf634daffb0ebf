import EntityGraphs

/// An analysis that gave no result.
public enum GraphAnalysisError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A tie has a weight that no sum of weights may hold.
  case weight(source: String, target: String, weight: Double)

  /// igraph gave up; the reason is its own.
  case failed(task: String, reason: String)

  /// The task that asked for it was cancelled.
  case cancelled

  public var description: String {
    switch self {
    case .weight(let source, let target, let weight):
      "the tie of \"\(source)\" and \"\(target)\" has the weight \(weight); weights must be positive"
    case .failed(let task, let reason): "cannot compute \(task): \(reason)"
    case .cancelled: "the analysis was cancelled"
    }
  }
}
