import EntityGraphs
import Gazetteers

/// Which count a graph's readers get as the weight of a tie.
public enum TieWeight: String, Sendable, CaseIterable {
  case count
  case documents
  case sources
}

/// What becomes of counts when a graph is made of them.
public struct GraphOptions: Sendable, Equatable {
  public var weight: TieWeight

  /// Ties with fewer distinct windows are left out.
  public var minimumCount: Int

  /// Whether entities without a tie are nodes too.
  public var keepsIsolated: Bool

  public init(weight: TieWeight = .count, minimumCount: Int = 1, keepsIsolated: Bool = true) {
    self.weight = weight
    self.minimumCount = minimumCount
    self.keepsIsolated = keepsIsolated
  }
}

extension CooccurrenceCounts {
  /// The graph of all documents counted.
  ///
  /// - Parameters:
  ///   - lexicon: The lexicon whose indices the counts use.
  ///   - options: Which ties and weights.
  /// - Complexity: O(distinct windows and their pairs, plus sorting).
  public func graph(_ lexicon: Lexicon, options: GraphOptions = GraphOptions()) -> EntityGraph {
    var nodeWindows: [EntityIndex: Int] = [:]
    var pairs: [EntityPair: (count: Int, seen: Int)] = [:]
    // An opener ties some of the entities of its window only; the measures ask who is in it.
    var together: [EntityPair: Int] = [:]
    for window in windows.values {
      for entity in window.entities { nodeWindows[entity, default: 0] += 1 }
      var shown = Window(
        start: 0, end: 0, entities: window.entities, opener: window.opener, key: 0)
      shown.forEachPair { first, second in
        let pair = EntityPair(first, second)
        pairs[pair, default: (0, 0)].count += 1
        pairs[pair, default: (0, 0)].seen += window.seen
      }
      if window.opener == nil { continue }
      shown.opener = nil
      shown.forEachPair { together[EntityPair($0, $1), default: 0] += 1 }
    }
    // Over all ties, so that leaving out weak ones does not change the measures of the others.
    var strength: [EntityIndex: Int] = [:]
    for (pair, numbers) in pairs {
      strength[pair.first, default: 0] += numbers.count
      strength[pair.second, default: 0] += numbers.count
    }
    let total = strength.values.reduce(0, +)
    let kept = pairs.filter { $0.value.count >= options.minimumCount }.sorted { $0.key < $1.key }
    let tied = Set(kept.flatMap { [$0.key.first, $0.key.second] })
    let entities = nodes.keys.filter { options.keepsIsolated || tied.contains($0) }.sorted()
    var place: [EntityIndex: Int] = [:]
    for (index, entity) in entities.enumerated() { place[entity] = index }
    let ties = kept.compactMap { pair, numbers -> Tie? in
      guard let source = place[pair.first], let target = place[pair.second] else { return nil }
      let known = self.ties[pair] ?? TieCount()
      let table = (
        both: together[pair] ?? numbers.count, first: nodeWindows[pair.first] ?? 0,
        second: nodeWindows[pair.second] ?? 0
      )
      let noiseCorrected = AssociationMeasures.noiseCorrected(
        weight: Double(numbers.count), first: Double(strength[pair.first] ?? 0),
        second: Double(strength[pair.second] ?? 0), total: Double(total))
      return Tie(
        source: source, target: target, count: numbers.count,
        repeats: numbers.seen - numbers.count, documents: known.documents,
        sources: known.sources.count,
        weight: weight(options.weight, numbers.count, known),
        measures: measures(table, noiseCorrected),
        evidence: known.evidence.map(\.evidence))
    }
    return EntityGraph(
      nodes: entities.map { node($0, lexicon, windows: nodeWindows[$0] ?? 0) }, ties: ties)
  }

  private func node(_ index: EntityIndex, _ lexicon: Lexicon, windows: Int) -> Node {
    let entity = lexicon.entity(index)
    let counts = nodes[index] ?? NodeCount()
    return Node(
      id: entity.id, kind: entity.kind, name: entity.name, mentions: counts.mentions,
      windows: windows, documents: counts.documents,
      attributes: entity.attributes.map { Attribute(name: $0.name, value: $0.value) })
  }

  /// A weight is positive: a tie whose sources are unknown has one at least.
  private func weight(_ kind: TieWeight, _ count: Int, _ tie: TieCount) -> Double {
    switch kind {
    case .count: Double(count)
    case .documents: Double(max(1, tie.documents))
    case .sources: Double(max(1, tie.sources.count))
    }
  }

  private func measures(
    _ table: (both: Int, first: Int, second: Int), _ noiseCorrected: Double
  ) -> Measures {
    Measures(
      npmi: AssociationMeasures.npmi(
        both: table.both, first: table.first, second: table.second, total: windows.count),
      jaccard: AssociationMeasures.jaccard(
        both: table.both, first: table.first, second: table.second),
      llr: AssociationMeasures.logLikelihoodRatio(
        both: table.both, first: table.first, second: table.second, total: windows.count),
      noiseCorrected: noiseCorrected)
  }
}
