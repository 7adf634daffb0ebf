import Dates
import Gazetteers
import TextFiles

/// What is known of a node but for its texts, in 32 bytes.
struct NodeRow: Sendable, BitwiseCopyable {
  /// Where its texts stand in the records that belong to it.
  var place: UInt64
  var days: DayBounds
  var mentions, windows, documents: UInt32
}

/// Nodes that were counted, taken one after another and put aside where they are many: of counts and
/// texts a megabyte each is memory, and the rest goes to files that are mapped.
package struct NodeTable: Sendable {
  private var rows: PagedArray<NodeRow>
  private var texts: BytePool
  private var kinds: [Kind] = []
  private var attributeNames: [String] = []
  private var numbersOfKinds: [Kind: Int] = [:]
  private var numbersOfAttributes: [String: Int] = [:]
  private var last: EntityID?
  /// Whether each identifier stands behind the one before.
  private var isOrdered = true

  /// - Parameter overflow: Where goes what memory shall not hold; nil keeps all in memory.
  package init(overflow: BytePool.Overflow? = nil) {
    rows = PagedArray(overflow: overflow)
    texts = BytePool(overflow: overflow)
  }

  /// Takes a node.
  ///
  /// - Parameters:
  ///   - attributes: Those of the node, in the order they are to be written; the names are unique.
  ///   - days: The days of the documents that hold a mention.
  package mutating func append(
    id: EntityID, kind: Kind, name: String, attributes: [EntityAttribute], mentions: UInt32,
    windows: UInt32, documents: UInt32, days: DayBounds
  ) {
    if let last, !Utf8Order.precedes(last.text, id.text) { isOrdered = false }
    last = id
    let place = PackedNodeRecords.add(
      id: id, kind: Self.number(of: kind, &kinds, &numbersOfKinds), name: name,
      attributes: attributes.map { attribute in
        let number = Self.number(of: attribute.name, &attributeNames, &numbersOfAttributes)
        return (name: number, value: attribute.value)
      }, to: &texts)
    rows.append(
      NodeRow(
        place: place, days: days, mentions: mentions, windows: windows, documents: documents))
  }

  private static func number<Value: Hashable>(
    of value: Value, _ values: inout [Value], _ numbers: inout [Value: Int]
  ) -> Int {
    if let known = numbers[value] { return known }
    numbers[value] = values.count
    values.append(value)
    return values.count - 1
  }

  /// The nodes in the order in which they came.
  package consuming func list() -> NodeList {
    NodeList(
      rows, PackedNodeRecords(texts, kinds: kinds, attributeNames: attributeNames),
      isOrdered: isOrdered)
  }
}
