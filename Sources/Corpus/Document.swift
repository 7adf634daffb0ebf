/// One text with an identifier, and what is known of where it comes from.
public struct Document: Sendable, Equatable {
  /// What outputs call the document: its path below the input folder, or the `id` of its record.
  public var id: String

  /// The headline, where the input states one apart from the text.
  public var title: String?

  /// The date as the input states it, ISO 8601 where it can be brought to that form.
  public var date: String?

  /// The site or publisher, where known.
  public var source: String?

  /// The language tag (BCP 47), where known.
  public var language: String?

  /// The text: always valid UTF-8. Offsets in outputs count its Unicode scalars.
  public var text: [UInt8]

  /// - Parameters:
  ///   - id: What outputs call the document.
  ///   - text: The text, valid UTF-8.
  public init(
    id: String, title: String? = nil, date: String? = nil, source: String? = nil,
    language: String? = nil, text: [UInt8]
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.source = source
    self.language = language
    self.text = text
  }
}
