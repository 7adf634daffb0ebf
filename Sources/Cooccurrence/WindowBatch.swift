import Dates
import Gazetteers
import Recognition
import TextFiles

/// The windows of some documents, with what outputs say of them.
///
/// All documents of a part share a few flat arrays, so that a document costs no allocation of its own
/// and a batch is dropped at once.
public struct WindowBatch: Sendable {
  /// One document of the batch.
  public struct Document: Sendable {
    /// The document's identifier.
    public var id: String

    /// The document's source, where known.
    public var source: String?

    /// The days that its date can mean; nil without a date.
    public var days: DaySpan?

    /// Where its windows stand in `windows`.
    public var windows: Range<Int>

    /// Where its entities stand in `mentions`.
    public var mentions: Range<Int>
  }

  /// How many mentions of an entity a document has.
  public struct MentionCount: Sendable, Equatable {
    public var entity: EntityIndex
    public var count: Int
  }

  /// The documents in the order in which they were added.
  public private(set) var documents: [Document] = []

  /// The windows of all documents, in order.
  public private(set) var windows: [Window] = []

  /// The entities of all windows.
  public private(set) var entities: [EntityIndex] = []

  /// The entities of all documents, each once a document, ordered.
  public private(set) var mentions: [MentionCount] = []

  /// How the windows that tie entities are shown.
  private var excerpts: [WindowExcerpt] = []

  /// The texts of all excerpts, as UTF-8.
  public private(set) var texts: [UInt8] = []

  private var scratch: [EntityIndex] = []

  /// An empty batch.
  public init() {}

  /// How a window is shown as evidence; `nil` for a window that is not.
  public func excerpt(of window: Window) -> WindowExcerpt? {
    window.excerpt < 0 ? nil : excerpts[Int(window.excerpt)]
  }

  /// The entities of a window.
  public func entities(of window: Window) -> ArraySlice<EntityIndex> { entities[window.entities] }

  /// Calls a closure with each pair of entities that a window ties, the smaller first.
  ///
  /// - Parameters:
  ///   - window: A window of this batch.
  ///   - body: Receives the pairs.
  @inlinable
  public func forEachPair<Failure: Error>(
    of window: Window, _ body: (EntityIndex, EntityIndex) throws(Failure) -> Void
  ) throws(Failure) {
    try Self.forEachPair(
      of: entities.span.extracting(window.entities), opener: window.opener, body)
  }

  /// Calls a closure with each pair that some entities form, or that one of them forms with the rest.
  @usableFromInline
  static func forEachPair<Failure: Error>(
    of entities: Span<EntityIndex>, opener: EntityIndex?,
    _ body: (EntityIndex, EntityIndex) throws(Failure) -> Void
  ) throws(Failure) {
    if let opener {
      for place in entities.indices where entities[place] != opener {
        try body(min(opener, entities[place]), max(opener, entities[place]))
      }
      return
    }
    for place in entities.indices {
      for other in place + 1..<entities.count { try body(entities[place], entities[other]) }
    }
  }

  /// Begins the next document: what is appended from now on belongs to it.
  ///
  /// - Parameters:
  ///   - id: The document's identifier.
  ///   - source: Its source, where known.
  ///   - days: The days that its date can mean; nil without a date.
  ///   - mentions: Its mentions.
  public mutating func begin(
    _ id: String, source: String?, days: DaySpan? = nil, mentions: [Mention]
  ) {
    let first = self.mentions.count
    scratch.removeAll(keepingCapacity: true)
    for mention in mentions { scratch.append(mention.entity) }
    scratch.sort()
    for entity in scratch {
      if self.mentions.count > first, self.mentions[self.mentions.count - 1].entity == entity {
        self.mentions[self.mentions.count - 1].count += 1
      } else {
        self.mentions.append(MentionCount(entity: entity, count: 1))
      }
    }
    documents.append(
      Document(
        id: id, source: source, days: days, windows: windows.count..<windows.count,
        mentions: first..<self.mentions.count))
  }

  /// Appends a window to the last document.
  ///
  /// - Parameters:
  ///   - range: Its bytes.
  ///   - mentions: The mentions in it, one at least.
  ///   - opener: The entity whose mention opened it and which alone it ties, if any.
  ///   - wording: A hash of its folded tokens.
  mutating func append(
    _ range: Range<Int>, _ mentions: ArraySlice<Mention>, opener: EntityIndex?, wording: UInt64
  ) {
    let first = entities.count
    if mentions.count == 1, let mention = mentions.first {
      entities.append(mention.entity)
    } else {
      scratch.removeAll(keepingCapacity: true)
      for mention in mentions { scratch.append(mention.entity) }
      scratch.sort()
      for entity in scratch where entities.count == first || entities[entities.count - 1] != entity
      {
        entities.append(entity)
      }
    }
    var key = wording
    for place in first..<entities.count {
      key = TokenHash.combine(key, UInt64(entities[place].raw) &+ 1)
    }
    if let opener { key = TokenHash.combine(key, ~UInt64(opener.raw)) }
    close(range, entities: first..<entities.count, opener: opener, key: key)
  }

  /// Appends a window whose key is known to the last document.
  ///
  /// - Parameter members: Its entities, each once, ordered.
  mutating func append(
    _ range: Range<Int>, members: [EntityIndex], opener: EntityIndex?, key: UInt64
  ) {
    let first = entities.count
    entities += members
    close(range, entities: first..<entities.count, opener: opener, key: key)
  }

  /// Appends how many mentions the last document has of an entity, behind those before it.
  mutating func append(_ count: MentionCount) {
    mentions.append(count)
    guard let last = documents.indices.last else { return }
    documents[last].mentions = documents[last].mentions.lowerBound..<mentions.count
  }

  private mutating func close(
    _ range: Range<Int>, entities: Range<Int>, opener: EntityIndex?, key: UInt64
  ) {
    windows.append(
      Window(
        start: range.lowerBound, end: range.upperBound, entities: entities, opener: opener,
        key: key))
    guard let last = documents.indices.last else { return }
    documents[last].windows = documents[last].windows.lowerBound..<windows.count
  }

  /// Says how a window is shown as evidence.
  ///
  /// - Parameters:
  ///   - window: Its place in `windows`.
  ///   - start: Where it begins, in Unicode scalars from the start of the document.
  ///   - end: Where it ends (excluded), in Unicode scalars from the start of the document.
  ///   - text: Its text, valid UTF-8.
  ///   - mark: What is appended to the text.
  public mutating func show(
    _ window: Int, start: Int, end: Int, text: Span<UInt8>, mark: StaticString = ""
  ) {
    let first = texts.count
    texts.append(copying: text)
    if mark.utf8CodeUnitCount > 0 { texts.append(contentsOf: mark.description.utf8) }
    windows[window].excerpt = Int32(excerpts.count)
    excerpts.append(WindowExcerpt(start: start, end: end, text: first..<texts.count))
  }
}
