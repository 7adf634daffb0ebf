import Cooccurrence
import Dates
import TextFiles
import Workspaces

/// The evidence of stored documents, one after another in the order of their identifiers.
struct StoredEvidence {
  private let dates: DateFilter
  private var seen = KeySet()

  /// - Parameter dates: Which documents are counted.
  init(dates: DateFilter) { self.dates = dates }

  /// Calls a closure with each tie of each window.
  ///
  /// - Parameters:
  ///   - windows: The stored windows of a document.
  ///   - date: Its date.
  ///   - text: Gives its text.
  mutating func rows(
    _ windows: [UInt8], _ date: String?, _ text: () -> [UInt8],
    _ body: (WorkspaceBuild.EvidenceRow) throws -> Void
  ) throws {
    guard dates.verdict(date.flatMap { StatedDate(iso: $0) }?.days) == .kept else { return }
    var batch = WindowBatch()
    _ = batch.append(stored: windows, id: "", source: nil, length: .max)
    guard batch.windows.contains(where: { $0.entities.count > 1 }) else {
      return
    }
    let text = text()
    var offsets = ScalarOffsets()
    for window in batch.windows where window.entities.count > 1 {
      let isRepeat = !seen.insert(window.key)
      let start = offsets.scalars(before: min(window.start, text.count), in: text.span)
      let end = offsets.scalars(before: min(window.end, text.count), in: text.span)
      try batch.forEachPair(of: window) { first, second in
        try body(
          WorkspaceBuild.EvidenceRow(
            source: Int(first.raw), target: Int(second.raw), start: start, end: end,
            wording: window.key, isRepeat: isRepeat))
      }
    }
  }
}
