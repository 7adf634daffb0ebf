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
  ///   - threads: How many threads make ties, 1 or more; the graph is the same.
  /// - Complexity: O(distinct windows and their pairs, plus sorting).
  public consuming func graph(
    _ lexicon: Lexicon, options: GraphOptions = GraphOptions(), threads: Int = 1
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
    let entities = entityNumbers(rows, options)
    var places = Array(repeating: UInt32(0), count: nodes.count)
    for (place, entity) in entities.enumerated() { places[entity] = UInt32(place) }
    let assembly = TieAssembly(
      rows: rows, order: order, places: places, together: together,
      measures: TieMeasures(nodes: nodes, strength: strength, windows: total),
      evidence: evidence, options: options, overflow: overflow)
    var graphNodes = NodeTable(overflow: overflow)
    let ties = assembly.ties(threads: threads) {
      for entity in entities { append(EntityIndex(UInt32(entity)), of: lexicon, to: &graphNodes) }
    }
    return EntityGraph(nodes: graphNodes.list(), ties: ties)
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

  private func append(_ index: EntityIndex, of lexicon: Lexicon, to table: inout NodeTable) {
    let entity = lexicon.entity(index)
    let counts = nodes[Int(index.raw)]
    table.append(
      id: entity.id, kind: entity.kind, name: entity.name,
      attributes: entity.attributes, mentions: counts.mentions, windows: counts.windows,
      documents: counts.documents, days: counts.days)
  }
}

extension GraphOptions {
  func keeps(_ tie: PairTable.Row) -> Bool {
    tie.count > 0 && Int(tie.count) >= minimumCount
  }

  /// A weight is positive: a tie whose sources are unknown has one at least.
  func weight(of tie: PairTable.Row) -> Double {
    switch weight {
    case .count: Double(tie.count)
    case .documents: Double(max(1, tie.documents))
    case .sources: Double(max(1, tie.sources))
    }
  }
}
