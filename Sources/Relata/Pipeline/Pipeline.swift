import Cooccurrence
import Corpus
import Gazetteers
import Recognition
import TextFiles

/// Reads inputs, tags every document and counts who is with whom.
///
/// The inputs are cut into parts, which several tasks work through at once. What they find is taken
/// in the order of the parts, whatever the order in which they end, so that any number of threads
/// gives the same bytes. No more parts are in memory than a few for each thread.
public struct Pipeline: Sendable {
  private let lexicon: Lexicon
  private let options: RunOptions

  /// - Parameters:
  ///   - lexicon: The names to look for.
  ///   - options: How documents are read, tagged and counted.
  public init(_ lexicon: Lexicon, options: RunOptions = RunOptions()) {
    self.lexicon = lexicon
    self.options = options
  }

  /// Runs over inputs.
  ///
  /// - Parameters:
  ///   - list: What `InputFinder` found.
  ///   - mentions: Receives the lines of `mentions.jsonl`, if any are wanted.
  ///   - evidence: Receives the lines of `evidence.jsonl`, if any are wanted.
  ///   - progress: Called now and then from the calling task.
  /// - Returns: The counts, and what the run met.
  /// - Throws: `FileError` where an output cannot be written. Documents that cannot be read are in the
  ///   summary.
  public func run(
    _ list: InputList, mentions: MentionSink? = nil, evidence: EvidenceSink? = nil,
    progress: (RunProgress) -> Void = { _ in }
  ) async throws -> (counts: CooccurrenceCounts, summary: RunSummary) {
    let (counts, _, summary) = try await runSliced(
      list, mentions: mentions, evidence: evidence, progress: progress)
    return (counts, summary)
  }

  /// Runs over inputs, and counts slices of time apart where the options ask for them.
  func runSliced(
    _ list: InputList, mentions: MentionSink?, evidence: EvidenceSink?,
    progress: (RunProgress) -> Void
  ) async throws -> (counts: CooccurrenceCounts, slices: SliceTable?, summary: RunSummary) {
    let parts = list.files.flatMap { $0.parts(maxBytes: options.partBytes) }
    var collector = Collector(
      counts: CooccurrenceCounts(evidencePerTie: options.evidencePerTie), mentions: mentions,
      evidence: evidence)
    collector.slices = options.slices.map {
      SliceTable($0, evidencePerTie: options.evidencePerTie)
    }
    collector.summary.problems = list.problems
    collector.summary.unknownFiles = list.unknownFiles
    let total = list.files.reduce(0) { $0 + $1.size }
    let writes = (mentions: mentions != nil, evidence: evidence != nil)
    let threads = max(1, options.threads)

    try await withThrowingTaskGroup(of: (Int, PartResult).self) { group in
      var (next, taken) = (0, 0)
      var waiting: [Int: PartResult] = [:]
      func start() {
        let number = next
        let part = parts[number]
        next += 1
        group.addTask { [lexicon, options] in
          try Task.checkCancellation()
          return (number, Self.work(part, lexicon, options, writes))
        }
      }
      while next < min(parts.count, threads) { start() }
      while let (number, result) = try await group.next() {
        waiting[number] = result
        while let ready = waiting.removeValue(forKey: taken) {
          try collector.take(ready.work)
          taken += 1
          progress(
            RunProgress(
              bytes: collector.summary.bytes, totalBytes: total,
              documents: collector.summary.documents))
        }
        // A slow part holds the others back, so that what waits for it stays bounded.
        while next < parts.count, next - taken < threads * 3,
          next - taken - waiting.count < threads
        {
          start()
        }
      }
    }
    try collector.finish()
    if let problem = collector.ids.problem { collector.summary.problems.append(problem) }
    collector.summary.problems += collector.summary.dating.problems
    collector.summary.unplaced = collector.slices?.unplaced ?? 0
    return (collector.counts, collector.slices, collector.summary)
  }

  private static func work(
    _ part: InputPart, _ lexicon: Lexicon, _ options: RunOptions,
    _ writes: (mentions: Bool, evidence: Bool)
  ) -> PartResult {
    var result = PartWork(path: part.file.shownPath)
    var worker = DocumentWorker(
      lexicon, options, writesMentions: writes.mentions, writesEvidence: writes.evidence)
    do {
      try part.read(options: options.input) { document in
        worker.work(document, into: &result)
      } problem: {
        result.problems.append($0)
      }
    } catch {
      result.problems.append(
        InputProblem(path: part.file.path, reason: "\(error)", severity: .skipped))
    }
    result.tally = worker.tally
    return PartResult(result)
  }
}

/// Takes what became of documents, in order.
private struct Collector {
  var counts: CooccurrenceCounts
  var slices: SliceTable?
  var summary = RunSummary()
  var ids = RepeatedIDs()
  let mentions: MentionSink?
  let evidence: EvidenceSink?

  init(counts: CooccurrenceCounts, mentions: MentionSink?, evidence: EvidenceSink?) {
    self.counts = counts
    self.mentions = mentions
    self.evidence = evidence
  }

  mutating func take(_ part: borrowing PartWork) throws {
    summary.problems += part.problems
    summary.tally.add(part.tally)
    summary.dating.add(part.dating)
    summary.documents += part.windows.documents.count
    for (document, line) in zip(part.windows.documents, part.lines) {
      ids.take(document.id, path: part.path, line: line)
    }
    summary.bytes += part.bytes
    summary.mentions += part.mentionCount
    let repeats = counts.add(part.windows)
    try slices?.add(part.windows)
    try mentions?.take(part)
    try evidence?.take(part, repeats: repeats)
  }

  func finish() throws {
    try mentions?.finish()
    try evidence?.finish()
  }
}
