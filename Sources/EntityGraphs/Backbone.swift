/// Which ties of a graph matter: a score for each, and how much of it a tie needs to be kept.
public struct Backbone: Sendable, Equatable {
  /// What a tie is scored by.
  public enum Method: Sendable, Equatable {
    /// Its distinct windows: at least the threshold.
    case count

    /// One of its measures: at least the threshold.
    case measure(TieMeasure)

    /// The probability that chance gives it the share it has in the strength of one of its ends: below
    /// the threshold (Serrano, Boguñá and Vespignani 2009).
    case disparity

    /// Its standardised excess over what the strengths of its ends let expect: at least the threshold,
    /// in standard deviations (Coscia and Neffke 2017).
    case noiseCorrected

    /// Its place among the ties of one of its ends, the strongest first: not beyond the threshold.
    case top
  }

  public var method: Method

  /// What a tie needs, in the unit of the method.
  public var threshold: Double

  /// - Parameters:
  ///   - method: What a tie is scored by.
  ///   - threshold: What it needs; the method's usual one where none is given.
  public init(_ method: Method, threshold: Double? = nil) {
    self.method = method
    self.threshold = threshold ?? method.usualThreshold
  }
}

extension Backbone.Method {
  /// Two windows; a measure above 0; probabilities of 5 % for `disparity` and `noiseCorrected` (1.64
  /// standard deviations); the five strongest ties of each node.
  public var usualThreshold: Double {
    switch self {
    case .count: 2
    case .measure: 0
    case .disparity: 0.05
    case .noiseCorrected: 1.64
    case .top: 5
    }
  }

  /// The scores of all ties, as the threshold counts them.
  ///
  /// - Complexity: O(n + m), and O(m log d) for `disparity` and `top`.
  public func scores(of graph: EntityGraph) -> [Double] {
    switch self {
    case .count: graph.ties.map { Double($0.count) }
    case .measure(let measure): graph.ties.map(measure.value)
    case .disparity: DisparityFilter.probabilities(of: graph)
    case .noiseCorrected: graph.ties.map(\.measures.noiseCorrected)
    case .top: Self.places(in: graph)
    }
  }

  /// Whether small scores are the good ones.
  var prefersSmall: Bool {
    switch self {
    case .disparity, .top: true
    case .count, .measure, .noiseCorrected: false
    }
  }

  /// The better of the places that each tie has among those of its two ends, from 1.
  private static func places(in graph: EntityGraph) -> [Double] {
    let adjacency = Adjacency(graph)
    var places = [Double](repeating: .infinity, count: graph.ties.count)
    for node in graph.nodes.indices {
      for (place, entry) in adjacency[node].enumerated() {
        places[entry.tie] = min(places[entry.tie], Double(place + 1))
      }
    }
    return places
  }
}

extension EntityGraph {
  /// The graph with the ties of its backbone alone; all nodes stay.
  ///
  /// Where more pass than wanted, those with the best scores stay, among equal ones the heaviest, then
  /// the first by identifiers. Without a backbone the weight is the score.
  ///
  /// - Parameters:
  ///   - backbone: What a tie needs; `nil` lets all pass.
  ///   - limit: The most ties to keep; `nil` keeps all that pass.
  /// - Complexity: O(n + m log m).
  public func backbone(_ backbone: Backbone?, limit: Int? = nil) -> EntityGraph {
    var kept = Array(ties.indices)
    // Greater is better, whatever the method.
    var scores = ties.map(\.weight)
    if let backbone {
      let sign = backbone.method.prefersSmall ? -1.0 : 1.0
      scores = backbone.method.scores(of: self).map { $0.isNaN ? -.infinity : sign * $0 }
      let needed = sign * backbone.threshold
      kept.removeAll {
        // A probability of the threshold itself is not below it.
        backbone.method == .disparity ? scores[$0] <= needed : scores[$0] < needed
      }
    }
    if let limit, kept.count > limit {
      kept.sort { first, second in
        if scores[first] != scores[second] { return scores[first] > scores[second] }
        let (left, right) = (ties[first].weight, ties[second].weight)
        return left != right ? left > right : first < second
      }
      kept = kept.prefix(max(0, limit)).sorted()
    }
    return EntityGraph(nodes: nodes, ties: kept.map { ties[$0] })
  }
}
