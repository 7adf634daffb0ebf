/// How the fields and records of a table stand in its text.
public struct DelimitedDialect: Sendable, Hashable {
  /// The byte between two fields.
  public var separator: UInt8

  /// Whether a field may stand in double quotes (RFC 4180).
  public var hasQuotes: Bool

  /// - Parameters:
  ///   - separator: The byte between two fields; ASCII.
  ///   - hasQuotes: Whether a field may stand in double quotes.
  public init(separator: UInt8, hasQuotes: Bool) {
    self.separator = separator
    self.hasQuotes = hasQuotes
  }

  /// Comma-separated values with quotes (RFC 4180).
  public static let csv = DelimitedDialect(separator: UInt8(ascii: ","), hasQuotes: true)

  /// Tab-separated values; a quote is a character like any other.
  public static let tsv = DelimitedDialect(separator: UInt8(ascii: "\t"), hasQuotes: false)
}

/// A quoted field that does not end as one: `3:14: the quote that opens here is never closed`.
public struct DelimitedError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line of the opening quote, from 1.
  public var line: Int

  /// The column of the opening quote in Unicode scalars, from 1.
  public var column: Int

  /// The line of the quote that was to close the field and has text behind it, where there is one;
  /// nil where the end of the file cut the field off.
  public var closingLine: Int?

  /// The reason in plain words, to stand after a path and position.
  public var reason: String {
    guard let closingLine else { return "the quote that opens here is never closed" }
    return "the quote that opens here is closed before text in line \(closingLine)"
  }

  /// The position and the reason.
  public var description: String { "\(line):\(column): \(reason)" }
}

/// Reads CSV and TSV record by record, from UTF-8 bytes that each call lends it.
///
/// A record ends at a line feed, a carriage return, or both; a line break at the end of the text
/// begins no further record. A blank line is a record of one empty field. A quote within an unquoted
/// field, and text after a closing quote in the line of the opening one, are kept as they are.
///
/// A quoted field that spans lines and then does not end at its closing quote is taken for one that was
/// never closed: that quote opens a field of a later record. It is an error, after which reading goes
/// on in the line after the opening quote. Between the two no quote can open a field over several lines,
/// or it would have been the closing one: so each line is read twice at most.
///
///     var reader = DelimitedReader(dialect: .csv)
///     var record = DelimitedRecord()
///     while try reader.next(in: bytes, into: &record) { use(record.string(0)) }
public struct DelimitedReader: Sendable {
  /// How fields and records are told apart.
  public let dialect: DelimitedDialect

  /// Where the next record begins, as a byte offset.
  public private(set) var offset: Int

  /// The line on which the next record begins, from 1.
  public private(set) var line = 1

  /// - Parameters:
  ///   - dialect: How fields and records are told apart.
  ///   - offset: The byte offset of the first record: after a byte order mark, for instance.
  public init(dialect: DelimitedDialect, offset: Int = 0) {
    self.dialect = dialect
    self.offset = offset
  }

  /// Reads the next record.
  ///
  /// - Parameters:
  ///   - bytes: The whole text: the same in each call.
  ///   - record: Receives the record; its memory is used again.
  /// - Returns: False at the end of the text.
  /// - Throws: `DelimitedError` when a quoted field does not end as one; the next record is then the
  ///   line after the opening quote.
  public mutating func next(
    in bytes: Span<UInt8>, into record: inout DelimitedRecord
  ) throws(DelimitedError) -> Bool {
    record.removeAll()
    guard offset < bytes.count else { return false }
    var lineStart = offset
    record.line = line
    while true {
      record.beginField(line: line, offset: offset, lineStart: lineStart)
      if dialect.hasQuotes, offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
        try readQuoted(bytes, lineStart: &lineStart, into: &record)
      }
      let start = offset
      offset = endOfPlain(bytes)
      record.append(bytes.extracting(start..<offset))
      record.endField()
      guard offset < bytes.count else { return true }
      let end = bytes[offset]
      offset += 1
      if end == dialect.separator { continue }
      if end == UInt8(ascii: "\r"), offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") {
        offset += 1
      }
      line += 1
      return true
    }
  }

  /// The offset of the separator or line break at or after `offset`.
  private func endOfPlain(_ bytes: Span<UInt8>) -> Int {
    ByteSearch.first(in: bytes, from: offset, dialect.separator, 0x0A, 0x0D)
  }

  /// Reads what stands between the quote at `offset` and the one that closes it.
  private mutating func readQuoted(
    _ bytes: Span<UInt8>, lineStart: inout Int, into record: inout DelimitedRecord
  ) throws(DelimitedError) {
    let quote = UInt8(ascii: "\"")
    let openLine = line
    let openOffset = offset
    let openLineStart = lineStart
    offset += 1
    while true {
      let start = offset
      offset = ByteSearch.first(in: bytes, from: offset, quote, 0x0A, 0x0D)
      guard offset < bytes.count else {
        throw unclosed(
          bytes, line: openLine, openLineStart..<openOffset, closingLine: nil)
      }
      let found = bytes[offset]
      offset += 1
      if found == quote {
        let isDoubled = offset < bytes.count && bytes[offset] == quote
        record.append(bytes.extracting(start..<(isDoubled ? offset : offset - 1)))
        guard isDoubled else {
          if line > openLine, offset < bytes.count, bytes[offset] != dialect.separator,
            bytes[offset] != 0x0A, bytes[offset] != 0x0D
          {
            throw unclosed(bytes, line: openLine, openLineStart..<openOffset, closingLine: line)
          }
          return
        }
        offset += 1
      } else {
        if found == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
        record.append(bytes.extracting(start..<offset))
        line += 1
        lineStart = offset
      }
    }
  }
  /// Goes to the line after that of an opening quote, and gives the error that tells of it.
  ///
  /// - Parameter before: What stands in the line before the quote.
  private mutating func unclosed(
    _ bytes: Span<UInt8>, line openLine: Int, _ before: Range<Int>, closingLine: Int?
  ) -> DelimitedError {
    offset = min(
      ByteSearch.first(in: bytes, from: before.upperBound, 0x0A, 0x0D, 0x0A), bytes.count)
    if offset < bytes.count {
      offset += 1
      if bytes[offset - 1] == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
    }
    line = openLine + 1
    return DelimitedError(
      line: openLine, column: ByteSearch.scalars(in: bytes.extracting(before)) + 1,
      closingLine: closingLine)
  }
}
