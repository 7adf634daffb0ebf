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
    let together = togetherCounts()
    // Over all ties, so that leaving out weak ones does not change the measures of the others.
    var strength = Array(repeating: 0, count: nodes.count)
    for tie in pairs.rows {
      strength[Int(tie.pair.first.raw)] += tie.count
      strength[Int(tie.pair.second.raw)] += tie.count
    }
    let total = strength.reduce(0, +)
    let kept = keptRows(options).map { (pair: pairs[$0].pair.number, row: $0) }
      .sorted { $0.pair < $1.pair }
    var place = Array(repeating: 0, count: nodes.count)
    var graphNodes: [Node] = []
    for number in entityNumbers(options: options) {
      place[number] = graphNodes.count
      graphNodes.append(node(EntityIndex(UInt32(number)), lexicon))
    }
    let ties = kept.map { _, row -> Tie in
      let tie = pairs[row]
      let (first, second) = (Int(tie.pair.first.raw), Int(tie.pair.second.raw))
      let table = (
        both: together.isEmpty || together[row] == 0 ? tie.count : together[row],
        first: nodes[first].windows, second: nodes[second].windows
      )
      let noiseCorrected = AssociationMeasures.noiseCorrected(
        weight: Double(tie.count), first: Double(strength[first]),
        second: Double(strength[second]), total: Double(total))
      return Tie(
        source: place[first], target: place[second], count: tie.count, repeats: tie.repeats,
        documents: tie.documents, sources: tie.sources, days: tie.days.span,
        weight: weight(options.weight, tie),
        measures: measures(table, noiseCorrected), evidence: evidence.evidence(of: tie.evidence))
    }
    return EntityGraph(nodes: graphNodes, ties: ties)
  }

  /// For each node of the graph of all documents the number of its entity in the lexicon.
  ///
  /// - Parameter options: Those that the graph is made with.
  public func entityNumbers(options: GraphOptions = GraphOptions()) -> [Int] {
    var isTied = Array(repeating: options.keepsIsolated, count: nodes.count)
    if !options.keepsIsolated {
      for row in keptRows(options) {
        isTied[Int(pairs[row].pair.first.raw)] = true
        isTied[Int(pairs[row].pair.second.raw)] = true
      }
    }
    return nodes.indices.filter { nodes[$0] != NodeCount() && isTied[$0] }
  }

  /// The rows of the ties that a graph has.
  private func keptRows(_ options: GraphOptions) -> [Int] {
    pairs.rows.indices.filter {
      pairs[$0].count > 0 && pairs[$0].count >= options.minimumCount
    }
  }

  /// For each row of `pairs`, how many distinct windows hold both; empty where each window ties all
  /// that it holds. An opener ties some of the entities of its window only; the measures ask who is
  /// in it.
  private func togetherCounts() -> [Int] {
    guard windows.hasOpeners else { return [] }
    var counts = Array(repeating: 0, count: pairs.rows.count)
    var entities: [EntityIndex] = []
    for row in 0..<windows.count where windows.content(row, into: &entities) != nil {
      WindowBatch.forEachPair(of: entities.span, opener: nil) { first, second in
        if let row = pairs.find(EntityPair(first, second)) { counts[row] += 1 }
      }
    }
    return counts
  }

  private func node(_ index: EntityIndex, _ lexicon: Lexicon) -> Node {
    let entity = lexicon.entity(index)
    let counts = nodes[Int(index.raw)]
    return Node(
      id: entity.id, kind: entity.kind, name: entity.name, mentions: counts.mentions,
      windows: counts.windows, documents: counts.documents,
      days: counts.days.span,
      attributes: entity.attributes.map { Attribute(name: $0.name, value: $0.value) })
  }

  /// A weight is positive: a tie whose sources are unknown has one at least.
  private func weight(_ kind: TieWeight, _ tie: PairTable.Row) -> Double {
    switch kind {
    case .count: Double(tie.count)
    case .documents: Double(max(1, tie.documents))
    case .sources: Double(max(1, tie.sources))
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
