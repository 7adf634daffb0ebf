import Cooccurrence
import Dates

/// Counts apart for each slice of time, beside those of the whole.
struct SliceTable: Sendable {
  /// How long a slice is.
  let length: SliceLength

  private let evidencePerTie: Int

  /// The counts of the slices that hold a document.
  private(set) var counts: [TimeSlice: CooccurrenceCounts] = [:]

  /// Documents that are in no slice: without a date, or with one that reaches over several.
  private(set) var unplaced = 0

  init(_ length: SliceLength, evidencePerTie: Int) {
    self.length = length
    self.evidencePerTie = evidencePerTie
  }

  /// Adds the documents of a batch.
  ///
  /// - Throws: `TooManySlices` as soon as they are more than a build writes.
  mutating func add(_ batch: WindowBatch) throws(TooManySlices) {
    for document in batch.documents {
      guard let days = document.days, let slice = TimeSlice(length, holding: days) else {
        unplaced += 1
        continue
      }
      counts[slice, default: CooccurrenceCounts(evidencePerTie: evidencePerTie, merges: false)]
        .add(document, of: batch)
      guard counts.count <= BuildJob.largestNumberOfSlices else {
        throw TooManySlices(length: length)
      }
    }
  }
}

/// More slices than a build writes.
public struct TooManySlices: Error, CustomStringConvertible {
  /// How long a slice is.
  public var length: SliceLength

  public var description: String {
    "--by \(length.rawValue) gives more than \(BuildJob.largestNumberOfSlices) slices; "
      + "take longer ones, or fewer documents with --since and --until"
  }
}
