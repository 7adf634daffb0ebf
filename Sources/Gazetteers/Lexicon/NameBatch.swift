import TextFiles

/// Names of a plain list, read as far as that needs nothing of the names before them: the tokens of all
/// their spellings, and the identifiers of their entities.
///
/// So several parts of a list can be read at once, and what is left to do in order is to enter them.
struct NameBatch: ~Copyable, Sendable {
  /// A name of the list.
  struct Row {
    /// Where it stands in the text.
    var name: Range<Int>

    /// `IdentifierTable.hash` of its identifier.
    var hash: UInt32

    /// Where its identifier ends, which begins where that of the row before ends.
    var idEnd: Int

    /// Where its spellings end, which begin where those of the row before end.
    var spellingsEnd: Int
  }

  /// A way to write a name.
  struct Spelling {
    var use: Use

    /// Where its tokens end, which begin where those of the spelling before end.
    var tokensEnd: Int
  }

  /// What a spelling stands for.
  enum Use {
    case wholeName, familyName, givenName
  }

  /// What sort of thing all of them name.
  let kind: Kind

  private(set) var rows: [Row] = []
  private(set) var spellings: [Spelling] = []
  var reader = NameReader()
  private var ids = ByteBuffer()

  init(kind: Kind) { self.kind = kind }

  /// Forgets the names and keeps the room.
  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    spellings.removeAll(keepingCapacity: true)
    reader.removeAll()
    ids.clear()
  }

  /// Reads a name.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: Where the name stands, valid UTF-8.
  ///   - hasSigns: Whether it holds a sign that a spelling may leave out (`NameSpellings.hasSigns`).
  mutating func add(_ text: Span<UInt8>, _ name: Range<Int>, hasSigns: Bool) {
    let bytes = text.extracting(name)
    if hasSigns || kind == .organisation {
      NameSpellings.forEach(bytes, kind: kind) { read($0, 0..<$0.count, .wholeName) }
    } else {
      read(text, name, .wholeName)
    }
    let start = ids.count
    Slug.appendIdentifier(kind: kind.name, name: bytes, to: &ids)
    let hash = ids.withBytes { IdentifierTable.hash($0.extracting(start...)) }
    if kind == .person { readShortNames(bytes) }
    rows.append(
      Row(name: name, hash: hash, idEnd: ids.count, spellingsEnd: spellings.count))
  }

  private mutating func read(_ text: Span<UInt8>, _ name: Range<Int>, _ use: Use) {
    // As a row of a table that says nothing of capitals.
    _ = reader.read(text, name, .smart, isStrict: kind == .none && use == .wholeName)
    spellings.append(Spelling(use: use, tokensEnd: reader.tokens.count))
  }

  private mutating func readShortNames(_ name: Span<UInt8>) {
    let entity = GazetteerEntity(id: EntityID(""), kind: kind, name: NameLine.string(name))
    for (name, isGiven) in ShortNames.of(entity) {
      name.withUTF8Span { read($0, 0..<$0.count, isGiven ? .givenName : .familyName) }
    }
  }

  /// The bytes of all identifiers together.
  var idBytes: Int { ids.count }

  /// The indices of the spellings of some names.
  func spellings(of rows: Range<Int>) -> Range<Int> {
    let start = rows.lowerBound == 0 ? 0 : self.rows[rows.lowerBound - 1].spellingsEnd
    return start..<(rows.isEmpty ? start : self.rows[rows.upperBound - 1].spellingsEnd)
  }

  /// The indices of the tokens of some spellings.
  func tokens(of range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound == 0 ? 0 : spellings[range.lowerBound - 1].tokensEnd
    return start..<(range.isEmpty ? start : spellings[range.upperBound - 1].tokensEnd)
  }

  /// Lends an identifier for the duration of a call.
  func withID<Result>(of row: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = row == 0 ? 0 : rows[row - 1].idEnd
    return ids.withBytes { body($0.extracting(start..<rows[row].idEnd)) }
  }
}
