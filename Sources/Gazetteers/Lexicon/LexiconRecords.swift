import TextFiles

/// An entity as a lexicon keeps it: what outputs show of it.
public struct LexiconEntity: Sendable, Equatable {
  public var id: EntityID
  public var kind: Kind

  /// The preferred name.
  public var name: String

  /// The columns of the gazetteer that are none of the fixed ones, in the order of the file.
  public var attributes: [EntityAttribute]

  /// The value of a column that is an attribute, or `nil`.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}

/// Writes the records of entities: kind, name, and what cannot be worked out of these.
///
/// A record is a number that gives the kind and what follows, then texts, each behind its length.
/// Numbers take seven bits a byte, the lowest first (LEB128). An identifier is left out where it is
/// the kind and the slug of the name, as in a plain list.
struct EntityRecordWriter {
  static let hasID: UInt64 = 1
  static let hasAttributes: UInt64 = 2

  /// Appends the record of an entity.
  ///
  /// - Parameters:
  ///   - entity: The entity.
  ///   - kind: The number of its kind.
  ///   - hasID: Whether its identifier is other than `Slug.identifier` makes it.
  ///   - bytes: Where to append.
  static func append(
    _ entity: LexiconEntity, kind: Int, hasID: Bool, to bytes: inout ByteBuffer
  ) {
    let flags =
      (hasID ? Self.hasID : 0) | (entity.attributes.isEmpty ? 0 : Self.hasAttributes)
    append(UInt64(kind) << 2 | flags, to: &bytes)
    append(entity.name, to: &bytes)
    if hasID { append(entity.id.text, to: &bytes) }
    if entity.attributes.isEmpty { return }
    append(UInt64(entity.attributes.count), to: &bytes)
    for attribute in entity.attributes {
      append(attribute.name, to: &bytes)
      append(attribute.value, to: &bytes)
    }
  }

  /// Appends the record of an entity of which there is nothing but a name, which gives its identifier.
  static func append(name: Span<UInt8>, kind: Int, to bytes: inout ByteBuffer) {
    append(UInt64(kind) << 2, to: &bytes)
    append(name, to: &bytes)
  }

  static func append(_ value: UInt64, to bytes: inout ByteBuffer) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  static func append(_ text: String, to bytes: inout ByteBuffer) {
    text.withUTF8Span { append($0, to: &bytes) }
  }

  static func append(_ text: Span<UInt8>, to bytes: inout ByteBuffer) {
    append(UInt64(text.count), to: &bytes)
    bytes.append(text)
  }
}

/// Reads the records of entities.
struct LexiconRecords: Sendable {
  private let image: LexiconImage
  private let starts: FlatArray<UInt32>
  private let bytes: FlatArray<UInt8>
  private let kinds: [Kind]

  init(_ image: LexiconImage) {
    self.image = image
    starts = image.section(.entityStarts)
    bytes = image.section(.entityBytes)
    var reader = RecordReader(image.section(.kinds), 0)
    var (left, kinds): (UInt64, [Kind]) = (reader.number(), [])
    while left > 0, !reader.isAtEnd {
      kinds.append(Kind(reader.text()))
      left -= 1
    }
    self.kinds = kinds
  }

  /// Identifier and kind alone, for what is written of every mention and tie.
  func identity(_ index: EntityIndex) -> (id: EntityID, kind: Kind) {
    var reader = RecordReader(bytes, Int(starts[Int(index.raw)]))
    let head = reader.number()
    let kind = kind(head)
    if head & EntityRecordWriter.hasID == 0 {
      return (EntityID(Slug.identifier(kind: kind.name, name: reader.text())), kind)
    }
    reader.skipText()
    return (EntityID(reader.text()), kind)
  }

  private func kind(_ head: UInt64) -> Kind {
    let index = Int(truncatingIfNeeded: head >> 2)
    return index < kinds.count ? kinds[index] : Kind("")
  }

  func entity(_ index: EntityIndex) -> LexiconEntity {
    var reader = RecordReader(bytes, Int(starts[Int(index.raw)]))
    let head = reader.number()
    let kind = kind(head)
    let name = reader.text()
    let id =
      head & EntityRecordWriter.hasID == 0
      ? Slug.identifier(kind: kind.name, name: name) : reader.text()
    var attributes: [EntityAttribute] = []
    if head & EntityRecordWriter.hasAttributes != 0 {
      var left = reader.number()
      while left > 0, !reader.isAtEnd {
        attributes.append(EntityAttribute(name: reader.text(), value: reader.text()))
        left -= 1
      }
    }
    return LexiconEntity(id: EntityID(id), kind: kind, name: name, attributes: attributes)
  }
}

/// Steps through a record.
struct RecordReader {
  private let bytes: FlatArray<UInt8>
  private var place: Int

  init(_ bytes: FlatArray<UInt8>, _ place: Int) {
    self.bytes = bytes
    self.place = place
  }

  var isAtEnd: Bool { place >= bytes.count }

  mutating func number() -> UInt64 {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }

  mutating func skipText() { _ = textRange() }

  mutating func text() -> String {
    let range = textRange()
    return range.isEmpty ? "" : bytes.text(range)
  }

  /// Where the next text stands.
  mutating func textRange() -> Range<Int> {
    let length = Int(truncatingIfNeeded: min(number(), UInt64(max(0, bytes.count - place))))
    defer { place += length }
    return place..<place + length
  }
}
