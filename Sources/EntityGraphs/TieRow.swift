import Dates

/// What is known of a tie but for its measures and evidence, in 48 bytes: numbers have 32 bits, a larger
/// one counting as the largest.
public struct TieRow: Sendable, BitwiseCopyable {
  var source, target: UInt32
  var count, repeats, documents, sources: UInt32
  var days: DayBounds
  var weight: Double
  /// Where measures and evidence stand in the records that belong to it.
  package var place: UInt64

  /// - Parameters:
  ///   - source: Index of the node with the smaller identifier.
  ///   - target: Index of the other.
  ///   - place: Where measures and evidence stand in the records that belong to it.
  public init(
    source: Int, target: Int, count: Int, repeats: Int, documents: Int, sources: Int,
    days: DaySpan?, weight: Double, place: UInt64
  ) {
    (self.source, self.target) = (UInt32(source), UInt32(target))
    self.count = UInt32(clamping: count)
    self.repeats = UInt32(clamping: repeats)
    self.documents = UInt32(clamping: documents)
    self.sources = UInt32(clamping: sources)
    self.days = DayBounds(days)
    self.weight = weight
    self.place = place
  }

  /// Whether two rows are the same wherever their records stand.
  func saysSame(as other: TieRow) -> Bool {
    (source, target, count, repeats, documents, sources)
      == (other.source, other.target, other.count, other.repeats, other.documents, other.sources)
      && days == other.days && weight == other.weight
  }
}
