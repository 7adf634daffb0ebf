import Cooccurrence
import Corpus
import Gazetteers
import Recognition
import TextFiles
import Workspaces

/// Reads inputs, tags every document and counts who is with whom.
///
/// The inputs are cut into parts, which several tasks work through at once. What they find is taken
/// in the order of the parts, whatever the order in which they end, so that any number of threads
/// gives the same bytes. No more parts are in memory than a few for each thread.
public struct Pipeline: Sendable {
  let lexicon: Lexicon
  let options: RunOptions

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
  ///   - workspace: Keeps the documents, and gives those of earlier builds to be counted with them.
  ///   - prune: Whether documents of earlier builds that are not among the inputs leave the workspace.
  ///   - overflow: Where texts that ties show go when they are many; nil keeps all in memory.
  ///   - progress: Called now and then from the calling task.
  /// - Returns: The counts, and what the run met.
  /// - Throws: `FileError` or `WorkspaceError` where an output, or what overflows, cannot be written.
  ///   Documents that cannot be read are in the summary.
  public func run(
    _ list: InputList, mentions: MentionSink? = nil, evidence: EvidenceSink? = nil,
    workspace: WorkspaceBuild? = nil, prune: Bool = false, overflow: BytePool.Overflow? = nil,
    progress: (RunProgress) -> Void = { _ in }
  ) async throws -> (counts: CooccurrenceCounts, summary: RunSummary) {
    let (counts, _, summary) = try await runSliced(
      list, mentions: mentions, evidence: evidence, workspace: workspace, prune: prune,
      overflow: overflow, progress: progress)
    return (counts, summary)
  }

  /// Runs over inputs, and counts slices of time apart where the options ask for them.
  func runSliced(
    _ list: InputList, mentions: MentionSink?, evidence: EvidenceSink?,
    workspace: WorkspaceBuild? = nil, prune: Bool = false, overflow: BytePool.Overflow? = nil,
    progress: (RunProgress) -> Void
  ) async throws -> (counts: CooccurrenceCounts, slices: SliceTable?, summary: RunSummary) {
    let parts = list.files.flatMap { $0.parts(maxBytes: options.partBytes) }
    var collector = RunCollector(
      counts: CooccurrenceCounts(
        evidencePerTie: options.evidencePerTie, overflow: overflow, merges: false),
      mentions: mentions, evidence: evidence, workspace: workspace, overflow: overflow)
    collector.slices = options.slices.map {
      SliceTable($0, evidencePerTie: options.evidencePerTie)
    }
    collector.summary.problems = list.problems
    collector.summary.unknownFiles = list.unknownFiles
    let total = list.files.reduce(0) { $0 + $1.size }
    // Documents of earlier builds come in between those that are read now, in the order of their
    // identifiers; all are counted then when all are stored.
    let countsLater = workspace.map { !$0.isFresh } ?? false
    let wanted = WorkPurpose(
      counts: true, mentions: mentions != nil, evidence: evidence != nil)
    var purpose = wanted
    purpose.counts = !countsLater
    purpose.stores = workspace != nil
    if let workspace { purpose.unchanged = workspace.unchanged }
    let threads = max(1, options.threads)
    let spare = SpareIdentityTexts(lexicon)

    try await withThrowingTaskGroup(of: (Int, PartResult).self) { group in
      var (next, taken) = (0, 0)
      var waiting: [Int: PartResult] = [:]
      func start() {
        let number = next
        let part = parts[number]
        next += 1
        group.addTask { [lexicon, options, purpose] in
          try Task.checkCancellation()
          return (number, Self.work(part, lexicon, options, purpose, spare))
        }
      }
      // A slow part holds the others back, so that what waits for it stays bounded.
      func startMore() {
        while next < parts.count, next - taken < threads * 3,
          next - taken - waiting.count < threads
        {
          start()
        }
      }
      startMore()
      while let (number, result) = try await group.next() {
        waiting[number] = result
        // With several threads none of them waits for what is taken here.
        if threads > 1 { startMore() }
        while let ready = waiting.removeValue(forKey: taken) {
          try collector.take(ready.work)
          taken += 1
          progress(
            RunProgress(
              bytes: collector.summary.bytes, totalBytes: total,
              documents: collector.summary.documents))
        }
        startMore()
      }
    }
    if let workspace {
      try readAgain(workspace, prune: prune, into: &collector.summary)
      if countsLater, collector.summary.documents > 0 {
        try await replay(workspace, wanted, into: &collector, progress: progress)
      }
    }
    try collector.finish()
    if let problem = collector.ids.problem { collector.summary.problems.append(problem) }
    collector.summary.problems += collector.summary.dating.problems
    collector.summary.unplaced = collector.slices?.unplaced ?? 0
    return (collector.counts, collector.slices, collector.summary)
  }

  private static func work(
    _ part: InputPart, _ lexicon: Lexicon, _ options: RunOptions, _ purpose: WorkPurpose,
    _ spare: SpareIdentityTexts
  ) -> PartResult {
    var result = PartWork(path: part.file.shownPath)
    result.reserve(part.range?.count ?? min(part.file.size, options.partBytes), purpose)
    var worker = DocumentWorker(lexicon, options, purpose, spare.take())
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
    spare.giveBack(worker.finish())
    return PartResult(result)
  }
}
