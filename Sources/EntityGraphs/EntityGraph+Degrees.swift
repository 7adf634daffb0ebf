extension EntityGraph {
  /// How many ties each node has, in the order of `nodes`.
  ///
  /// - Complexity: O(n + m).
  public func degrees() -> [Int] {
    var degrees = [Int](repeating: 0, count: nodes.count)
    ties.forEachRow { tie in
      degrees[Int(tie.source)] += 1
      degrees[Int(tie.target)] += 1
    }
    return degrees
  }

  /// The sum of the weights of the ties of each node, in the order of `nodes`.
  ///
  /// - Complexity: O(n + m).
  public func strengths() -> [Double] {
    var strengths = [Double](repeating: 0, count: nodes.count)
    ties.forEachRow { tie in
      strengths[Int(tie.source)] += tie.weight
      strengths[Int(tie.target)] += tie.weight
    }
    return strengths
  }

  /// The nodes by the sum of the weights of their ties, greatest first, then by identifier.
  ///
  /// - Complexity: O(n log n + m).
  public func nodesByStrength() -> [Int] {
    let strength = strengths()
    return nodes.indices.sorted {
      strength[$0] != strength[$1] ? strength[$0] > strength[$1] : $0 < $1
    }
  }
}
