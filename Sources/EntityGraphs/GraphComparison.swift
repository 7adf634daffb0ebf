import Gazetteers

/// What differs between two graphs: of two corpora, two periods or two builds.
public struct GraphComparison: Sendable, Equatable {
  /// How a tie or node changed.
  public enum Change: String, Sendable, CaseIterable {
    case appeared, vanished, grew, shrank
  }

  /// A tie that differs.
  public struct TieChange: Sendable, Equatable {
    public var change: Change
    public var source: Node
    public var target: Node
    /// Weights in the one graph and in the other; 0 where the tie is missing.
    public var before: Double
    public var after: Double
  }

  /// A node that differs.
  public struct NodeChange: Sendable, Equatable {
    public var change: Change
    public var node: Node
    /// Mentions in the one graph and in the other; 0 where the node is missing.
    public var before: Int
    public var after: Int
  }

  /// The ties that differ: the greatest change of weight first, then by identifiers.
  public let ties: [TieChange]

  /// The nodes that differ: the greatest change of mentions first, then by identifier.
  public let nodes: [NodeChange]

  /// - Parameters:
  ///   - before: One graph.
  ///   - after: The other.
  /// - Complexity: O(n log n + m log m) for n nodes and m ties of both.
  public init(_ before: EntityGraph, _ after: EntityGraph) {
    ties = Self.ties(before, after)
    nodes = Self.nodes(before, after)
  }

  private static func change(_ before: Double, _ after: Double) -> Change? {
    if before == after { return nil }
    if before == 0 { return .appeared }
    if after == 0 { return .vanished }
    return after > before ? .grew : .shrank
  }

  private struct Pair: Hashable {
    var source: EntityID
    var target: EntityID
  }

  private static func ties(_ before: EntityGraph, _ after: EntityGraph) -> [TieChange] {
    var weights: [Pair: (source: Node, target: Node, before: Double, after: Double)] = [:]
    for tie in before.ties {
      let (source, target) = (before.nodes[tie.source], before.nodes[tie.target])
      weights[Pair(source: source.id, target: target.id)] = (source, target, tie.weight, 0)
    }
    for tie in after.ties {
      let (source, target) = (after.nodes[tie.source], after.nodes[tie.target])
      weights[Pair(source: source.id, target: target.id), default: (source, target, 0, 0)].after =
        tie.weight
    }
    return weights.values.compactMap { entry in
      change(entry.before, entry.after).map {
        TieChange(
          change: $0, source: entry.source, target: entry.target, before: entry.before,
          after: entry.after)
      }
    }.sorted {
      let (left, right) = (abs($0.after - $0.before), abs($1.after - $1.before))
      if left != right { return left > right }
      return ($0.source.id, $0.target.id) < ($1.source.id, $1.target.id)
    }
  }

  private static func nodes(_ before: EntityGraph, _ after: EntityGraph) -> [NodeChange] {
    var mentions: [EntityID: (node: Node, before: Int, after: Int)] = [:]
    for node in before.nodes { mentions[node.id] = (node, node.mentions, 0) }
    for node in after.nodes { mentions[node.id, default: (node, 0, 0)].after = node.mentions }
    return mentions.values.compactMap { entry in
      change(Double(entry.before), Double(entry.after)).map {
        NodeChange(change: $0, node: entry.node, before: entry.before, after: entry.after)
      }
    }.sorted {
      let (left, right) = (abs($0.after - $0.before), abs($1.after - $1.before))
      return left != right ? left > right : $0.node.id < $1.node.id
    }
  }
}
