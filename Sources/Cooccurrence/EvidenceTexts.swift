import TextFiles

/// The windows that are evidence as records in a pool, out of memory where they are many.
///
/// A window's record has five numbers of 64 bits (the place of its document's identifier, start, end,
/// key, length of the text) and the text; that of an identifier has its length and its bytes.
struct EvidenceTexts: Sendable {
  /// Where a record of a window stands.
  typealias Place = UInt64

  /// A document whose windows are offered; its identifier is kept once, when the first of them is.
  struct Document: Sendable {
    /// The identifier as UTF-8.
    let id: [UInt8]
    fileprivate var place: Place?
    /// Which pool the place is in: the number of those before it.
    fileprivate var generation = 0

    init(id: [UInt8]) { self.id = id }
  }

  private static let head = 40

  private var pool: BytePool
  private let overflow: BytePool.Overflow?
  private var generation = 0

  init(overflow: BytePool.Overflow?) {
    self.overflow = overflow
    pool = BytePool(overflow: overflow)
  }

  /// Why the disk took no more, if so.
  var failure: FileError? { pool.failure }

  /// Adds a window.
  mutating func add(
    _ window: EvidenceStore.Candidate, of document: inout Document, _ text: Span<UInt8>
  ) -> Place {
    let id: Place
    if let known = document.place, document.generation == generation {
      id = known
    } else {
      id = add(id: document.id.span)
      document.place = id
      document.generation = generation
    }
    return pool.add(Self.head + text.count) { record in
      record.append(number: id)
      record.append(number: UInt64(window.start))
      record.append(number: UInt64(window.end))
      record.append(number: window.key)
      record.append(number: UInt64(text.count))
      record.append(copying: text)
    }
  }

  private mutating func add(id: Span<UInt8>) -> Place {
    pool.add(8 + id.count) { record in
      record.append(number: UInt64(id.count))
      record.append(copying: id)
    }
  }

  /// A window as it was offered.
  func window(_ place: Place) -> EvidenceStore.Candidate {
    pool.withRecord(place) {
      EvidenceStore.Candidate(
        start: Int($0.number(at: 8)), end: Int($0.number(at: 16)), key: $0.number(at: 24))
    }
  }

  /// Where the identifier of a window's document stands.
  func idPlace(_ place: Place) -> Place { pool.withRecord(place) { $0.number(at: 0) } }

  /// The length of a window's text in bytes.
  func textCount(_ place: Place) -> Int {
    pool.withRecord(place) { Int($0.number(at: 32)) }
  }

  /// Lends the text of a window.
  func withText<Result>(_ place: Place, _ body: (Span<UInt8>) -> Result) -> Result {
    pool.withRecord(place) { record in
      let count = Int(record.number(at: 32))
      return body(record.extracting(Self.head..<Self.head + count))
    }
  }

  /// Lends the identifier of a window's document.
  func withID<Result>(_ place: Place, _ body: (Span<UInt8>) -> Result) -> Result {
    pool.withRecord(idPlace(place)) { record in
      let count = Int(record.number(at: 0))
      return body(record.extracting(8..<8 + count))
    }
  }

  /// Moves windows that stay into a new pool.
  struct Move {
    private let old: EvidenceTexts
    private(set) var kept: EvidenceTexts
    private var documents: [Place: Document] = [:]

    init(from old: EvidenceTexts) {
      self.old = old
      kept = EvidenceTexts(overflow: old.overflow)
      kept.generation = old.generation + 1
    }

    /// The new place of a window.
    mutating func move(_ place: Place) -> Place {
      let id = old.idPlace(place)
      var document = documents[id] ?? Document(id: old.withID(place) { Array(copying: $0) })
      let new = old.withText(place) { kept.add(old.window(place), of: &document, $0) }
      documents[id] = document
      return new
    }
  }
}
