import Dates
import EntityGraphs
import Foundation
import Gazetteers
import Testing
import TextFiles

@testable import Exporters

/// What is made once for many ties is what would be made for each.
@Suite struct ReadyTextTests {
  private static let pieces = [
    "", " ", "a", "Kim", "1", "=", "+", "-", "@", "'", "\t", "\r", "\n", "\0", "\"", ",", ".", ";",
    "–", "é", "a name that is longer than sixteen bytes",
  ]

  private func random(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      Self.pieces.randomElement(using: &generator)!
    }.joined()
  }

  @Test("plain text, alone or in pairs, stands in a cell as it is", arguments: 1...20)
  func plain(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let (first, second) = (random(&generator), random(&generator))
      let arePlain = [first, second].allSatisfy { $0.withUTF8Span { CSVRows.isPlain($0) } }
      guard arePlain else { continue }
      for text in [first, second, "\(first) – \(second)"] {
        var rows = CSVRows(fileName: "edges.csv")
        let changes = text.withUTF8Span { rows.text(utf8: $0) }
        #expect(changes.isEmpty, "\(text)")
        #expect(rows.buffer.bytes == Array(text.utf8), "\(text)")
      }
    }
  }

  @Test("names that are not plain are quoted, and formulas told of")
  func notPlain() {
    for text in ["", "-1", "+1", "=a", "'a", " a", "a ", "a,b", "a\"b", "a\nb", "a\0b"] {
      #expect(text.withUTF8Span { !CSVRows.isPlain($0) }, "\(text)")
    }
  }

  @Test("each node has its own text, and the empty one too", arguments: [false, true])
  func nodeTexts(isInFiles: Bool) {
    let names = ["Kim", "", "Müller", "x"]
    let folder = FileManager.default.temporaryDirectory.path
    var table = NodeTable(
      overflow: isInFiles ? BytePool.Overflow(folder: folder, memory: 0) : nil)
    for (number, name) in names.enumerated() {
      table.append(
        id: EntityID("\(number)"), kind: .person, name: name, attributes: [], mentions: 1,
        windows: 1, documents: 1, days: DayBounds())
    }
    let graph = EntityGraph(nodes: table.list(), ties: TieList([]))
    #expect((graph.nodes.overflow != nil) == isInFiles)
    let texts = NodeTexts(of: graph, .name)
    #expect(names.indices.map { texts.withText(of: $0) { String(copying: $0) } } == names)
    var buffer = ByteBuffer()
    for node in names.indices.reversed() { texts.append(node, to: &buffer) }
    #expect(buffer.bytes == Array("xMüllerKim".utf8))
  }

  @Test("the markup of a count is made once, and the same for every tie")
  func countMarkup() {
    var markup = CountMarkup()
    var buffer = ByteBuffer()
    var (made, expected) = (0, "")
    for count in [1, 1, 2, 1, 255, 256, 256, 0, 2, 100_000, 255] {
      markup.append(count, to: &buffer) {
        made += 1
        $0.append("<\(count)>")
      }
      expected += "<\(count)>"
    }
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected)
    // Those of 256 and 100,000 are rare, and made each time.
    #expect(made == 7)
  }
}
