import Cooccurrence
import Corpus
import Dates
import EntityGraphs
import Exporters
import Foundation
import TestSupport
import Testing

@testable import Relata

/// Documents chosen and cut by their dates.
@Suite struct SliceTests {
  static func day(_ text: String) throws -> CalendarDay {
    try #require(StatedDate(iso: text)).firstDay
  }

  @Test(
    "a document is kept if all days that it can be of are asked for",
    arguments: [
      ("2024-06-19", "kept"), ("2024-06-01", "kept"), ("2024-06-30", "kept"), ("2024-06", "kept"),
      ("2024-05-31", "outside"), ("2024-07-01", "outside"), ("2023", "outside"),
      ("2025", "outside"),
      ("2024", "undated"), (nil, "undated"),
    ] as [(String?, String)])
  func verdicts(date: String?, expected: String) throws {
    var filter = DateFilter()
    let days = date.flatMap { StatedDate(iso: $0) }?.days
    #expect(filter.verdict(days) == .kept)
    filter.since = try Self.day("2024-06-01")
    filter.until = try Self.day("2024-06-30")
    #expect("\(filter.verdict(days))" == expected)
    filter.keepsUndated = true
    #expect("\(filter.verdict(days))" == (expected == "undated" ? "kept" : expected))
  }

  /// Documents of half a year, some without a day.
  static func records(_ seed: UInt64) -> [Record] {
    var generator = SeededGenerator(seed: seed)
    return SampleCorpus.records(seed: seed, count: 40).map { record in
      var record = record
      let day = CalendarDay(number: 19_700 + Int32.random(in: 0..<180, using: &generator))
      record.date = ["\(day)", "\(day)", "\(day)T08:00:00Z", "2024", nil]
        .randomElement(using: &generator)!
      return record
    }
  }

  /// A graph without its numbers, as a build of the slice alone would give it.
  private func plain(_ graph: EntityGraph) -> EntityGraph {
    EntityGraph(nodes: graph.nodes, ties: graph.ties)
  }

  @Test("the graph of a slice is that of a build of its days alone", arguments: 1...6)
  func slices(seed: UInt64) async throws {
    let folder = TemporaryFolder()
    let input = try folder.write("a.jsonl", Record.lines(Self.records(seed)))
    let length = SliceLength.allCases[Int(seed) % 5]
    var options = RunOptions()
    options.slices = length
    let (whole, table, summary) = try await Pipeline(SampleCorpus.lexicon, options: options)
      .runSliced(
        InputFinder.find([input]), mentions: nil, evidence: nil, progress: { _ in })
    let slices = try #require(table)
    #expect(summary.unplaced + slices.counts.values.reduce(0) { $0 + $1.documents } == 40)
    let graph = whole.graph(SampleCorpus.lexicon)
    for (slice, counts) in slices.counts {
      var options = RunOptions()
      options.dates.since = slice.firstDay
      options.dates.until = slice.lastDay
      let (alone, _) = try await Pipeline(SampleCorpus.lexicon, options: options)
        .run(InputFinder.find([input]))
      let part = counts.graph(SampleCorpus.lexicon)
      #expect(part == alone.graph(SampleCorpus.lexicon), "\(slice)")
      // Everything in it is in the whole, and keeps its number.
      let numbered = part.numbered(as: graph)
      #expect(plain(numbered) == part)
      for index in numbered.ties.indices {
        let tie = graph.ties[numbered.number(ofTie: index)]
        #expect(graph.nodes[tie.source].id == numbered.nodes[numbered.ties[index].source].id)
        #expect(graph.nodes[tie.target].id == numbered.nodes[numbered.ties[index].target].id)
        #expect(tie.count >= numbered.ties[index].count)
      }
      #expect(
        numbered.days.map { DaySpan(first: slice.firstDay, last: slice.lastDay).contains($0) }
          != false)
    }
  }

  /// All files below a folder, by their paths.
  private func files(_ folder: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [] {
      result[name] = try? Data(contentsOf: URL(filePath: folder + "/" + name))
    }
    return result
  }

  @Test("any number of threads writes the same slices")
  func threads() async throws {
    let folder = TemporaryFolder()
    let input = try folder.write("a.jsonl", Record.lines(Self.records(9)))
    var found: [[String: Data]] = []
    for threads in [1, 2, 5] {
      var job = BuildJob(inputs: [input], output: folder.path + "/\(threads)")
      job.options.slices = .week
      job.options.threads = threads
      job.options.partBytes = 1000 / threads
      let result = try await job.run(SampleCorpus.lexicon)
      #expect(result.slices > 5)
      #expect(result.files.last == "by-week/slices.csv")
      found.append(try files(folder.path + "/\(threads)"))
    }
    #expect(found[0].count > 40)
    #expect(found[1] == found[0] && found[2] == found[0])
  }

  @Test("more slices than a build writes are an error, and nothing is written")
  func tooMany() async throws {
    let folder = TemporaryFolder()
    let records = (0...BuildJob.largestNumberOfSlices).map {
      Record(
        id: "\($0)", text: "Anna Berg met Bo Crane.", date: "\(CalendarDay(number: Int32($0 * 2)))")
    }
    let input = try folder.write("a.jsonl", Record.lines(records))
    var job = BuildJob(inputs: [input], output: folder.path + "/out")
    job.options.slices = .day
    let error = await #expect(throws: TooManySlices.self) {
      try await job.run(SampleCorpus.lexicon)
    }
    #expect(
      error?.description
        == "--by day gives more than 1000 slices; take longer ones, or fewer documents with --since and --until"
    )
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/graph.json"))
  }

  @Test("dates that could not be read are told once for each sort, with the first and how many")
  func unread() async throws {
    let folder = TemporaryFolder()
    let dates = ["2023-02-30", "03/04/2024", "n/a", "2024-06-19", "05/04/2024", "2024-13-01", ""]
    let records = dates.enumerated().map { Record(id: "\($0)", text: "Anna Berg.", date: $1) }
    let input = try folder.write("a.jsonl", Record.lines(records))
    let expected = [
      "\(input):1: the date \"2023-02-30\" is in no calendar; 2 documents have such dates",
      "\(input):2: the date \"03/04/2024\" can be of two days; say --date-order dmy or --date-order mdy; 2 documents have such dates",
      "\(input):3: the date \"n/a\" cannot be read; write it as 2024-06-19, or name another field with --date-field",
    ]
    for partBytes in [1, 1 << 20] {
      var options = RunOptions()
      options.partBytes = partBytes
      let (_, summary) = try await Pipeline(SampleCorpus.lexicon, options: options)
        .run(InputFinder.find([input]))
      #expect(summary.problems.map(\.description) == expected)
      #expect(summary.dating.dated == 1)
      #expect(summary.skipped == 0)
    }
  }
}
