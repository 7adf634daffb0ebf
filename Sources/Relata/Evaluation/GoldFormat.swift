/// How gold annotations are written.
public enum GoldFormat: String, Sendable, CaseIterable {
  /// Stand-off annotations of brat: an `.ann` beside each `.txt`.
  case brat
  /// A token a line with its tag in the last columns, as in the CoNLL shared tasks.
  case conll
  /// A mention a line, as in `mentions.jsonl`; the texts are in the inputs.
  case jsonl
  /// Marks in the text, `[[Text|id]]`; in a `.tsv` a name and a passage a line.
  case marked

  /// The format that the extension of a file states.
  public init?(path: String) {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
      .lowercased()
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...] {
    case "ann": self = .brat
    case "conll", "conll02", "conll03", "bio", "iob", "iob1", "iob2", "iobes", "bioes":
      self = .conll
    case "jsonl", "ndjson": self = .jsonl
    case "tsv", "txt", "text", "md": self = .marked
    default: return nil
    }
  }
}

/// Which columns of a CoNLL file hold what, counted from 1.
public struct CoNLLColumns: Sendable, Equatable {
  public var token = 1

  /// The tag; `nil` for the last column, or the last but one where only that holds tags, as in what
  /// `relata tag --format conll` writes.
  public var tag: Int?

  /// The entity; `nil` for a column behind the tag, if there is one.
  public var entity: Int?

  public init() {}
}
