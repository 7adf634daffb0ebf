import Dates

/// One text with an identifier, and what is known of where it comes from.
public struct Document: Sendable, Equatable {
  /// What outputs call the document: its path below the input folder, or the `id` of its record.
  public var id: String

  /// The headline, where the input states one apart from the text.
  public var title: String?

  /// The date, ISO 8601 and as precise as it is known: what `StatedDate` reads and writes. nil where
  /// none is stated, or none that can be read.
  public var date: String?

  /// What the input states as a date and could not be read as one.
  public var unreadDate: UnreadDate?

  /// The site or publisher, where known.
  public var source: String?

  /// The language tag (BCP 47), where known.
  public var language: String?

  /// The text: always valid UTF-8. Offsets in outputs count its Unicode scalars.
  public var text: [UInt8]

  /// The line of its record in the file; nil where the file is the document.
  public var recordLine: RecordLine?

  /// Stretches of the text, in bytes and in order, that are no prose, such as code: they stay in the
  /// text, so that offsets are those of the file, but nothing in them is a mention.
  public var code: [Range<Int>] = []

  /// - Parameters:
  ///   - id: What outputs call the document.
  ///   - text: The text, valid UTF-8.
  ///   - line: The line of its record in the file, from 1.
  public init(
    id: String, title: String? = nil, date: String? = nil, source: String? = nil,
    language: String? = nil, text: [UInt8], line: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.source = source
    self.language = language
    self.text = text
    recordLine = line.map { RecordLine($0) }
  }

  /// The line of its record in the file, from 1; nil where the file is the document.
  ///
  /// - Complexity: That of `RecordLine.number`.
  public var line: Int? { recordLine?.number }

  /// The days that the date can mean; nil without a date.
  public var days: DaySpan? { date.flatMap { StatedDate(iso: $0) }?.days }

  /// The text with a space for every byte of code but line breaks, so that all else stays in its place.
  ///
  /// - Returns: As many bytes as the text has; nil where no code is in it.
  public borrowing func prose() -> [UInt8]? {
    guard !code.isEmpty else { return nil }
    var prose = text
    for range in code {
      for index in range where prose[index] != 0x0A && prose[index] != 0x0D { prose[index] = 0x20 }
    }
    return prose
  }
}
