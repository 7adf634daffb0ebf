import EntityGraphs
import TextFiles

/// The measures of counted ties, and where their evidence stands, out of memory where ties are many.
///
/// A record has the four measures, the number of windows (64 bits each), and the places of the windows
/// among the texts.
final class CountedTieRecords: TieRecords, @unchecked Sendable {
  private static let head = 40

  private let pool: BytePool
  private let texts: EvidenceTexts

  /// - Parameters:
  ///   - pool: The records of all ties.
  ///   - texts: The texts that they speak of.
  init(_ pool: BytePool, _ texts: EvidenceTexts) {
    self.pool = pool
    self.texts = texts
  }

  /// Adds the record of a tie.
  ///
  /// - Returns: Its place.
  static func add(
    _ measures: Measures, _ list: EvidenceStore.List, of store: EvidenceStore,
    to pool: inout BytePool
  ) -> UInt64 {
    pool.add(head + 8 * Int(list.count)) { record in
      record.append(numbers: [
        measures.npmi.bitPattern, measures.jaccard.bitPattern, measures.llr.bitPattern,
        measures.noiseCorrected.bitPattern, UInt64(list.count),
      ])
      store.forEachPlace(of: list) { record.append(number: $0) }
    }
  }

  override func measures(at place: UInt64) -> Measures {
    withRecord(place) { record in
      func value(_ number: Int) -> Double {
        Double(bitPattern: record.number(at: 8 * number))
      }
      return Measures(
        npmi: value(0), jaccard: value(1), llr: value(2), noiseCorrected: value(3))
    }
  }

  override func evidenceCount(at place: UInt64) -> Int {
    withRecord(place) { Int($0.number(at: 32)) }
  }

  override func prefetchEvidence(at place: UInt64) {
    withRecord(place) { record in
      for number in 0..<Int(record.number(at: 32)) {
        texts.prefetch(record.number(at: Self.head + 8 * number))
      }
    }
  }

  override func forEachEvidence(
    at place: UInt64, limit: Int, _ body: (Span<UInt8>, Int, Int, Span<UInt8>) -> Void
  ) {
    withRecord(place) { record in
      for number in 0..<min(limit, Int(record.number(at: 32))) {
        texts.withWindow(record.number(at: Self.head + 8 * number)) { window, document, text in
          body(document, window.start, window.end, text)
        }
      }
    }
  }

  /// Lends the record of a tie.
  ///
  /// The unsafe code reads what a pool lends for as long as it lives: this object has it, and lives
  /// until the call ends.
  @inline(__always)
  private func withRecord<Result>(_ place: UInt64, _ body: (Span<UInt8>) -> Result) -> Result {
    guard let bytes = unsafe pool.settledPiece(of: place) else {
      return pool.withRecord(place, body)
    }
    defer { withExtendedLifetime(self) {} }
    return body(unsafe Span(_unsafeElements: bytes).extracting(BytePool.start(of: place)...))
  }
}
