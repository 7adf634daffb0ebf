import TextFiles

/// A document with the mentions that people marked in it.
public struct GoldDocument: Sendable {
  /// What the gold calls the document.
  public var id: String

  /// The file that messages name for places in the text.
  public var path: String

  /// The text, valid UTF-8; `nil` where the gold holds none and an input must give it.
  public var text: [UInt8]?

  /// Where the text stands in the file.
  public var places = TextPlaces()

  /// The marked mentions, in the order of the file.
  public var mentions: [GoldMention] = []
}

/// A mention that somebody marked.
public struct GoldMention: Sendable, Equatable {
  /// Where it stands in the document, in Unicode scalars.
  public var span: Range<Int>

  /// Its wording as the gold repeats it, for a check against the text; `nil` where it does not.
  public var text: String?

  /// Whom it means; `nil` where the gold names only kinds.
  public var entity: String?

  /// The kind as the gold writes it; `nil` where only the entity is given.
  public var kind: String?

  /// The form of the name, where the gold has it.
  public var form: String?

  /// Where the mark stands in its file: file, line and column, from 1.
  public var mark: FilePlace

  public init(
    span: Range<Int>, text: String? = nil, entity: String? = nil, kind: String? = nil,
    form: String? = nil, mark: FilePlace
  ) {
    self.span = span
    self.text = text
    self.entity = entity
    self.kind = kind
    self.form = form
    self.mark = mark
  }
}

/// A place in a file, written `file:line:column`.
public struct FilePlace: Sendable, Hashable, CustomStringConvertible {
  public var path: String
  /// From 1.
  public var line: Int
  /// In Unicode scalars, from 1.
  public var column: Int

  public init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }

  public var description: String { "\(path.onOneLine):\(line):\(column)" }
}

/// What is wrong in gold annotations, and where.
public struct GoldFinding: Sendable, Hashable, CustomStringConvertible {
  public var place: FilePlace
  public var message: String

  public init(_ place: FilePlace, _ message: String) {
    self.place = place
    self.message = message
  }

  /// `file:line:column: error: message`, as compilers write it.
  public var description: String { "\(place): error: \(message.onOneLine)" }
}

/// Why nothing was evaluated.
public enum EvaluationError: Error, Sendable, CustomStringConvertible {
  /// What is wrong in the gold.
  case gold([GoldFinding])
  /// One line that says what is missing.
  case unusable(String)

  /// One line for each thing that is wrong.
  public var description: String {
    switch self {
    case .gold(let findings): findings.map(\.description).joined(separator: "\n")
    case .unusable(let reason): reason
    }
  }
}
