import TextFiles

/// Writes suggestions as a gazetteer: tab-separated, with what speaks for each as attributes.
public enum SuggestionRows {
  /// The columns; those from `count` on are attributes to a gazetteer.
  public static let columns = [
    "id", "kind", "name", "aliases", "abbreviations", "short", "count", "documents", "why",
    "neighbours", "spellings", "example", "document",
  ]

  /// The cells of a suggestion, in the order of the columns.
  public static func cells(_ suggestion: Suggestion) -> [String] {
    [
      suggestion.id.text, suggestion.kind.name, suggestion.name,
      suggestion.aliases.joined(separator: "|"), suggestion.abbreviations.joined(separator: "|"),
      suggestion.short.joined(separator: "|"), "\(suggestion.count)", "\(suggestion.documents)",
      suggestion.reasons.joined(separator: "; "), suggestion.neighbours.joined(separator: "; "),
      suggestion.spellings.joined(separator: "; "), suggestion.example,
      suggestion.exampleDocument,
    ]
  }

  /// Appends a header line and a row for each suggestion.
  public static func append(_ suggestions: [Suggestion], to buffer: inout ByteBuffer) {
    buffer.append(columns.joined(separator: "\t") + "\n")
    for suggestion in suggestions {
      buffer.append(cells(suggestion).map(TagWriter.oneLine).joined(separator: "\t") + "\n")
    }
  }
}
