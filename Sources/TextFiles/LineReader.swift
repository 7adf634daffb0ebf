/// Goes through the lines of a text, which end in a line feed, a carriage return, or both.
public struct LineReader: Sendable {
  /// The number of the last line given, from 1.
  public private(set) var number = 0
  private var offset = 0

  public init() {}

  /// The bytes of the next line without its end, as a range of the text; nil at the end.
  public mutating func next(in text: Span<UInt8>) -> Range<Int>? {
    guard offset < text.count else { return nil }
    number += 1
    let start = offset
    let end = ByteSearch.first(in: text, from: start, 0x0A, 0x0D, 0x0A)
    offset = end + 1
    if end < text.count, text[end] == 0x0D, offset < text.count, text[offset] == 0x0A {
      offset += 1
    }
    return start..<end
  }
}
