import Gazetteers
import Recognition

/// The span within which two mentions count as together.
public enum WindowKind: Sendable, Equatable, CustomStringConvertible {
  case sentence
  case passage
  case document
  /// Every mention opens a window of so many tokens, itself included, that ties its entity to the
  /// others in it.
  case tokens(Int)

  /// - Parameter word: `sentence`, `passage`, `document`, or a number of tokens of at least 2.
  public init?(word: String) {
    switch word {
    case "sentence": self = .sentence
    case "passage": self = .passage
    case "document": self = .document
    default:
      guard let count = Int(word), count >= 2 else { return nil }
      self = .tokens(count)
    }
  }

  public var description: String {
    switch self {
    case .sentence: "sentence"
    case .passage: "passage"
    case .document: "document"
    case .tokens(let count): "\(count)"
    }
  }
}

/// A window of a document that holds at least one mention.
public struct Window: Sendable, Equatable {
  /// Byte offset of the first byte.
  public var start: Int

  /// Byte offset behind the last byte.
  public var end: Int

  /// The entities in it, each once, ordered.
  public var entities: [EntityIndex]

  /// The entity whose mention opened the window and which alone it ties; `nil` where it ties all.
  public var opener: EntityIndex?

  /// What tells the window from others: a hash of its folded tokens and its entities. Two windows
  /// that differ in white space, quotation marks, dashes, case or diacritics alone are the same.
  public var key: UInt64

  /// Calls a closure with each pair of entities that the window ties, the smaller first.
  @inlinable
  public func forEachPair<Failure: Error>(
    _ body: (EntityIndex, EntityIndex) throws(Failure) -> Void
  ) throws(Failure) {
    if let opener {
      for other in entities where other != opener {
        try body(min(opener, other), max(opener, other))
      }
      return
    }
    for (place, first) in entities.enumerated() {
      for second in entities[(place + 1)...] { try body(first, second) }
    }
  }
}
