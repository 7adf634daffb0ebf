import Corpus
import EntityGraphs
import Gazetteers
import TestSupport
import Testing
import TextFiles

@testable import Relata

/// A graph that is large enough for several threads to make a part of it each.
@Suite struct GraphThreadsTests {
  private static let names = (0..<340).map { number in
    // Three letters behind a capital, a different name for each number.
    let letters = [number / 26 / 26, number / 26 % 26, number % 26]
    return "K" + String(letters.map { Character(UnicodeScalar(UInt8(97 + $0))) }) + " Orov"
  }

  private static let lexicon = Lexicon([
    Gazetteer(
      path: "people.tsv",
      entities: names.enumerated().map { number, name in
        GazetteerEntity(id: EntityID("person/\(1000 + number)"), kind: .person, name: name)
      })
  ])

  /// All of them together, and each of them with some that follow.
  private static let documents =
    [names.joined(separator: ", ") + " met."]
    + names.indices.map { first in
      "\(first): " + names[first...].prefix(first % 7 + 2).joined(separator: " and ") + " met."
    }

  @Test("a graph is the same however many threads make it", arguments: [0, 1 << 20])
  func threads(memory: Int) async throws {
    let folder = TemporaryFolder()
    for (number, text) in Self.documents.enumerated() {
      folder.write("in/\(1000 + number).txt", text)
    }
    let list = try InputFinder.find([folder.path + "/in"], options: InputOptions())
    let (counts, _) = try await Pipeline(Self.lexicon).run(
      list, overflow: BytePool.Overflow(folder: folder.path, memory: memory))
    let expected = counts.graph(Self.lexicon)
    // Enough for three parts.
    #expect(expected.ties.count == 340 * 339 / 2)
    #expect(expected.nodes.count == 340)
    for threads in 2...4 {
      let graph = counts.graph(Self.lexicon, threads: threads)
      #expect(graph.nodes == expected.nodes)
      // Compared as a whole: a failure that prints all ties is of no use.
      let isSame = graph == expected
      #expect(isSame, "\(threads) threads")
    }
  }
}
