import Dates
import EntityGraphs
import Foundation
import Recognition
import TestSupport
import Testing
import Workspaces

@testable import Relata

/// Asks workspaces whose bytes were changed: each question has an answer or the one error.
@Suite("damaged workspaces") struct WorkspaceFuzzTests {
  private static let pageBytes = 4096

  @Test(
    "a damaged workspace gives an answer or an error of one line", arguments: FuzzTarget.workers)
  func survives(worker: Int) async throws {
    let folder = TemporaryFolder()
    folder.write("in/a.jsonl", try Record.lines(SampleCorpus.records(seed: 3, count: 12)))
    folder.write("in/b.md", "Anna Berg met Bo Crane.\n\n```\nAnna\n```\n")
    let sound = try await Self.build(in: folder)
    let whole = [UInt8](try Data(contentsOf: URL(filePath: sound)))
    let path = folder.path + "/damaged.sqlite"
    try FuzzTarget("workspace", cases: 60).run(worker) { seed, random in
      let bytes = Self.damaged(whole, &random)
      for name in ["damaged.sqlite-wal", "damaged.sqlite-shm", "damaged.sqlite-journal"] {
        unlink(folder.path + "/" + name)
      }
      folder.write("damaged.sqlite", bytes)
      do {
        try Self.ask(Workspace(path: path), &random)
      } catch {
        let error = try #require(error as? WorkspaceError, "seed \(seed)")
        #expect(error.path == path, "seed \(seed)")
        #expect(!error.description.contains { $0.isNewline }, "seed \(seed): \(error)")
      }
    }
  }

  /// A workspace of the documents in `in`, with an index of its sentences; gives its path.
  static func build(in folder: TemporaryFolder) async throws -> String {
    var job = BuildJob(inputs: [folder.path + "/in"], output: folder.path + "/out")
    job.formats = [.json]
    job.keepWorkspace()
    _ = try await job.run(SampleCorpus.lexicon)
    let path = folder.path + "/out/relata.sqlite"
    try index(Workspace(path: path))
    return path
  }

  static func index(_ workspace: Workspace) throws {
    let segmenter = Segmenter()
    try workspace.index { text in
      var sentences: [Sentence] = []
      segmenter.segment(text.span, into: &sentences)
      return sentences.map { $0.start..<$0.end }
    }
  }

  /// Bytes of a file with some changed: single ones, stretches, whole pages, or the end cut off.
  private static func damaged(_ whole: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = whole
    for _ in 0..<Int.random(in: 1...random.pick([1, 8, 200]), using: &random) {
      // Behind the header and the tables' own table most of the time.
      let start = random.oneIn(10) ? 0 : pageBytes
      let place = Int.random(in: start..<bytes.count, using: &random)
      let near = UInt8(clamping: Int(bytes[place]) + Int.random(in: -2...2, using: &random))
      bytes[place] = random.pick(
        [0, 0xFF, 0x80, 1, near, near, UInt8.random(in: 0...255, using: &random)])
    }
    let page = Int.random(in: 1..<whole.count / pageBytes, using: &random) * pageBytes
    let other = Int.random(in: 1..<whole.count / pageBytes, using: &random) * pageBytes
    switch Int.random(in: 0..<20, using: &random) {
    case 0: bytes.removeSubrange(Int.random(in: 0..<bytes.count, using: &random)...)
    case 1: bytes.replaceSubrange(page..<page + pageBytes, with: whole[other..<other + pageBytes])
    case 2: bytes.replaceSubrange(page..<page + 64, with: [UInt8](repeating: 0, count: 64))
    default: break
    }
    return bytes
  }

  /// Asks everything that commands ask; a question that fails does not keep the others from being asked.
  static func ask(_ workspace: Workspace, _ random: inout SeededGenerator) throws {
    var failure: (any Error)?
    func asking(_ question: () throws -> Void) {
      do { try question() } catch { failure = failure ?? error }
    }
    let range = DocumentRange(since: random.oneIn(2) ? "2020" : nil, source: nil)
    asking { _ = try workspace.statistics().rows }
    asking { _ = try workspace.settings() }
    asking { _ = try workspace.placement() }
    asking { _ = try workspace.graph(evidence: 2) }
    asking {
      let part = try workspace.graph(in: range, keeping: [0])
      _ = try workspace.addingEvidence(to: part, limit: 2)
      let ends = part.ties.map { (part.nodes[$0.source].id, part.nodes[$0.target].id) }
      _ = try workspace.strongestEvidence(of: ends)
    }
    asking { _ = try workspace.entities(named: "Anna Berg") }
    asking { _ = try workspace.entity(id: "person/bo-crane") }
    asking {
      let list = EvidenceList(workspace)
      for entity in try workspace.entities().prefix(3) {
        _ = try list.windows(of: entity.number, in: range, context: 30)
        _ = try list.windows(of: (entity.number, 1), context: 30)
        _ = Timeline(try workspace.mentions(of: entity.number), by: .month)
        _ = Timeline(try workspace.windows(of: (entity.number, 2)), by: .day)
        _ = try workspace.graph(around: [entity.number], hops: 2, evidence: 1)
        _ = try workspace.graph(around: [entity.number], hops: 1, withRim: false)
      }
    }
    asking { _ = try workspace.search("anna", limit: 5) }
    asking { _ = try workspace.unindexed() }
    asking { try index(workspace) }
    asking { _ = try workspace.search("berg cr*", limit: 5) }
    if let failure { throw failure }
  }
}
