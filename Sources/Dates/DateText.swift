/// A short text that is read from its beginning to its end: a copy of a few bytes on the stack.
struct DateText {
  /// A date with a weekday, a time and a zone takes no more bytes.
  static let longest = 96

  private var bytes: InlineArray<96, UInt8>
  private let count: Int
  /// How many bytes have been read.
  var place = 0

  /// The text without the white space around it; nil where it is too long to be a date.
  init?(_ text: Span<UInt8>) {
    var (start, end) = (0, text.count)
    while start < end, Self.isSpace(text[start]) { start += 1 }
    while end > start, Self.isSpace(text[end - 1]) { end -= 1 }
    guard end - start <= Self.longest else { return nil }
    self.init(head: text.extracting(start..<end))
  }

  /// As much of a text as fits.
  init(head text: Span<UInt8>) {
    bytes = InlineArray(repeating: 0)
    count = min(text.count, Self.longest)
    for index in 0..<count { bytes[index] = text[index] }
  }

  var isAtEnd: Bool { place >= count }

  /// The next byte; 0 at the end.
  var byte: UInt8 { place < count ? bytes[place] : 0 }

  /// The byte after some others; 0 behind the end.
  func byte(after distance: Int) -> UInt8 {
    place + distance < count ? bytes[place + distance] : 0
  }

  /// Passes over some bytes if they are the next.
  mutating func take(_ text: StaticString) -> Bool {
    let wanted = text.utf8CodeUnitCount
    guard place + wanted <= count else { return false }
    var index = place
    for expected in text.description.utf8 {
      guard bytes[index] == expected else { return false }
      index += 1
    }
    place = index
    return true
  }

  /// Passes over spaces, those that do not break a line included.
  ///
  /// - Returns: Whether there were any.
  @discardableResult
  mutating func skipSpaces() -> Bool {
    let start = place
    while !isAtEnd {
      if byte == 0x20 || byte == 0x09 {
        place += 1
      } else if byte == 0xC2, byte(after: 1) == 0xA0 {
        place += 2
      } else if byte == 0xE2, byte(after: 1) == 0x80, byte(after: 2) == 0xAF {
        place += 3
      } else {
        break
      }
    }
    return place > start
  }

  /// Reads digits: their value and how many they are. More than fourteen are no number of a date.
  mutating func number() -> (value: Int, digits: Int)? {
    let start = place
    var value = 0
    while (0x30...0x39).contains(byte), !isAtEnd {
      guard place - start < 14 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      place += 1
    }
    return place > start ? (value, place - start) : nil
  }

  /// Reads letters; an empty word where none stand here.
  mutating func word() -> FoldedWord {
    var word = FoldedWord()
    while !isAtEnd {
      let (scalar, length) = scalar()
      guard word.append(scalar) else { break }
      place += length
    }
    return word
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The scalar that stands here, of one or two bytes; 0 for any other.
  private func scalar() -> (value: UInt32, length: Int) {
    if byte < 0x80 { return (UInt32(byte), 1) }
    let next = byte(after: 1)
    guard byte & 0xE0 == 0xC0, next & 0xC0 == 0x80 else { return (0, 1) }
    return (UInt32(byte & 0x1F) << 6 | UInt32(next & 0x3F), 2)
  }
}
