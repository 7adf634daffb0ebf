import Dates
import EntityGraphs
import Gazetteers
import Testing

@testable import Cooccurrence

/// First and last days add up as counts do.
@Suite struct DayBoundsTests {
  static func days(_ first: String, _ last: String? = nil) -> DaySpan? {
    guard let first = StatedDate(iso: first), let last = StatedDate(iso: last ?? first.description)
    else { return nil }
    return DaySpan(first: first.firstDay, last: last.lastDay)
  }

  @Test("bounds are extended in any order and association, from none")
  func union() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let spans = (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
        PlainDocument.randomDays(using: &generator)
      }
      func bounds(_ spans: some Sequence<DaySpan>) -> DayBounds {
        spans.reduce(into: DayBounds()) { $0.extend(by: $1) }
      }
      let whole = bounds(spans)
      #expect(whole.span == RecountTests.bounds(spans))
      #expect(bounds(spans.shuffled(using: &generator)) == whole)
      let cut = Int.random(in: 0...spans.count, using: &generator)
      var (left, right) = (bounds(spans[..<cut]), bounds(spans[cut...]))
      let before = left
      left.extend(by: right)
      right.extend(by: before)
      #expect(left == whole && right == whole)
      left.extend(by: DayBounds())
      #expect(left == whole)
    }
  }

  @Test("a tie is of its documents' days, whether their windows repeat others or not")
  func repeats() throws {
    var counts = CooccurrenceCounts()
    for (id, text, days) in [
      ("1", "[a Anna] met [b Bo].", Self.days("2024-06-19")),
      ("2", "[a Anna] met [b Bo].|[c Cy] slept.", Self.days("2024-07-02")),
      ("3", "[a Anna] met [b Bo].", nil), ("4", "[a Anna] slept.", Self.days("2023")),
      ("5", "[d Di] met [e Ed].", nil),
    ] {
      counts.add(MarkedText(text).document(id, days: days, .sentence))
    }
    let graph = counts.graph(letters)
    #expect(findTie(graph, "a", "b")?.days == Self.days("2024-06-19", "2024-07-02"))
    #expect(findTie(graph, "d", "e")?.days == nil)
    #expect(
      graph.nodes.map(\.days) == [
        Self.days("2023-01-01", "2024-07-02"), Self.days("2024-06-19", "2024-07-02"),
        Self.days("2024-07-02"), nil, nil,
      ])
    #expect(graph.days == Self.days("2023-01-01", "2024-07-02"))
    #expect(EntityGraph(nodes: [], ties: []).days == nil)
  }

  @Test("documents added one by one count as their batch does")
  func one() {
    var batch = WindowBatch()
    for (id, source, markup) in CooccurrenceCountsTests.documents {
      MarkedText(markup).add(
        id, source: source, days: Self.days("2024-06-1\(batch.documents.count)"), .sentence,
        to: &batch)
    }
    var (whole, single) = (CooccurrenceCounts(), CooccurrenceCounts())
    whole.add(batch)
    for document in batch.documents { single.add(document, of: batch) }
    #expect(single.graph(letters) == whole.graph(letters))
    #expect(single.documents == 3)
  }
}
