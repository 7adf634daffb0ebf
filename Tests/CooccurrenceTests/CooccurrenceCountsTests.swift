import EntityGraphs
import Gazetteers
import TestSupport
import Testing
import TextFiles

@testable import Cooccurrence

/// Counts that can be checked by hand.
@Suite struct CooccurrenceCountsTests {
  static let documents: [(String, String?, String)] = [
    (
      "1.txt", "north.example",
      "[a Anna] met [b Bo].|[a Anna] met [b Bo] again.|[a Anna] and [a Ann] slept."
    ),
    ("2.txt", "south.example", "“[a Anna] met [b Bo]”.|[c Cy] met [a Anna] and [b Bo]."),
    (
      "3.txt", nil,
      "[c Cy] met [a Anna] and [b Bo]!|[c CY] met [a Anna] and [b Bo]|Then [b Bo] slept.|Rain fell."
    ),
  ]

  @Test(
    "a tie counts distinct windows, repeats, documents and sources",
    arguments: [
      // "anna met bo" in 1 and 2; "… again" in 1; "cy met anna and bo" in 2, and twice in 3.
      ("ab", [3, 3, 3, 2]),
      ("ac", [1, 2, 2, 1]),
      ("bc", [1, 2, 2, 1]),
    ])
  func ties(pair: String, expected: [Int]) throws {
    let graph = counts(Self.documents).graph(letters)
    let tie = try #require(findTie(graph, pair.first!, pair.last!))
    #expect([tie.count, tie.repeats, tie.documents, tie.sources] == expected)
    #expect(tie.weight == Double(tie.count))
    #expect(graph.ties.count == 3)
  }

  @Test(
    "a node counts mentions, distinct windows and documents",
    arguments: [("a", [8, 4, 3]), ("b", [7, 4, 3]), ("c", [3, 1, 2])])
  func nodes(letter: String, expected: [Int]) throws {
    let graph = counts(Self.documents).graph(letters)
    let node = try #require(graph.node(EntityID("person/\(letter)")))
    #expect([node.mentions, node.windows, node.documents] == expected)
    #expect(counts(Self.documents).documents == 3)
  }

  @Test("the measures of a tie rest on distinct windows with a mention")
  func measures() throws {
    let tie = try #require(findTie(counts(Self.documents).graph(letters), "a", "b"))
    // Five distinct windows; a in 4, b in 4, both in 3; strengths: a 4, b 4, c 2.
    #expect(
      tie.measures
        == Measures(
          npmi: AssociationMeasures.npmi(both: 3, first: 4, second: 4, total: 5), jaccard: 0.6,
          llr: AssociationMeasures.logLikelihoodRatio(both: 3, first: 4, second: 4, total: 5),
          noiseCorrected: AssociationMeasures.noiseCorrected(
            weight: 3, first: 4, second: 4, total: 10)))
  }

  @Test("with windows of tokens the measures ask who is in a window, whoever opened it")
  func measuresOfTokenWindows() throws {
    // c: {a, b, c}; a: {a, b}; b: {b}.
    let graph = counts([("1", nil, "[c Cy] [a Anna] [b Bo]")], .tokens(3)).graph(letters)
    let tie = try #require(findTie(graph, "a", "b"))
    #expect(tie.count == 1)
    #expect(graph.nodes.map(\.windows) == [2, 3, 1])
    #expect(tie.measures.jaccard == 2.0 / 3)
    #expect(
      tie.measures.llr
        == AssociationMeasures.logLikelihoodRatio(both: 2, first: 2, second: 3, total: 3))
  }

  @Test("two who open windows without one another are not perfectly associated")
  func halfAssociated() throws {
    let lone = "[a Anna] one x x x.|[b Bo] two x x x.|"
    let graph = counts([("1", nil, lone + "[a Anna] [b Bo] x x x [b Bo] [a Anna]")], .tokens(2))
      .graph(letters)
    let tie = try #require(findTie(graph, "a", "b"))
    #expect(tie.count == 2)
    // Each opens two windows alone and one with the other.
    #expect(tie.measures.jaccard == 1.0 / 3)
    #expect(tie.measures.npmi < 1)
  }

  @Test("adding tells which windows repeat one that was added before")
  func repeats() {
    var counts = CooccurrenceCounts()
    let flags = Self.documents.map { id, source, markup in
      counts.add(MarkedText(markup).document(id, source: source, .sentence))
    }
    #expect(flags == [[false, false, false], [true, false], [true, true, false]])
  }

  @Test("evidence is the first distinct windows in document order, each at its first place")
  func evidence() throws {
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let graph = counts(order.map { Self.documents[$0] }, evidence: 2).graph(letters)
      let tie = try #require(findTie(graph, "a", "b"))
      #expect(
        tie.evidence == [
          Evidence(document: "1.txt", start: 0, end: 12, text: "Anna met Bo."),
          Evidence(document: "1.txt", start: 13, end: 31, text: "Anna met Bo again."),
        ])
    }
  }

  @Test("documents are ordered by the bytes of their identifiers, as outputs are")
  func evidenceOrder() throws {
    // "e\u{301}" is below "f" as bytes and above it as a precomposed letter.
    let documents: [(String, String?, String)] = [
      ("f", nil, "[a Anna] saw [b Bo]."), ("e\u{301}", nil, "[a Anna] met [b Bo]."),
    ]
    for documents in [documents, documents.reversed()] {
      let graph = counts(documents).graph(letters)
      #expect(findTie(graph, "a", "b")?.evidence.map(\.text) == ["Anna met Bo.", "Anna saw Bo."])
    }
  }

  @Test("no evidence is kept where none is asked for, and everything is counted all the same")
  func noEvidence() {
    let none = counts(Self.documents, evidence: 0).graph(letters)
    let some = counts(Self.documents).graph(letters)
    #expect(none.ties.allSatisfy { $0.evidence.isEmpty })
    #expect(none.ties.map(\.count) == some.ties.map(\.count))
    #expect(none.ties.map(\.documents) == some.ties.map(\.documents))
  }

  @Test("no documents make an empty graph")
  func empty() {
    #expect(CooccurrenceCounts().graph(letters) == EntityGraph(nodes: [], ties: []))
  }

  @Test(
    "the weight is the count that was asked for, one at least",
    arguments: [
      (TieWeight.count, ["ab": 3.0, "ac": 1, "ad": 1]),
      (.documents, ["ab": 3, "ac": 2, "ad": 1]), (.sources, ["ab": 2, "ac": 1, "ad": 1]),
    ])
  func weights(kind: TieWeight, expected: [String: Double]) {
    let graph = counts(Self.documents + [("4.txt", nil, "[a Anna] met [d Di].")])
      .graph(letters, options: GraphOptions(weight: kind))
    for (pair, weight) in expected {
      #expect(findTie(graph, pair.first!, pair.last!)?.weight == weight, "\(kind) \(pair)")
    }
  }

  @Test("a minimum count leaves out weak ties and changes nothing of the others")
  func minimumCount() {
    let documents = Self.documents + [("4.txt", nil, "[d Di] slept.")]
    let whole = counts(documents).graph(letters)
    for minimum in 0...4 {
      let kept = counts(documents).graph(letters, options: GraphOptions(minimumCount: minimum))
      #expect(kept.nodes == whole.nodes)
      #expect(Array(kept.ties) == whole.ties.filter { $0.count >= minimum }, "minimum \(minimum)")
    }
  }

  @Test("entities without a tie are left out where asked")
  func isolated() {
    let documents = Self.documents + [("4.txt", nil, "[d Di] slept.")]
    func names(_ minimum: Int, _ keeps: Bool) -> [String] {
      counts(documents).graph(
        letters, options: GraphOptions(minimumCount: minimum, keepsIsolated: keeps)
      ).nodes.map(\.id.text)
    }
    let all = ["person/a", "person/b", "person/c", "person/d"]
    #expect(names(1, true) == all)
    #expect(names(1, false) == Array(all.prefix(3)))
    #expect(names(2, false) == Array(all.prefix(2)))
    #expect(names(9, false) == [])
    #expect(names(9, true) == all)
  }
}

