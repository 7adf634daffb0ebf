/// One record of a table: its fields without quotes, and where each stands in the file.
public struct DelimitedRecord: Sendable {
  private struct Field {
    var range: Range<Int>
    var line: Int
    var offset: Int
    var lineStart: Int
  }

  private var fields: [Field] = []
  private var content: [UInt8] = []

  /// The line on which the record begins, from 1.
  public internal(set) var line = 1

  /// An empty record, to be filled by `DelimitedReader.next`.
  public init() {}

  /// The number of fields.
  public var count: Int { fields.count }

  /// Whether the record is a blank line: one empty field.
  public var isBlank: Bool { fields.count == 1 && content.isEmpty }

  /// The content of a field, as bytes.
  ///
  /// - Parameter index: The number of the field, from 0, below `count`.
  public func bytes(_ index: Int) -> ArraySlice<UInt8> { content[fields[index].range] }

  /// The content of a field, as a string.
  ///
  /// - Parameter index: The number of the field, from 0, below `count`.
  public func string(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// The line on which a field begins, from 1.
  ///
  /// - Parameter index: The number of the field, from 0, below `count`.
  public func line(of index: Int) -> Int { fields[index].line }

  /// The column at which a field begins, its quote included, in Unicode scalars from 1.
  ///
  /// - Parameters:
  ///   - index: The number of the field, from 0, below `count`.
  ///   - bytes: The text that the record was read from.
  /// - Complexity: Linear in the length of the line before the field; meant for messages.
  public func column(of index: Int, in bytes: Span<UInt8>) -> Int {
    let field = fields[index]
    return ByteSearch.scalars(in: bytes.extracting(field.lineStart..<field.offset)) + 1
  }

  /// The Unicode scalars from where a field begins to where a later field of the same line does.
  ///
  /// - Parameters:
  ///   - first: The number of the field that stands before.
  ///   - last: The number of the field that stands behind, or the same.
  ///   - bytes: The text that the record was read from.
  public func scalars(from first: Int, to last: Int, in bytes: Span<UInt8>) -> Int {
    ByteSearch.scalars(in: bytes.extracting(fields[first].offset..<fields[last].offset))
  }

  mutating func removeAll() {
    fields.removeAll(keepingCapacity: true)
    content.removeAll(keepingCapacity: true)
  }

  mutating func beginField(line: Int, offset: Int, lineStart: Int) {
    let start = content.count
    fields.append(Field(range: start..<start, line: line, offset: offset, lineStart: lineStart))
  }

  mutating func append(_ bytes: Span<UInt8>) {
    if !bytes.isEmpty { content.append(copying: bytes) }
  }

  mutating func endField() {
    let last = fields.count - 1
    fields[last].range = fields[last].range.lowerBound..<content.count
  }
}
