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

  private static func ties(_ before: EntityGraph, _ after: EntityGraph) -> [TieChange] {
    let places = CommonPlaces(before, after)
    func pair(_ tie: Tie, _ places: [Int]) -> Int { places[tie.source] << 32 | places[tie.target] }
    var differences: [Difference] = []
    var (old, new) = (0, 0)
    while old < before.ties.count || new < after.ties.count {
      let oldTie = old < before.ties.count ? before.ties[old] : nil
      let newTie = new < after.ties.count ? after.ties[new] : nil
      let oldPair = oldTie.map { pair($0, places.before) }
      let newPair = newTie.map { pair($0, places.after) }
      let (takesOld, takesNew) = next(oldPair, newPair)
      let weight = takesOld ? oldTie?.weight ?? 0 : 0
      let newWeight = takesNew ? newTie?.weight ?? 0 : 0
      if let change = change(weight, newWeight), let pair = takesOld ? oldPair : newPair {
        differences.append(
          Difference(
            change: change, pair: pair, tie: takesOld ? old : new, isOld: takesOld, before: weight,
            after: newWeight))
      }
      old += takesOld ? 1 : 0
      new += takesNew ? 1 : 0
    }
    differences.sort { $0.size != $1.size ? $0.size > $1.size : $0.pair < $1.pair }
    return differences.map { difference in
      let graph = difference.isOld ? before : after
      let tie = graph.ties[difference.tie]
      return TieChange(
        change: difference.change, source: graph.nodes[tie.source], target: graph.nodes[tie.target],
        before: difference.before, after: difference.after)
    }
  }

  /// A tie that differs, before its nodes are looked up: of two years there are hundreds of thousands.
  private struct Difference {
    var change: Change
    /// The common places of its nodes, the source's in the upper half.
    var pair: Int
    /// Its index in the one graph, or where that has it not, in the other.
    var tie: Int
    var isOld: Bool
    var before: Double
    var after: Double

    var size: Double { abs(after - before) }
  }

  /// The places that the nodes of two graphs would have in one of both.
  private struct CommonPlaces {
    var before: [Int] = []
    var after: [Int] = []

    init(_ old: EntityGraph, _ new: EntityGraph) {
      var place = 0
      while before.count < old.nodes.count || after.count < new.nodes.count {
        let (takesOld, takesNew) = next(
          before.count < old.nodes.count ? old.nodes[before.count].id : nil,
          after.count < new.nodes.count ? new.nodes[after.count].id : nil)
        if takesOld { before.append(place) }
        if takesNew { after.append(place) }
        place += 1
      }
    }
  }

  /// Which of two ordered lists gives the next element: both, where it is the same. A list at its end has
  /// none.
  private static func next<Element: Comparable>(
    _ old: Element?, _ new: Element?
  ) -> (takesOld: Bool, takesNew: Bool) {
    guard let old else { return (false, true) }
    guard let new else { return (true, false) }
    return (old <= new, new <= old)
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
