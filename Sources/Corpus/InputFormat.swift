/// What a file holds, as far as reading it is concerned.
public enum InputFormat: String, Sendable, Hashable, CaseIterable {
  /// Plain text; its line ends stay as they are.
  case text
  /// Markdown, read as it stands, without its front matter.
  case markdown
  /// HTML or XHTML; the readable text is taken from it.
  case html
  /// One JSON object a line, each a document.
  case jsonLines = "jsonl"
  /// Comma-separated values with a header line, each further record a document.
  case csv
  /// Tab-separated values with a header line, each further line a document.
  case tsv

  /// The format that the extension of a file name states, a trailing `.gz` aside.
  ///
  /// - Parameter path: A path or file name.
  /// - Returns: The format, or nil if the name has no extension or an unknown one.
  public init?(path: String) {
    var name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
      .lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...] {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "jsonl", "ndjson": self = .jsonLines
    case "csv": self = .csv
    case "tsv": self = .tsv
    default: return nil
    }
  }

  /// Whether a file of this format holds one document, which is the whole file.
  var isOneDocument: Bool {
    switch self {
    case .text, .markdown, .html: true
    case .jsonLines, .csv, .tsv: false
    }
  }
}
