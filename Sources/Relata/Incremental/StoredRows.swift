import Cooccurrence
import Dates
import TextFiles
import Workspaces

/// What follows from stored documents, one after another in the order of their identifiers: how often each
/// mentions an entity, and the evidence.
struct StoredRows {
  private let dates: DateFilter
  private var seen = KeySet()

  /// - Parameter dates: Which documents are counted as evidence.
  init(dates: DateFilter) { self.dates = dates }

  /// Gives the rows of a document.
  mutating func append(_ document: WorkspaceBuild.WindowedDocument, to rows: ResultRows) throws {
    var batch = WindowBatch()
    _ = batch.append(stored: document.windows, id: "", source: nil, length: .max)
    for count in batch.mentions {
      try rows.append(mentions: count.count, of: Int(count.entity.raw))
    }
    guard batch.windows.contains(where: { $0.entities.count > 1 }),
      dates.verdict(document.date.flatMap { StatedDate(iso: $0) }?.days) == .kept
    else { return }
    let text = document.text()
    var offsets = ScalarOffsets()
    for window in batch.windows where window.entities.count > 1 {
      let isRepeat = !seen.insert(window.key)
      let start = offsets.scalars(before: min(window.start, text.count), in: text.span)
      let end = offsets.scalars(before: min(window.end, text.count), in: text.span)
      try batch.forEachPair(of: window) { first, second in
        try rows.append(
          WorkspaceBuild.EvidenceRow(
            source: Int(first.raw), target: Int(second.raw), start: start, end: end,
            wording: window.key, isRepeat: isRepeat))
      }
    }
  }
}
