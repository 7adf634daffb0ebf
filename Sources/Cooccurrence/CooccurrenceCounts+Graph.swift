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
  ///   - threads: How many threads make it, 1 or more; the graph is the same.
  /// - Complexity: O(distinct windows and their pairs, plus sorting).
  public consuming func graph(
    _ lexicon: Lexicon, options: GraphOptions = GraphOptions(), threads: Int = 1
  ) -> EntityGraph {
    let total = windows.count
    let together = togetherCounts()
    // What only further counting needs goes before nodes and ties come.
    windows = WindowTable()
    furtherSources = TieSources()
    let entities = entityNumbers(pairs.rows, options)
    let graphNodes = Background(isApart: threads > 1) { [nodes, overflow] in
      Self.nodes(entities, nodes, lexicon, overflow)
    }
    let order = pairs.order(entities: nodes.count)
    let rows = pairs.rows
    pairs = PairTable()
    SystemMemory.giveBackFreed()
    let places = NodePlaces(entities, of: nodes.count)
    let ties = TieAssembly(
      rows: rows, order: order, places: places, together: together,
      measures: TieMeasures(
        windows: entities.map { nodes[$0].windows }, total: total, rows, places),
      evidence: evidence, options: options, overflow: overflow
    ).ties(threads: threads)
    return EntityGraph(nodes: graphNodes.wait(), ties: ties)
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

  /// The nodes of some entities, in their order.
  private static func nodes(
    _ entities: [Int], _ counts: [NodeCount], _ lexicon: Lexicon, _ overflow: BytePool.Overflow?
  ) -> NodeList {
    var table = NodeTable(overflow: overflow)
    for number in entities {
      let (entity, count) = (lexicon.entity(EntityIndex(UInt32(number))), counts[number])
      table.append(
        id: entity.id, kind: entity.kind, name: entity.name, attributes: entity.attributes,
        mentions: count.mentions, windows: count.windows, documents: count.documents,
        days: count.days)
    }
    return table.list()
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
