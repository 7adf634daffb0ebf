import TextFiles

/// Names of a plain list, read as far as that needs nothing of the names before them: their tokens,
/// and the identifiers of their entities.
///
/// So several parts of a list can be read at once, and what is left to do in order is to enter them.
struct NameBatch: ~Copyable, Sendable {
  /// A name.
  struct Row {
    /// Where it stands in the text.
    var name: Range<Int>

    /// Where its tokens end, which begin where those of the row before end.
    var tokensEnd: Int

    /// The same of its identifier.
    var idEnd: Int

    /// `IdentifierTable.hash` of its identifier.
    var hash: UInt32

    /// Whether it has no other spelling, and so all its tokens are known.
    var isPlain: Bool
  }

  /// What sort of thing all of them name.
  let kind: Kind

  private(set) var rows: [Row] = []
  var reader = NameReader()
  private var ids = ByteBuffer()

  init(kind: Kind) { self.kind = kind }

  /// Forgets the names and keeps the room.
  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    reader.removeAll()
    ids.clear()
  }

  /// Reads a name.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: Where the name stands, valid UTF-8.
  ///   - hasSigns: Whether it holds a sign that a spelling may leave out (`NameSpellings`).
  mutating func add(_ text: Span<UInt8>, _ name: Range<Int>, hasSigns: Bool) {
    let bytes = text.extracting(name)
    let isPlain = !hasSigns && kind != .organisation && kind != .person
    if isPlain { _ = reader.read(bytes, isStrict: kind == .none) }
    let start = ids.count
    Slug.appendIdentifier(kind: kind.name, name: bytes, to: &ids)
    let hash = ids.withBytes { IdentifierTable.hash($0.extracting(start...)) }
    rows.append(
      Row(
        name: name, tokensEnd: reader.tokens.count, idEnd: ids.count, hash: hash, isPlain: isPlain))
  }

  /// Goes through the names, some at a time.
  ///
  /// - Parameters:
  ///   - count: The largest number of names at a time.
  ///   - body: Receives the indices of rows, and the batch.
  mutating func forEachRun(of count: Int, _ body: (Range<Int>, inout NameBatch) -> Void) {
    for start in stride(from: 0, to: rows.count, by: count) {
      body(start..<min(start + count, rows.count), &self)
    }
  }

  /// The indices of the tokens of some names.
  func tokens(of range: Range<Int>) -> Range<Int> {
    (range.lowerBound == 0 ? 0 : rows[range.lowerBound - 1].tokensEnd)..<rows[range.upperBound - 1]
      .tokensEnd
  }

  /// Lends an identifier and its hash for the duration of a call.
  func withID<Result>(of row: Int, _ body: (Span<UInt8>, UInt32) -> Result) -> Result {
    let start = row == 0 ? 0 : rows[row - 1].idEnd
    return ids.withBytes { body($0.extracting(start..<rows[row].idEnd), rows[row].hash) }
  }

  /// The entity of a name.
  func entity(_ row: Int, of text: Span<UInt8>) -> GazetteerEntity {
    guard let name = try? UTF8Span(validating: text.extracting(rows[row].name)) else {
      preconditionFailure("a name is valid UTF-8")
    }
    return withID(of: row) { id, _ in
      guard let id = try? UTF8Span(validating: id) else {
        preconditionFailure("an identifier is made of valid UTF-8")
      }
      return GazetteerEntity(
        id: EntityID(String(copying: id)), kind: kind, name: String(copying: name))
    }
  }
}
