import EntityGraphs
import TextFiles

/// Makes the ties of a graph of what was counted, by several threads a part each.
struct TieAssembly: Sendable {
  /// What was counted of all pairs, and the order of the ties.
  let rows: PagedArray<PairTable.Row>
  let order: FixedTable<UInt32>
  let places: NodePlaces
  /// For each row the windows that hold both; empty where these are those that tie them.
  let together: [Int]
  let measures: TieMeasures
  let evidence: EvidenceStore
  let options: GraphOptions
  let overflow: BytePool.Overflow?

  /// Ties that stand one behind another in the graph, and their records.
  private struct Part: Sendable {
    var ties: PagedArray<TieRow>
    var records: BytePool

    init(overflow: BytePool.Overflow?) {
      ties = PagedArray(overflow: overflow)
      records = BytePool(overflow: overflow)
    }

    mutating func append(_ next: Part) {
      let offset = records.append(next.records)
      next.ties.forEachElement { tie in
        var tie = tie
        tie.place += offset
        ties.append(tie)
      }
    }
  }

  /// All ties in their order.
  ///
  /// - Parameter threads: How many threads make them, 1 or more; the ties are the same.
  func ties(threads: Int) -> TieList {
    // Several parts for each thread: some have other work at first, and not all parts take the same time.
    // A part of few ties is not worth a thread.
    let count = threads < 2 ? 1 : max(1, min(threads * 4, order.count >> 13))
    var whole: Part?
    OrderedPieces.make(count, spare: SpareThreads(threads - 1)) { number in
      part(order.count * number / count..<order.count * (number + 1) / count, of: count)
    } take: { part in
      if whole == nil { whole = part } else { whole?.append(part) }
    }
    let all = whole ?? Part(overflow: overflow)
    return TieList(all.ties, CountedTieRecords(all.records, evidence.texts))
  }

  /// - Parameter count: The number of parts, which share the memory of one.
  private func part(_ range: Range<Int>, of count: Int) -> Part {
    var overflow = overflow
    overflow?.memory /= count
    var part = Part(overflow: overflow)
    for number in range {
      prepare(number, in: range)
      let row = Int(order[number])
      let tie = rows[row]
      guard options.keeps(tie), let source = places[tie.pair.first],
        let target = places[tie.pair.second]
      else { continue }
      let count = Int(tie.count)
      let both = together.isEmpty || together[row] == 0 ? count : together[row]
      let measures = measures.between(source, target, count: count, both: both)
      part.ties.append(
        TieRow(
          source: source, target: target, count: count,
          repeats: Int(tie.repeats), documents: Int(tie.documents), sources: Int(tie.sources),
          days: tie.days.span, weight: options.weight(of: tie),
          place: CountedTieRecords.add(
            measures, tie.evidence, of: evidence, to: &part.records)))
    }
    return part
  }

  /// Asks for memory of the next ties. Rows lie in the order in which their ties came first, so each is
  /// another line of memory, and so are its windows.
  private func prepare(_ number: Int, in range: Range<Int>) {
    if number + 12 < range.upperBound { rows.prepare(Int(order[number + 12])) }
    if number + 8 < range.upperBound {
      evidence.prepareLink(of: rows[Int(order[number + 8])].evidence)
    }
    if number + 4 < range.upperBound {
      evidence.prepareWindow(of: rows[Int(order[number + 4])].evidence)
    }
  }
}
