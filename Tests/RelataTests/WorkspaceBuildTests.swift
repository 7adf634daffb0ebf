import Cooccurrence
import EntityGraphs
import Foundation
import TestSupport
import Testing
import Workspaces

@testable import Relata

@Suite("builds of a workspace")
struct WorkspaceBuildTests {
  let folder = TemporaryFolder()

  /// Builds over the files of a folder and gives the bytes of all outputs but the workspace.
  private func build(
    _ input: String, to output: String, workspace: Bool = true, threads: Int = 1,
    piece: Int = 1 << 20, prune: Bool = false
  ) async throws -> (files: [String: Data], result: BuildJob.Result) {
    var job = BuildJob(inputs: [folder.path + "/" + input], output: folder.path + "/" + output)
    job.options.threads = threads
    job.options.partBytes = 2000
    job.formats = [.json, .csv]
    job.prune = prune
    job.commitEvery = piece
    if workspace { job.keepWorkspace() }
    let result = try await job.run(SampleCorpus.lexicon)
    var files = try folder.content(output)
    files["relata.sqlite"] = nil
    return (files, result)
  }

  @Test("any splits of a corpus, in any order, give the results of one build", arguments: 0..<12)
  func splits(seed: Int) async throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let records = SampleCorpus.records(seed: UInt64(seed), count: 40)
    folder.write("all/in.jsonl", try Record.lines(records))
    let expected = try await build("all", to: "once", workspace: false)
    var rest = records.shuffled(using: &generator)
    var round = 0
    while !rest.isEmpty {
      let count = Int.random(in: 1...15, using: &generator)
      // Some that were built before come again; some come with another text, which a later build mends.
      var part = Array(rest.prefix(count)) + records.shuffled(using: &generator).prefix(5)
      rest.removeFirst(min(count, rest.count))
      let wrong = Int.random(in: 0..<part.count, using: &generator)
      rest.append(part[wrong])
      part[wrong].text = "Anna Berg saw Sylvania."
      if rest.count == 1 {
        part = records.shuffled(using: &generator)
        rest = []
      }
      folder.write("part\(round)/in.jsonl", try Record.lines(unique(part)))
      _ = try await build(
        "part\(round)", to: "out", threads: Int.random(in: 1...3, using: &generator),
        piece: Int.random(in: 1...5000, using: &generator))
      round += 1
    }
    let found = try folder.content("out").filter { $0.key != "relata.sqlite" }
    #expect(found == expected.files, "seed \(seed), \(round) builds")
  }

  private func unique(_ records: [Record]) -> [Record] {
    var seen: Set<String> = []
    return records.reversed().filter { seen.insert($0.id).inserted }.reversed()
  }

  @Test("a workspace holds the very graph that the build gave")
  func graph() async throws {
    folder.write("in/a.jsonl", try Record.lines(SampleCorpus.records(seed: 5, count: 60)))
    let built = try await build("in", to: "out")
    let workspace = try Workspace(path: folder.path + "/out/relata.sqlite")
    let whole = try workspace.graph(evidence: 3)
    #expect(whole == built.result.graph)
    #expect(try workspace.placement().positions.count == whole.nodes.count)
    for (place, node) in whole.nodes.enumerated() {
      let entity = try #require(try workspace.entity(id: node.id.text))
      #expect(entity.node == node)
      let near = try workspace.graph(around: [entity.number], hops: 1)
      let neighbours = whole.ties.filter { $0.source == place || $0.target == place }
      let wanted = Set(neighbours.flatMap { [$0.source, $0.target] } + [place])
      #expect(Array(near.nodes) == wanted.sorted().map { whole.nodes[$0] })
      #expect(
        near.ties.count
          == whole.ties.count { wanted.contains($0.source) && wanted.contains($0.target) })
    }
    let all = try workspace.graph(around: [0], hops: 50)
    #expect(all.ties.allSatisfy { $0.count > 0 })
  }

  @Test("the evidence of every tie is that of evidence.jsonl, repeats with their first")
  func evidence() async throws {
    folder.write("in/a.jsonl", try Record.lines(SampleCorpus.records(seed: 6, count: 60)))
    let built = try await build("in", to: "out")
    let lines = try readLines(built.files["evidence.jsonl"], as: EvidenceLine.self)
    let workspace = try Workspace(path: folder.path + "/out/relata.sqlite")
    let graph = built.result.graph
    for tie in graph.ties {
      let (source, target) = (graph.nodes[tie.source].id.text, graph.nodes[tie.target].id.text)
      let pair = (
        try #require(try workspace.entity(id: source)).number,
        try #require(try workspace.entity(id: target)).number
      )
      let found = try workspace.evidence(of: pair)
      let expected = lines.filter { $0.source == source && $0.target == target }
      #expect(found.map(\.evidence.document) == expected.map(\.document))
      #expect(found.map(\.evidence.text) == expected.map(\.text))
      #expect(found.map(\.evidence.start) == expected.map(\.start))
      #expect(found.map(\.isRepeat) == expected.map(\.repeat))
      let folded = try EvidenceList(workspace).windows(of: pair, context: 0)
      #expect(folded.count == tie.count)
      #expect(folded.reduce(0) { $0 + $1.repeats.count } == tie.repeats)
      #expect(folded.allSatisfy { !$0.first.isRepeat && $0.repeats.allSatisfy(\.isRepeat) })
    }
  }

  @Test("context stands around a window as the document has it")
  func context() async throws {
    let text = "Wär’s 😀 so? Anna Berg met Bo Crane. Nein, né."
    folder.write("in/a.txt", text)
    _ = try await build("in", to: "out")
    let workspace = try Workspace(path: folder.path + "/out/relata.sqlite")
    let anna = try #require(try workspace.entity(id: "person/anna-berg")).number
    for context in [0, 3, 1000] {
      let window = try #require(
        try EvidenceList(workspace).windows(of: anna, context: context).first)
      #expect(window.first.evidence.text == "Anna Berg met Bo Crane.")
      let parts = text.components(separatedBy: window.first.evidence.text)
      #expect(
        parts[0].unicodeScalars.suffix(context).elementsEqual(window.first.before.unicodeScalars))
      #expect(
        parts[1].unicodeScalars.prefix(context).elementsEqual(window.first.after.unicodeScalars))
    }
  }

  @Test("a second build of one workspace is refused while the first goes on")
  func locked() throws {
    let path = folder.path + "/w.sqlite"
    let settings = WorkspaceSettings(values: [:], gazetteers: [])
    let first = try WorkspaceBuild(path: path, settings: settings)
    #expect(throws: WorkspaceError.self) { try WorkspaceBuild(path: path, settings: settings) }
    first.discard()
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("a workspace whose build has not ended says so, and goes on")
  func unfinished() throws {
    let path = folder.path + "/w.sqlite"
    let settings = WorkspaceSettings(values: ["window": "sentence"], gazetteers: [])
    do {
      let build = try WorkspaceBuild(path: path, settings: settings, pieceBytes: 1)
      let document = StoredDocument(id: "a", text: Array("Anna".utf8))
      try build.store(document, hash: document.contentHash())
      build.discard()
    }
    let error = #expect(throws: WorkspaceError.self) { try Workspace(path: path) }
    #expect(error?.reason == "the build of the workspace has not ended")
    let next = try WorkspaceBuild(path: path, settings: settings)
    #expect(next.unchanged.keys.sorted() == ["a"])
    next.discard()
    let other = WorkspaceSettings(values: ["window": "passage"], gazetteers: [])
    let changed = try WorkspaceBuild(path: path, settings: other)
    #expect(changed.changedSettings == ["the window"])
    #expect(changed.unchanged.isEmpty)
    changed.discard()
  }

  @Test(
    "sentences are found by their words, whatever is typed",
    arguments: [
      ("anna", 2), ("ANNA berg", 2), ("\"berg met\"", 1), ("\"met berg\"", 0), ("ann*", 2),
      ("ann", 0), ("北京", 1), ("京北", 0), ("cafe", 1), ("anna\" OR \"x", 0), ("NEAR(anna bo)", 0),
      ("anna AND bo", 0), ("*", -1), ("\"\"", -1), ("anna\0berg", 2), ("é́", 0), ("-anna", 2),
      ("text:anna", 0), ("anna -bo", 1), ("^anna", 2),
    ])
  func search(typed: String, count: Int) async throws {
    folder.write(
      "in/a.txt", "Anna Berg met Bo Crane.\n\nAnna Berg left the café.\n\n他在北京。\n\nNobody.")
    _ = try await build("in", to: "out")
    let workspace = try Workspace(path: folder.path + "/out/relata.sqlite")
    #expect(try workspace.unindexed() == 1)
    let segment: ([UInt8]) -> [Range<Int>] = { text in
      String(decoding: text, as: UTF8.self).components(separatedBy: "\n\n").reduce(into: []) {
        let start = $0.last.map { $0.upperBound + 2 } ?? 0
        $0.append(start..<start + $1.utf8.count)
      }
    }
    try workspace.index(sentences: segment)
    #expect(try workspace.unindexed() == 0)
    let found = try workspace.search(typed, limit: 10)
    #expect(found?.total ?? -1 == count, "\(typed)")
    #expect(found?.found.count ?? -1 == count)
    for finding in found?.found ?? [] { #expect(!finding.sentence.text.contains("\n")) }
  }

  @Test("a document that is replaced is found by its new words, and no more by the old")
  func reindex() async throws {
    folder.write("in/a.txt", "Anna Berg met Bo Crane.")
    folder.write("in/b.txt", "Anna Berg slept.")
    _ = try await build("in", to: "out")
    let path = folder.path + "/out/relata.sqlite"
    func count(_ typed: String) throws -> Int? {
      let workspace = try Workspace(path: path)
      try workspace.index { [0..<$0.count] }
      return try workspace.search(typed, limit: 9)?.total
    }
    #expect(try count("anna") == 2)
    folder.write("in/a.txt", "Kim Jong Un met Bo Crane.")
    _ = try await build("in", to: "out")
    #expect(try count("anna") == 1)
    #expect(try count("kim crane") == 1)
    try FileManager.default.removeItem(atPath: folder.path + "/in/b.txt")
    _ = try await build("in", to: "out", prune: true)
    #expect(try count("anna") == 0)
  }
}
