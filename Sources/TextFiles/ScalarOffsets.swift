/// Turns byte offsets of a text into counts of Unicode scalars and back, going on from the last place
/// asked for.
public struct ScalarOffsets: Sendable {
  private var byte = 0
  private var scalar = 0

  public init() {}

  /// The number of scalars before a byte offset.
  ///
  /// - Complexity: O(distance from the last place asked for).
  public mutating func scalars(before place: Int, in text: Span<UInt8>) -> Int {
    if place >= byte {
      scalar += ByteSearch.scalars(in: text.extracting(byte..<place))
    } else {
      scalar -= ByteSearch.scalars(in: text.extracting(place..<byte))
    }
    byte = place
    return scalar
  }

  /// The byte offset of the scalar with a number, from 0; the end of the text where it has fewer.
  ///
  /// - Complexity: O(distance from the last place asked for).
  public mutating func byte(of number: Int, in text: Span<UInt8>) -> Int {
    while scalar > number, byte > 0 {
      byte -= 1
      if text[byte] & 0xC0 != 0x80 { scalar -= 1 }
    }
    while scalar < number, byte < text.count {
      byte += 1
      while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
      scalar += 1
    }
    return byte
  }

  /// The bytes of the scalars from one number to another (excluded), as far as the text has them.
  public mutating func bytes(from start: Int, to end: Int, in text: Span<UInt8>) -> Range<Int> {
    let first = byte(of: start, in: text)
    return first..<max(first, byte(of: end, in: text))
  }
}
