import EntityGraphs
import Gazetteers
import TextFiles

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
  /// Given up by the caller (`consume`), the counts return what only further counting needs.
  ///
  /// - Parameters:
  ///   - lexicon: The lexicon whose indices the counts use.
  ///   - options: Which ties and weights.
  /// - Complexity: O(distinct windows and their pairs, plus sorting).
  public consuming func graph(
    _ lexicon: Lexicon, options: GraphOptions = GraphOptions()
  ) -> EntityGraph {
    let total = windows.count
    let together = togetherCounts()
    // What only further counting needs goes before the ties come.
    windows = WindowTable()
    furtherSources = TieSources()
    let order = pairs.order(entities: nodes.count)
    let rows = pairs.rows
    pairs = PairTable()
    SystemMemory.giveBackFreed()

    // Over all ties, so that leaving out weak ones does not change the measures of the others.
    var strength = Array(repeating: 0, count: nodes.count)
    rows.forEachElement { tie in
      strength[Int(tie.pair.first.raw)] += Int(tie.count)
      strength[Int(tie.pair.second.raw)] += Int(tie.count)
    }
    var place = Array(repeating: UInt32(0), count: nodes.count)
    var graphNodes: [Node] = []
    let numbers = entityNumbers(rows, options)
    graphNodes.reserveCapacity(numbers.count)
    for number in numbers {
      place[number] = UInt32(graphNodes.count)
      graphNodes.append(node(EntityIndex(UInt32(number)), lexicon))
    }
    let measures = TieMeasures(nodes: nodes, strength: strength, windows: total)
    var records = BytePool(overflow: overflow)
    var ties = PagedArray<TieRow>(overflow: overflow)
    for number in 0..<order.count {
      // Rows lie in the order in which their ties came first, so each is another line of memory.
      if number + 8 < order.count { rows.prepare(Int(order[number + 8])) }
      let row = Int(order[number])
      let tie = rows[row]
      guard options.keeps(tie) else { continue }
      let both = together.isEmpty || together[row] == 0 ? Int(tie.count) : together[row]
      ties.append(
        TieRow(
          source: Int(place[Int(tie.pair.first.raw)]),
          target: Int(place[Int(tie.pair.second.raw)]), count: Int(tie.count),
          repeats: Int(tie.repeats), documents: Int(tie.documents), sources: Int(tie.sources),
          days: tie.days.span, weight: options.weight(of: tie),
          place: CountedTieRecords.add(
            measures.of(tie, both: both), tie.evidence, of: evidence, to: &records)))
    }
    return EntityGraph(
      nodes: graphNodes, ties: TieList(ties, CountedTieRecords(records, evidence.texts)))
  }

  /// For each node of the graph of all documents the number of its entity in the lexicon.
  ///
  /// - Parameter options: Those that the graph is made with.
  public func entityNumbers(options: GraphOptions = GraphOptions()) -> [Int] {
    entityNumbers(pairs.rows, options)
  }

  private func entityNumbers(
    _ rows: PagedArray<PairTable.Row>, _ options: GraphOptions
  ) -> [Int] {
    var isTied = Array(repeating: options.keepsIsolated, count: nodes.count)
    if !options.keepsIsolated {
      rows.forEachElement { tie in
        guard options.keeps(tie) else { return }
        isTied[Int(tie.pair.first.raw)] = true
        isTied[Int(tie.pair.second.raw)] = true
      }
    }
    return nodes.indices.filter { nodes[$0] != NodeCount() && isTied[$0] }
  }

  /// For each row of `pairs`, how many distinct windows hold both; empty where each window ties all
  /// that it holds. An opener ties some of the entities of its window only; the measures ask who is
  /// in it.
  private func togetherCounts() -> [Int] {
    guard windows.hasOpeners else { return [] }
    var counts = Array(repeating: 0, count: pairs.count)
    windows.forEachWindow { _, entities, opener in
      guard opener != nil else { return }
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
      id: entity.id, kind: entity.kind, name: entity.name, mentions: Int(counts.mentions),
      windows: Int(counts.windows), documents: Int(counts.documents),
      days: counts.days.span,
      attributes: entity.attributes.map { Attribute(name: $0.name, value: $0.value) })
  }
}

extension GraphOptions {
  fileprivate func keeps(_ tie: PairTable.Row) -> Bool {
    tie.count > 0 && Int(tie.count) >= minimumCount
  }

  /// A weight is positive: a tie whose sources are unknown has one at least.
  fileprivate func weight(of tie: PairTable.Row) -> Double {
    switch weight {
    case .count: Double(tie.count)
    case .documents: Double(max(1, tie.documents))
    case .sources: Double(max(1, tie.sources))
    }
  }
}

/// What the measures of a tie rest on beside the tie.
private struct TieMeasures {
  let nodes: [CooccurrenceCounts.NodeCount]
  /// For each entity the sum of the counts of its ties.
  let strength: [Int]
  /// The sum of all these.
  let total: Int
  /// Distinct windows.
  let windows: Int

  init(nodes: [CooccurrenceCounts.NodeCount], strength: [Int], windows: Int) {
    self.nodes = nodes
    self.strength = strength
    self.windows = windows
    total = strength.reduce(0, +)
  }

  /// - Parameter both: Distinct windows that hold both entities.
  func of(_ tie: PairTable.Row, both: Int) -> Measures {
    let (one, other) = (Int(tie.pair.first.raw), Int(tie.pair.second.raw))
    let (first, second) = (Int(nodes[one].windows), Int(nodes[other].windows))
    return Measures(
      npmi: AssociationMeasures.npmi(both: both, first: first, second: second, total: windows),
      jaccard: AssociationMeasures.jaccard(both: both, first: first, second: second),
      llr: AssociationMeasures.logLikelihoodRatio(
        both: both, first: first, second: second, total: windows),
      noiseCorrected: AssociationMeasures.noiseCorrected(
        weight: Double(tie.count), first: Double(strength[one]), second: Double(strength[other]),
        total: Double(total)))
  }
}
