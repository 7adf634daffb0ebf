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

  /// Where its entities stand in `WindowBatch.entities`: each once, ordered.
  public var entities: Range<Int>

  /// The entity whose mention opened the window and which alone it ties; `nil` where it ties all.
  public var opener: EntityIndex?

  /// What tells the window from others: a hash of its folded tokens and its entities. Two windows
  /// that differ in white space, quotation marks, dashes, case or diacritics alone are the same.
  public var key: UInt64

  /// The place of its excerpt in `WindowBatch.excerpts`; below 0 for a window that is not shown.
  var excerpt: Int32 = -1
}

/// How a window is shown where it is evidence of a tie.
public struct WindowExcerpt: Sendable, Equatable {
  /// Where the window begins, in Unicode scalars from the start of the document.
  public var start: Int

  /// Where the window ends (excluded), in Unicode scalars from the start of the document.
  public var end: Int

  /// Where its text stands in `WindowBatch.texts`.
  public var text: Range<Int>
}
