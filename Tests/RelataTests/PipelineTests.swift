import Cooccurrence
import EntityGraphs
import Foundation
import Gazetteers
import TestSupport
import Testing

@testable import Relata

/// Outputs are ordered by id and identical from run to run and at any number of threads (DESIGN.md).
@Suite struct PipelineTests {
  static let windows = [WindowKind.sentence, .passage, .document, .tokens(12)]

  private func expectSame(_ found: [String: Data], _ expected: [String: Data], _ name: String) {
    #expect(found.keys.sorted() == expected.keys.sorted(), "\(name)")
    for (file, data) in expected {
      #expect(found[file] == data, "\(name): \(file) differs")
    }
  }

  @Test(
    "threads and the size of parts change no byte of any output",
    arguments: windows, [("folder", UInt64(1)), ("lines", 2)])
  func threads(window: WindowKind, input: (kind: String, seed: UInt64)) async throws {
    let folder = TemporaryFolder()
    let records = SampleCorpus.records(seed: input.seed, count: 40)
    if input.kind == "folder" {
      for record in records { folder.write("in/\(record.id).txt", record.text) }
    } else {
      try folder.write("in/a.jsonl", Record.lines(records[..<25]))
      try folder.write("in/b.jsonl", Record.lines(records[25...]))
    }
    var options = RunOptions()
    options.window = window
    let expected = try await folder.build([folder.path + "/in"], to: "first", options: options)
    #expect(expected.result.summary.documents == records.count)
    #expect(expected.result.graph.ties.count > 3)
    for threads in [1, 2, 3, 8] {
      for partBytes in [1, 1000, 1 << 20] {
        options.threads = threads
        options.partBytes = partBytes
        let found = try await folder.build([folder.path + "/in"], to: "other", options: options)
        expectSame(
          found.files, expected.files,
          "\(input), \(window), \(threads) threads, parts of \(partBytes)")
        #expect(found.result.graph == expected.result.graph)
      }
    }
  }

  @Test("the order of documents and their division into files change nothing", arguments: 1...12)
  func order(seed: UInt64) async throws {
    let folder = TemporaryFolder()
    var generator = SeededGenerator(seed: seed)
    let records = SampleCorpus.records(seed: seed, count: 30)
    var options = RunOptions()
    options.window = Self.windows[Int(seed) % 4]
    try folder.write("whole.jsonl", Record.lines(records))
    let expected = try await folder.build(
      [folder.path + "/whole.jsonl"], to: "whole", options: options, formats: [.json, .csv])
    for run in 0..<3 {
      var rest = records.shuffled(using: &generator)[...]
      var inputs: [String] = []
      while !rest.isEmpty {
        let part = rest.prefix(Int.random(in: 1...30, using: &generator))
        rest = rest.dropFirst(part.count)
        inputs.append(
          try folder.write("in-\(run)/\(inputs.count).jsonl", Record.lines(part)))
      }
      options.threads = Int.random(in: 1...4, using: &generator)
      options.partBytes = [1, 500, 1 << 20].randomElement(using: &generator)!
      let found = try await folder.build(
        inputs, to: "split", options: options, formats: [.json, .csv])
      expectSame(found.files, expected.files, "seed \(seed), run \(run), \(options.window)")
      #expect(found.result.graph == expected.result.graph)
    }
  }

