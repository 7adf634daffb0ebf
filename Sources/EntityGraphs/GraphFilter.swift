import Gazetteers

/// What of a graph to keep. The filter as it begins keeps everything.
public struct GraphFilter: Sendable, Equatable {
  /// The kinds to keep; `nil` keeps all.
  public var kinds: Set<Kind>?

  /// Nodes that stay whatever their kind and mentions.
  public var alwaysKept: Set<EntityID> = []

  /// The fewest mentions of a node that is kept.
  public var minimumMentions = 0

  /// The smallest `count` of a tie that is kept.
  public var minimumCount = 0

  /// The smallest `weight` of a tie that is kept.
  public var minimumWeight = 0.0

  /// The smallest measures of a tie that is kept; one that is not known is below any.
  public var minimumMeasures: [TieMeasure: Double] = [:]

  /// Whether nodes stay that have no tie left.
  public var keepsIsolated = true

  /// The filter that keeps everything.
  public init() {}
}

extension EntityGraph {
  /// The part of the graph that passes a filter.
  ///
  /// - Complexity: O(n + m).
  public func filtered(_ filter: GraphFilter) -> EntityGraph {
    let passed = subgraph(
      whereNodes: { index in
        let node = nodes[index]
        return node.mentions >= filter.minimumMentions
          && filter.kinds?.contains(node.kind) ?? true
          || filter.alwaysKept.contains(node.id)
      },
      ties: { tie in
        tie.count >= filter.minimumCount && tie.weight >= filter.minimumWeight
          && filter.minimumMeasures.allSatisfy { $0.value(of: tie) >= $1 }
      })
    guard !filter.keepsIsolated else { return passed }
    var isTied = [Bool](repeating: false, count: passed.nodes.count)
    for tie in passed.ties {
      isTied[tie.source] = true
      isTied[tie.target] = true
    }
    return passed.subgraph(of: passed.nodes.indices.filter { isTied[$0] })
  }
}
