/// What a workspace keeps of a document.
public struct StoredDocument: Sendable {
  /// What outputs call it.
  public var id: String
  public var title: String?
  /// The date as the document states it.
  public var date: String?
  public var source: String?
  public var language: String?

  /// The text, valid UTF-8.
  public var text: [UInt8]

  /// Stretches of the text that are no prose, in bytes.
  public var code: [Range<Int>]

  /// Its windows, in the form of `WindowBatch.stored`.
  public var windows: [UInt8]

  /// Its mentions, in the order of the text.
  public var mentions: StoredMentions

  public init(
    id: String, title: String? = nil, date: String? = nil, source: String? = nil,
    language: String? = nil, text: [UInt8], code: [Range<Int>] = []
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.source = source
    self.language = language
    self.text = text
    self.code = code
    windows = []
    mentions = StoredMentions()
  }

  /// What tells the content, with all that is known of it, from another.
  ///
  /// - Complexity: O(length of the text).
  public func contentHash() -> ContentHash {
    var builder = ContentHashBuilder()
    for field in [title, date, source, language] { builder.add(field) }
    builder.add(text.span)
    builder.add(Self.packed(code).span)
    return builder.finish()
  }

  /// What tells its windows and mentions from others.
  func taggedHash() -> ContentHash {
    var builder = ContentHashBuilder()
    builder.add(windows.span)
    builder.add(numbers: mentions.rows.span)
    builder.add(mentions.texts.span)
    return builder.finish()
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Ranges as bytes: the two bounds of each, 8 bytes, the lowest first.
  static func packed(_ ranges: [Range<Int>]) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in ranges.flatMap({ [$0.lowerBound, $0.upperBound] }) {
      append(number, to: &bytes)
    }
    return bytes
  }

  /// Ranges of `packed`, those within a text of so many bytes that follow one another.
  static func unpacked(_ bytes: [UInt8], within count: Int) -> [Range<Int>] {
    var numbers: [Int] = []
    for start in stride(from: 0, to: bytes.count / 8 * 8, by: 8) {
      numbers.append((0..<8).reduce(0) { $0 | Int(bytes[start + $1]) << ($1 * 8) })
    }
    var ranges: [Range<Int>] = []
    for place in stride(from: 0, to: numbers.count / 2 * 2, by: 2) {
      let (start, end) = (numbers[place], numbers[place + 1])
      guard start >= ranges.last?.upperBound ?? 0, start <= end, end <= count else { break }
      ranges.append(start..<end)
    }
    return ranges
  }
}
