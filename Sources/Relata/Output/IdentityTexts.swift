import Gazetteers
import Synchronization
import TextFiles

/// What lines of mentions and evidence say of an entity, as JSON: its identifier, `"country/KP"`, and its
/// kind, `,"kind":"country"`.
///
/// A lexicon makes most identifiers of names each time it is asked. A text names the same entities again
/// and again, so what was made is kept for a while.
struct IdentityTexts: Sendable {
  /// Where the texts of an entity stand, in 16 bytes.
  private struct Place {
    /// The number of the entity; none has the greatest.
    var entity = UInt32.max
    var start: UInt32 = 0
    var idCount: UInt32 = 0
    var kindCount: UInt32 = 0

    var id: Range<Int> { Int(start)..<Int(start + idCount) }
    var all: Range<Int> { Int(start)..<Int(start + idCount + kindCount) }
  }

  let lexicon: Lexicon
  private var places: [Place]
  private var texts: [UInt8] = []
  private let limit: Int

  /// - Parameters:
  ///   - lexicon: The lexicon that the entities are of.
  ///   - slots: How many entities are kept at most, a power of two; each has one slot, which it shares with
  ///     others.
  ///   - limit: Bytes of texts after which all are made anew.
  init(_ lexicon: Lexicon, slots: Int = 1 << 15, limit: Int = 1 << 22) {
    self.lexicon = lexicon
    self.limit = limit
    places = [Place](repeating: Place(), count: slots)
  }

  /// Appends an identifier.
  mutating func appendID(of entity: EntityIndex, to buffer: inout ByteBuffer) {
    let place = place(of: entity)
    buffer.append(texts.span.extracting(place.id))
  }

  /// Appends an identifier, and the kind as the next field.
  mutating func append(_ entity: EntityIndex, to buffer: inout ByteBuffer) {
    let place = place(of: entity)
    buffer.append(texts.span.extracting(place.all))
  }

  /// Appends a list of identifiers.
  mutating func appendIDs(of entities: [EntityIndex], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (number, entity) in entities.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      let place = place(of: entity)
      bytes.append(copying: texts.span.extracting(place.id))
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func place(of entity: EntityIndex) -> Place {
    let slot = Int(entity.raw) & (places.count - 1)
    let known = places[slot]
    if known.entity == entity.raw { return known }
    if texts.count > limit {
      places = [Place](repeating: Place(), count: places.count)
      texts.removeAll(keepingCapacity: true)
    }
    let identity = lexicon.identity(of: entity)
    var buffer = ByteBuffer()
    JSONText.append(identity.id.text, to: &buffer)
    var place = Place(
      entity: entity.raw, start: UInt32(texts.count), idCount: UInt32(buffer.count))
    buffer.append(literal: #","kind":"#)
    JSONText.append(identity.kind.name, to: &buffer)
    place.kindCount = UInt32(buffer.count) - place.idCount
    buffer.withBytes { texts.append(copying: $0) }
    places[slot] = place
    return place
  }
}

/// Texts of entities that no thread uses now, for the next part of the inputs.
final class SpareIdentityTexts: Sendable {
  private let lexicon: Lexicon
  private let spare = Mutex<[IdentityTexts]>([])

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  func take() -> IdentityTexts {
    spare.withLock { $0.popLast() } ?? IdentityTexts(lexicon)
  }

  func giveBack(_ texts: consuming IdentityTexts) {
    let texts = texts
    spare.withLock { $0.append(texts) }
  }
}
