import EntityGraphs
import Gazetteers
import Synchronization
import Testing
import TextFiles

@testable import Exporters

/// Files that several threads write.
@Suite struct TiePieceTests {
  @Test(
    "pieces are taken in their order, whoever wrote them",
    arguments: [0, 1, 511, 512, 513, 5000], [0, 1, 3])
  func order(count: Int, threads: Int) throws {
    let spare = SpareThreads(threads)
    let written = Mutex(0)
    var taken: [Int] = []
    try TiePieces.write(count, spare: spare, into: [Int]()) { (range, state: inout [Int]) in
      written.withLock { $0 += range.count }
      state += range
    } take: { (state: inout [Int]) throws(ExportError) in
      taken += state
      state = []
    }
    #expect(taken == Array(0..<count))
    #expect(written.withLock(\.self) == count)
    #expect((0..<threads).allSatisfy { _ in spare.take() })
    #expect(!spare.take())
  }

  @Test(
    "a file that takes no more ends with its error, and threads are given back", arguments: 0...3)
  func failure(threads: Int) {
    let spare = SpareThreads(threads)
    let full = ExportError.file(FileError(path: "graph.dot", action: "write", reason: "full"))
    var room = 3
    #expect(throws: full) {
      try TiePieces.write(1 << 20, spare: spare, into: 0) { (range, state: inout Int) in
        state = range.lowerBound
      } take: { (_: inout Int) throws(ExportError) in
        if room == 0 { throw full }
        room -= 1
      }
    }
    #expect((0..<threads).allSatisfy { _ in spare.take() })
    #expect(!spare.take())
  }

  /// More ties than a piece has, some with characters that formats forbid.
  private static let graph: EntityGraph = {
    let nodes = (0..<80).map { number in
      Node(
        id: EntityID("person/\(100 + number)"), kind: .person,
        name: ["Kim", "=Sum", "a,b", "x\0y"][number % 4] + " \(number)", mentions: number)
    }
    var ties: [Tie] = []
    for source in nodes.indices {
      for target in nodes.indices.dropFirst(source + 1) { ties.append(tie(source, target)) }
    }
    return EntityGraph(nodes: nodes, ties: ties)
  }()

  private static func tie(_ source: Int, _ target: Int) -> Tie {
    let text = target % 7 == 0 ? "one\u{1}two \(source)" : "Words of \(target)."
    let evidence = (0..<target % 3).map {
      Evidence(document: "\($0).txt", start: source, end: target, text: text)
    }
    return Tie(
      source: source, target: target, count: 1 + source * target % 300,
      measures: Measures(npmi: 1 / Double(target), jaccard: 0.5), evidence: evidence)
  }

  private static let exporters: [any SharedExporter] = [
    GraphMLExporter(), DOTExporter(), EdgesCSVExporter(),
  ]

  @Test("a file is the same whoever helps to write it, and so are its warnings", arguments: 0..<3)
  func files(number: Int) throws {
    let exporter = Self.exporters[number]
    let placement = Placement(of: Self.graph)
    let alone = MemorySink()
    let expected = try exporter.write(Self.graph, placement: placement, to: alone)
    #expect(expected.count > 10)
    for threads in 1...4 {
      let sink = MemorySink()
      let warnings = try exporter.write(
        Self.graph, placement: placement, to: sink, spare: SpareThreads(threads))
      #expect(warnings == expected)
      let isSame = sink.bytes == alone.bytes
      #expect(isSame, "\(exporter.fileName) with \(threads) threads more")
    }
  }
}