/// Documents in one batch and in several.
@Suite struct WindowBatchTests {
  @Test("documents of one batch count as they do one by one")
  func together() {
    let documents = CooccurrenceCountsTests.documents
    var batch = WindowBatch()
    for (id, source, markup) in documents {
      MarkedText(markup).add(id, source: source, .sentence, to: &batch)
    }
    var counts = CooccurrenceCounts()
    #expect(
      counts.add(batch) == [false, false, false, true, false, true, true, false])
    #expect(counts.graph(letters) == CooccurrenceTests.counts(documents).graph(letters))
  }

  @Test("what no tie shows any more is dropped, whatever order documents come in")
  func replaced() {
    // Each document stands before all others so far, and takes their place.
    let documents = (0..<3000).reversed().map { number in
      (
        String(1000 + number), nil as String?,
        "[a Anna] met [b Bo] \(number) \(String(repeating: "x", count: 1000))."
      )
    }
    let folder = TemporaryFolder()
    var onDisk = CooccurrenceCounts(
      evidencePerTie: 2, overflow: BytePool.Overflow(folder: folder.path, memory: 0))
    for (id, source, markup) in documents {
      onDisk.add(MarkedText(markup).document(id, source: source, .sentence))
    }
    for graph in [counts(documents, evidence: 2).graph(letters), onDisk.graph(letters)] {
      #expect(findTie(graph, "a", "b")?.evidence.map(\.document) == ["1000", "1001"])
      #expect(findTie(graph, "a", "b")?.evidence.map(\.text.utf8.count) == [1015, 1015])
    }
  }

  @Test("a folder that takes no texts is told of, and the counts are whole all the same")
  func failure() {
    var counts = CooccurrenceCounts(
      evidencePerTie: 9999, overflow: BytePool.Overflow(folder: "/none/such", memory: 0))
    let documents = (0..<2000).map { number in
      MarkedText("[a Anna] met [b Bo] \(number) \(String(repeating: "x", count: 1000)).")
        .document(String(10_000 + number), .sentence)
    }
    #expect(counts.failure == nil)
    for document in documents { counts.add(document) }
    #expect(
      counts.failure?.description
        == "cannot write a temporary file in \"/none/such\": No such file or directory")
    #expect(findTie(counts.graph(letters), "a", "b")?.evidence.count == 2000)
  }
}
