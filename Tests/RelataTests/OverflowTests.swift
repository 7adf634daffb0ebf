import Corpus
import EntityGraphs
import TestSupport
import Testing

@testable import Relata
@testable import TextFiles

/// Texts that memory shall not hold.
@Suite struct OverflowTests {
  /// Runs over a corpus with all texts put aside in small pieces, if a folder is given.
  private func graph(_ folder: TemporaryFolder, putAsideIn overflow: String?) async throws
    -> EntityGraph
  {
    try folder.write("in.jsonl", Record.lines(SampleCorpus.records(seed: 3, count: 60)))
    let list = try InputFinder.find([folder.path + "/in.jsonl"], options: InputOptions())
    let (counts, _) = try await Pipeline(SampleCorpus.lexicon).run(
      list,
      overflow: overflow.map {
        var overflow = BytePool.Overflow(folder: $0, memory: 0)
        overflow.pieceSize = 300
        return overflow
      })
    return counts.graph(SampleCorpus.lexicon)
  }

  @Test("texts that are put aside come back in the graph, and leave no file")
  func same() async throws {
    let folder = TemporaryFolder()
    let expected = try await graph(folder, putAsideIn: nil)
    #expect(expected.ties.count { $0.hasEvidence } > 3)
    #expect(try await graph(folder, putAsideIn: folder.path) == expected)
    #expect(try folder.content("").keys.sorted() == ["in.jsonl"])
  }

  @Test("a folder that takes no texts ends the run with what, where and why")
  func failure() async throws {
    let folder = TemporaryFolder()
    let missing = folder.path + "/none"
    await #expect(
      throws: FileError(
        path: missing, action: "write a temporary file in", reason: "No such file or directory")
    ) {
      try await graph(folder, putAsideIn: missing)
    }
  }
}
