import Cooccurrence
import TextFiles
import Workspaces

/// Takes what became of documents, in order.
struct RunCollector {
  var counts: CooccurrenceCounts
  var slices: SliceTable?
  var summary = RunSummary()
  var ids: RepeatedIDs
  private let mentions: MentionSink?
  private let evidence: EvidenceSink?
  private let workspace: WorkspaceBuild?

  init(
    counts: CooccurrenceCounts, mentions: MentionSink?, evidence: EvidenceSink?,
    workspace: WorkspaceBuild?, overflow: BytePool.Overflow?
  ) {
    self.counts = counts
    ids = RepeatedIDs(overflow: overflow)
    self.mentions = mentions
    self.evidence = evidence
    self.workspace = workspace
  }

  /// Takes a part of the inputs.
  ///
  /// - Throws: `FileError` or `WorkspaceError` where an output cannot be written.
  mutating func take(_ part: borrowing PartWork) throws {
    summary.problems += part.problems
    summary.tally.add(part.tally)
    summary.dating.add(part.dating)
    summary.documents += part.taken.count
    for document in part.taken {
      ids.take(document.id, path: part.path, line: document.line?.number)
    }
    if let failure = ids.failure { throw failure }
    summary.bytes += part.bytes
    for record in part.records {
      switch record {
      case .unchanged(let id): try workspace?.keep(id)
      case .read(let document, let hash): try workspace?.store(document, hash: hash)
      }
    }
    try count(part)
  }

  /// Counts the windows of a part and writes its lines.
  mutating func count(_ part: borrowing PartWork) throws {
    summary.mentions += part.mentionCount
    let repeats = counts.add(part.windows)
    if let failure = counts.failure { throw failure }
    try slices?.add(part.windows)
    try mentions?.take(part)
    try evidence?.take(part, repeats: repeats)
  }

  func finish() throws {
    try mentions?.finish()
    try evidence?.finish()
  }
}