  @Test(
    "evidence is the document's text, and as many lines as windows are counted",
    arguments: 1...8, [false, true])
  func evidence(seed: UInt64, isShuffled: Bool) async throws {
    let folder = TemporaryFolder()
    var generator = SeededGenerator(seed: seed)
    let records = SampleCorpus.records(seed: seed, count: 40)
    try folder.write(
      "in.jsonl", Record.lines(isShuffled ? records.shuffled(using: &generator) : records))
    var options = RunOptions()
    options.window = Self.windows[Int(seed) % 4]
    options.threads = 2
    options.partBytes = 800
    let built = try await folder.build(
      [folder.path + "/in.jsonl"], to: "out", options: options, formats: [])
    let texts = Dictionary(uniqueKeysWithValues: records.map { (Array($0.id.utf8), $0.text) })
    func text(_ document: String, _ start: Int, _ end: Int) throws -> String {
      let scalars = Array(try #require(texts[Array(document.utf8)]).unicodeScalars)
      return String(String.UnicodeScalarView(scalars[start..<end]))
    }

    for line in try readLines(built.files["mentions.jsonl"], as: MentionLine.self) {
      #expect(try line.text == text(line.document, line.start, line.end))
    }

    let lines = try readLines(built.files["evidence.jsonl"], as: EvidenceLine.self)
    var numbers: [String: (count: Int, repeats: Int)] = [:]
    /// The windows of each tie seen so far, by their words.
    var seen: [String: Set<String>] = [:]
    for line in lines {
      let whole = try text(line.document, line.start, line.end)
      if whole.utf8.count <= 2000 {
        #expect(line.text == whole)
      } else {
        #expect(line.text.hasSuffix("…") && whole.hasPrefix(line.text.dropLast()))
        #expect((1998...2000).contains(line.text.utf8.count - 3))
      }
      let pair = "\(line.source) \(line.target)"
      // The window's folded words; with windows of tokens, the opener tells the same words apart,
      // and is the name that stands first.
      let words = whole.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
      let isNew = seen[pair, default: []].insert(words).inserted
      #expect(line.repeat == !isNew, "seed \(seed): \(pair): \(words.prefix(200))")
      numbers[pair, default: (0, 0)].count += line.repeat ? 0 : 1
      numbers[pair, default: (0, 0)].repeats += line.repeat ? 1 : 0
    }
    let documents = lines.map { Array($0.document.utf8) }
    #expect(
      zip(documents, documents.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })

    let graph = built.result.graph
    #expect(numbers.count == graph.ties.count)
    for tie in graph.ties {
      let pair = "\(graph.nodes[tie.source].id) \(graph.nodes[tie.target].id)"
      #expect(numbers[pair]?.count == tie.count, "seed \(seed): \(pair)")
      #expect(numbers[pair]?.repeats == tie.repeats, "seed \(seed): \(pair)")
      let first = lines.filter { "\($0.source) \($0.target)" == pair && !$0.repeat }.prefix(3)
      #expect(
        tie.evidence
          == first.map {
            Evidence(document: $0.document, start: $0.start, end: $0.end, text: $0.text)
          })
    }
  }

  @Test("the first document in the order of identifiers has the window that is no repeat")
  func firstIsNew() async throws {
    let folder = TemporaryFolder()
    try folder.write(
      "in.jsonl",
      Record.lines([
        Record(id: "c", text: "Anna Berg met Bo Crane."),
        Record(id: "a", text: "“Anna Berg” met Bo Crane!\n\nANNA BERG met Bo Crane."),
        Record(id: "b", text: "Rain fell."),
      ]))
    let built = try await folder.build([folder.path + "/in.jsonl"], to: "out", formats: [])
    let lines = try readLines(built.files["evidence.jsonl"], as: EvidenceLine.self)
    #expect(lines.map(\.document) == ["a", "a", "c"])
    #expect(lines.map(\.repeat) == [false, true, true])
    #expect(built.result.graph.ties.map(\.evidence).first?.map(\.document) == ["a"])
  }

  @Test("two documents of one identifier lose no lines", arguments: [false, true])
  func oneIdentifier(isOrdered: Bool) async throws {
    let folder = TemporaryFolder()
    let same = [
      Record(id: "same", text: "Anna Berg met Bo Crane."),
      Record(id: "same", text: "Anna Berg saw Bo Crane.\n\nAnna Berg met Bo Crane."),
    ]
    let others = [Record(id: "other", text: "Anna Berg left Freedonia.")]
    try folder.write("in.jsonl", Record.lines(isOrdered ? others + same : same + others))
    for partBytes in [1, 1 << 20] {
      var options = RunOptions()
      options.threads = 2
      options.partBytes = partBytes
      let built = try await folder.build(
        [folder.path + "/in.jsonl"], to: "out", options: options, formats: [])
      let evidence = try readLines(built.files["evidence.jsonl"], as: EvidenceLine.self)
      #expect(
        evidence.map(\.text) == [
          "Anna Berg left Freedonia.", "Anna Berg met Bo Crane.", "Anna Berg saw Bo Crane.",
          "Anna Berg met Bo Crane.",
        ])
      #expect(evidence.map(\.repeat) == [false, false, false, true])
      let mentions = try readLines(built.files["mentions.jsonl"], as: MentionLine.self)
      #expect(mentions.map(\.document) == ["other", "other"] + Array(repeating: "same", count: 6))
      #expect(built.result.graph.ties.map(\.count) == [1, 2])
      #expect(built.result.graph.ties.map(\.documents) == [1, 2])
    }
  }

  @Test("a run of no threads is a run of one")
  func noThreads() async throws {
    let folder = TemporaryFolder()
    folder.write("in/a.txt", "Anna Berg met Bo Crane.")
    var options = RunOptions()
    options.threads = 0
    let built = try await folder.build([folder.path + "/in"], to: "out", options: options)
    #expect(built.result.summary.documents == 1)
    #expect(built.result.graph.ties.count == 1)
  }

  @Test("inputs without a document write nothing, and leave earlier results as they were")
  func empty() async throws {
    let folder = TemporaryFolder()
    folder.write("in/a.txt", "")
    let job = BuildJob(inputs: [folder.path + "/in"], output: folder.path + "/new/out")
    let result = try await job.run(SampleCorpus.lexicon)
    #expect(result.summary.documents == 0)
    #expect(result.summary.skipped == 1)
    #expect(result.files == [])
    #expect(result.graph == EntityGraph(nodes: [], ties: []))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/new"))
    folder.write("out/graph.json", "old")
    let built = try await folder.build([folder.path + "/in"], to: "out")
    #expect(built.files == ["graph.json": Data("old".utf8)])
  }

  @Test("files of an earlier run that were not renewed are told")
  func leftovers() async throws {
    let folder = TemporaryFolder()
    folder.write("in/a.txt", "Anna Berg met Bo Crane.")
    folder.write("out/notes.txt", "mine")
    let first = try await folder.build([folder.path + "/in"], to: "out", formats: [.csv, .json])
    #expect(first.result.leftovers == [])
    let second = try await folder.build([folder.path + "/in"], to: "out", formats: [.graphml])
    #expect(second.result.leftovers == ["nodes.csv", "edges.csv", "graph.json"])
    #expect(second.files.keys.contains("graph.json"))
  }
}
