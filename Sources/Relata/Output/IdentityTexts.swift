import Gazetteers
import Synchronization
import TextFiles

/// What lines of mentions and evidence say of an entity, as JSON: its identifier, `"country/KP"`, and its
/// kind, `,"kind":"country"`.
///
/// A lexicon makes most identifiers of names each time it is asked. A text names the same entities again
/// and again, so what was made is kept for a while.
struct IdentityTexts: Sendable {
  /// Where the texts of an entity stand.
  private struct Place {
    var id: Range<Int>
    var kind: Range<Int>
  }

  /// Bytes of texts that are kept at most: those of some twenty thousand entities.
  private static let limit = 1 << 20

  let lexicon: Lexicon
  private var places: [EntityIndex: Place] = [:]
  private var texts: [UInt8] = []

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// Appends an identifier.
  mutating func appendID(of entity: EntityIndex, to buffer: inout ByteBuffer) {
    let place = place(of: entity)
    buffer.append(texts.span.extracting(place.id))
  }

  /// Appends an identifier, and the kind as the next field.
  mutating func append(_ entity: EntityIndex, to buffer: inout ByteBuffer) {
    let place = place(of: entity)
    buffer.append(texts.span.extracting(place.id.lowerBound..<place.kind.upperBound))
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
    if let known = places[entity] { return known }
    if texts.count > Self.limit {
      places.removeAll(keepingCapacity: true)
      texts.removeAll(keepingCapacity: true)
    }
    let identity = lexicon.identity(of: entity)
    var buffer = ByteBuffer()
    JSONText.append(identity.id.text, to: &buffer)
    let length = buffer.count
    buffer.append(literal: #","kind":"#)
    JSONText.append(identity.kind.name, to: &buffer)
    let first = texts.count
    buffer.withBytes { texts.append(copying: $0) }
    let place = Place(id: first..<first + length, kind: first + length..<texts.count)
    places[entity] = place
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
