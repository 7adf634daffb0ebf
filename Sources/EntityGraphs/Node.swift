import Dates
import Gazetteers
import TextFiles

/// An entity in a graph, with its counts.
///
/// A large graph has hundreds of thousands of nodes. So their texts are read when they are asked for,
/// from memory or from a file: each use of `id`, `name` and `attributes` may make them anew.
public struct Node: Sendable {
  /// How many mentions the documents hold.
  public var mentions: Int

  /// How many distinct windows hold at least one mention (repeats not counted).
  public var windows: Int

  /// How many documents hold at least one mention.
  public var documents: Int

  /// From the first to the last day of the documents that hold a mention; nil where none is dated.
  public var days: DaySpan?

  /// What the analysis of the graph says of the node; `nil` where none was made.
  public var analysis: NodeAnalysis?

  private var records: any NodeRecords
  /// Where the node's texts stand in `records`.
  private var place: UInt64

  public init(
    id: EntityID, kind: Kind, name: String, mentions: Int = 0, windows: Int = 0,
    documents: Int = 0, days: DaySpan? = nil, attributes: [Attribute] = [],
    analysis: NodeAnalysis? = nil
  ) {
    records = StatedNodeRecords(id: id, kind: kind, name: name, attributes: attributes)
    place = 0
    self.mentions = mentions
    self.windows = windows
    self.documents = documents
    self.days = days
    self.analysis = analysis
  }

  /// - Parameters:
  ///   - row: Its counts.
  ///   - records: Where its texts are read from.
  ///   - analysis: What the analysis says of it.
  init(_ row: NodeRow, _ records: any NodeRecords, _ analysis: NodeAnalysis?) {
    self.records = records
    place = row.place
    mentions = Int(row.mentions)
    windows = Int(row.windows)
    documents = Int(row.documents)
    days = row.days.span
    self.analysis = analysis
  }

  /// The entity's identifier, unique in the graph.
  public var id: EntityID {
    get { records.id(at: place) }
    set { state(StatedNodeRecords(id: newValue, kind: kind, name: name, attributes: attributes)) }
  }

  /// The entity's kind.
  public var kind: Kind {
    get { records.kind(at: place) }
    set { state(StatedNodeRecords(id: id, kind: newValue, name: name, attributes: attributes)) }
  }

  /// The entity's preferred name, as the gazetteer writes it: any characters at all.
  public var name: String {
    get { records.name(at: place) }
    set { state(StatedNodeRecords(id: id, kind: kind, name: newValue, attributes: attributes)) }
  }

  /// Further columns of the gazetteer, in the order they are to be written; the names are unique.
  public var attributes: [Attribute] {
    get { records.attributes(at: place) }
    set { state(StatedNodeRecords(id: id, kind: kind, name: name, attributes: newValue)) }
  }

  /// Lends the identifier as valid UTF-8, without a `String` of it.
  ///
  /// - Parameter body: Receives the bytes, which it must not keep.
  public func withID(_ body: (Span<UInt8>) -> Void) { records.lendID(at: place, body) }

  /// Lends the name as valid UTF-8, without a `String` of it.
  ///
  /// - Parameter body: Receives the bytes, which it must not keep.
  public func withName(_ body: (Span<UInt8>) -> Void) { records.lendName(at: place, body) }

  /// Whether the node stands before another in the order of their identifiers.
  func precedes(_ other: Node) -> Bool {
    var precedes = false
    withID { own in other.withID { precedes = Utf8Order.precedes(own, $0) } }
    return precedes
  }

  /// Whether the node stands before one with another identifier.
  func precedes(_ other: EntityID) -> Bool {
    var precedes = false
    other.text.withUTF8Span { other in withID { precedes = Utf8Order.precedes($0, other) } }
    return precedes
  }

  private mutating func state(_ stated: StatedNodeRecords) {
    (records, place) = (stated, 0)
  }
}

extension Node: Equatable {
  /// Whether all that the nodes say is the same.
  public static func == (left: Node, right: Node) -> Bool {
    left.mentions == right.mentions && left.windows == right.windows
      && left.documents == right.documents && left.days == right.days
      && left.analysis == right.analysis && left.id == right.id && left.kind == right.kind
      && left.name == right.name && left.attributes == right.attributes
  }
}

/// A named value of a node.
public struct Attribute: Sendable, Equatable, Hashable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
