import TextFiles

/// The windows that are evidence as records in a pool, out of memory where they are many.
///
/// A record has the window's start, end and key, the lengths of the document's identifier and of the
/// text (64 bits each), the identifier and the text.
struct EvidenceTexts: Sendable {
  /// Where the record of a window stands.
  typealias Place = UInt64

  private static let head = 40

  private var pool: BytePool

  init(overflow: BytePool.Overflow?) {
    pool = BytePool(overflow: overflow)
  }

  private init(_ pool: BytePool) { self.pool = pool }

  /// No windows, to be put aside in the same folder.
  func emptied() -> EvidenceTexts { EvidenceTexts(pool.emptied()) }

  /// Why the disk took no more, if so.
  var failure: FileError? { pool.failure }

  /// Adds a window.
  mutating func add(
    _ window: EvidenceStore.Candidate, of document: Span<UInt8>, _ text: Span<UInt8>
  ) -> Place {
    pool.add(Self.head + document.count + text.count) { record in
      record.append(numbers: [
        UInt64(window.start), UInt64(window.end), window.key, UInt64(document.count),
        UInt64(text.count),
      ])
      record.append(copying: document)
      record.append(copying: text)
    }
  }

  /// The key of a window.
  func key(_ place: Place) -> UInt64 { pool.withRecord(place) { $0.number(at: 16) } }

  /// The length of a window's text in bytes.
  func textCount(_ place: Place) -> Int { pool.withRecord(place) { Int($0.number(at: 32)) } }

  /// Asks for the memory of a window that is read soon.
  @inline(__always)
  func prefetch(_ place: Place) { pool.withRecord(place) { $0.prefetch(first: 320) } }

  /// Lends a window for the duration of a call: what it was offered as, the identifier of its document
  /// and its text.
  @inline(__always)
  func withWindow<Result>(
    _ place: Place, _ body: (EvidenceStore.Candidate, Span<UInt8>, Span<UInt8>) -> Result
  ) -> Result {
    pool.withRecord(place) { record in
      let window = EvidenceStore.Candidate(
        start: Int(record.number(at: 0)), end: Int(record.number(at: 8)), key: record.number(at: 16)
      )
      let text = Self.head + Int(record.number(at: 24))
      let end = text + Int(record.number(at: 32))
      return body(
        window, record.extracting(Self.head..<text), record.extracting(text..<end))
    }
  }
}
