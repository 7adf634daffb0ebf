import Gazetteers

/// A place where a text spells a name, before it is settled whom the name means.
public struct Hit: Sendable, Equatable {
  /// Byte offset of the first byte.
  public var start: Int

  /// Byte offset behind the last byte.
  public var end: Int

  /// Number of the sentence.
  public var sentence: Int

  /// The entries that the capitals and signs of the text allow: indices into `HitBuffer.entries`.
  public var entries: Range<Int>

  /// Where the word before a hyphen ends which must be a listed name too; -1 where nothing is needed.
  public var needsNameBefore = -1

  /// Where the word behind a hyphen begins which must be a listed name too; -1 where nothing is needed.
  public var needsNameBehind = -1

  /// Whether the first token is in capitals alone, or the like: what `embedded` needs to know.
  public var tokenCount = 1
}

/// The hits of one document, kept from document to document so that its memory is.
public struct HitBuffer: Sendable {
  /// In order of their places; they do not overlap.
  public var hits: [Hit] = []

  /// Entry indices of all hits, one hit's after the other's.
  public var entries: [UInt32] = []

  /// Where context words stand: entry index and sentence.
  public var context: [(entry: UInt32, sentence: Int)] = []

  public init() {}

  /// Empties the buffer for the next document.
  public mutating func removeAll() {
    hits.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    context.removeAll(keepingCapacity: true)
  }
}
