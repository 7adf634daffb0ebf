import Gazetteers
import TextFiles

/// Where nodes have their texts from. Several threads read it at once.
protocol NodeRecords: AnyObject, Sendable {
  func id(at place: UInt64) -> EntityID
  func kind(at place: UInt64) -> Kind
  func name(at place: UInt64) -> String
  func attributes(at place: UInt64) -> [Attribute]

  /// Lends the identifier, as `Node.withID` says.
  func lendID(at place: UInt64, _ body: (Span<UInt8>) -> Void)

  /// Lends the name.
  func lendName(at place: UInt64, _ body: (Span<UInt8>) -> Void)
}

/// The texts of one node, stated by whoever made it.
final class StatedNodeRecords: NodeRecords {
  private let id: EntityID
  private let kind: Kind
  private let name: String
  private let attributes: [Attribute]

  init(id: EntityID, kind: Kind, name: String, attributes: [Attribute]) {
    self.id = id
    self.kind = kind
    self.name = name
    self.attributes = attributes
  }

  func id(at place: UInt64) -> EntityID { id }
  func kind(at place: UInt64) -> Kind { kind }
  func name(at place: UInt64) -> String { name }
  func attributes(at place: UInt64) -> [Attribute] { attributes }

  func lendID(at place: UInt64, _ body: (Span<UInt8>) -> Void) { id.text.withUTF8Span(body) }
  func lendName(at place: UInt64, _ body: (Span<UInt8>) -> Void) { name.withUTF8Span(body) }
}

/// The texts of all nodes of a counted graph, in a pool that leaves memory where they are many.
///
/// A record has the number of the kind, the lengths of identifier and name, the number of attributes
/// (32 bits each) and both texts; then of each attribute the number of its name, the length of its value,
/// and the value.
final class PackedNodeRecords: NodeRecords {
  private static let head = 16

  private let pool: BytePool
  private let kinds: [Kind]

  /// The names of attributes, in the order in which the nodes bring them.
  let attributeNames: [String]

  /// - Parameters:
  ///   - pool: The records.
  ///   - kinds: The kinds by their numbers.
  ///   - attributeNames: The names of attributes by their numbers.
  init(_ pool: BytePool, kinds: [Kind], attributeNames: [String]) {
    self.pool = pool
    self.kinds = kinds
    self.attributeNames = attributeNames
  }

  /// Adds a record.
  ///
  /// - Parameters:
  ///   - attributes: The numbers of their names, and their values.
  ///   - pool: Where it goes.
  /// - Returns: Its place.
  static func add(
    id: EntityID, kind: Int, name: String, attributes: [(name: Int, value: String)],
    to pool: inout BytePool
  ) -> UInt64 {
    let (id, name) = (id.text.utf8, name.utf8)
    let count = attributes.reduce(head + id.count + name.count) { $0 + 8 + $1.value.utf8.count }
    return pool.add(count) { record in
      for number in [kind, id.count, name.count, attributes.count] {
        record.append(number: UInt32(number))
      }
      record.append(contentsOf: id)
      record.append(contentsOf: name)
      for attribute in attributes {
        record.append(number: UInt32(attribute.name))
        record.append(number: UInt32(attribute.value.utf8.count))
        record.append(contentsOf: attribute.value.utf8)
      }
    }
  }

  func kind(at place: UInt64) -> Kind {
    kinds[pool.withRecord(place) { Int($0.smallNumber(at: 0)) }]
  }

  func lendID(at place: UInt64, _ body: (Span<UInt8>) -> Void) {
    pool.withRecord(place) { record in body(record.extracting(Self.id(in: record))) }
  }

  func lendName(at place: UInt64, _ body: (Span<UInt8>) -> Void) {
    pool.withRecord(place) { record in body(record.extracting(Self.name(in: record))) }
  }

  func id(at place: UInt64) -> EntityID {
    pool.withRecord(place) { record in
      EntityID(String(copying: record.extracting(Self.id(in: record))))
    }
  }

  func name(at place: UInt64) -> String {
    pool.withRecord(place) { record in
      String(copying: record.extracting(Self.name(in: record)))
    }
  }

  func attributes(at place: UInt64) -> [Attribute] {
    pool.withRecord(place) { record in
      var next = Self.name(in: record).upperBound
      return (0..<Int(record.smallNumber(at: 12))).map { _ in
        let number = Int(record.smallNumber(at: next))
        let value = next + 8..<next + 8 + Int(record.smallNumber(at: next + 4))
        next = value.upperBound
        return Attribute(
          name: attributeNames[number], value: String(copying: record.extracting(value)))
      }
    }
  }

  private static func id(in record: Span<UInt8>) -> Range<Int> {
    head..<head + Int(record.smallNumber(at: 4))
  }

  private static func name(in record: Span<UInt8>) -> Range<Int> {
    let start = id(in: record).upperBound
    return start..<start + Int(record.smallNumber(at: 8))
  }
}
