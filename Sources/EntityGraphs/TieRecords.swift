import TextFiles

/// Where ties have their measures and evidence from.
///
/// A class to inherit from rather than a protocol: a tie then takes 8 bytes for it and not 16. What
/// inherits from it must not change while ties use it, which several threads do at once.
open class TieRecords: @unchecked Sendable {
  public init() {}

  /// The measures of the tie whose record stands at a place.
  open func measures(at place: UInt64) -> Measures { Measures() }

  /// How many windows the tie shows.
  open func evidenceCount(at place: UInt64) -> Int { 0 }

  /// Asks for the memory of the windows of a tie that are read soon.
  open func prefetchEvidence(at place: UInt64) {}

  /// Lends the first windows of a tie, as `Tie.forEachEvidence` says.
  open func forEachEvidence(
    at place: UInt64, limit: Int, _ body: (Span<UInt8>, Int, Int, Span<UInt8>) -> Void
  ) {}
}

/// Measures and evidence of one tie, stated by whoever made it.
final class StatedTieRecords: TieRecords, @unchecked Sendable {
  private let measures: Measures
  private let evidence: [Evidence]

  init(_ measures: Measures, _ evidence: [Evidence]) {
    self.measures = measures
    self.evidence = evidence
  }

  override func measures(at place: UInt64) -> Measures { measures }

  override func evidenceCount(at place: UInt64) -> Int { evidence.count }

  override func forEachEvidence(
    at place: UInt64, limit: Int, _ body: (Span<UInt8>, Int, Int, Span<UInt8>) -> Void
  ) {
    for window in evidence.prefix(limit) {
      window.document.withUTF8Span { document in
        window.text.withUTF8Span { body(document, window.start, window.end, $0) }
      }
    }
  }
}
