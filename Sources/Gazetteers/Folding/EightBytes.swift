/// Eight bytes of a text in one integer, looked at all at once.
///
/// A result marks bytes by their highest bit (0x80). The tests are sums that carry into that bit: for
/// a byte below 0x80, `byte + (0x80 - low)` has it set exactly when `byte >= low`, and no sum reaches
/// the next byte. Bytes of 0x80 and above are taken out first and never marked.
public struct EightBytes: Sendable {
  /// The first byte of the text is the lowest.
  public let raw: UInt64

  @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
  public static let highBits: UInt64 = 0x8080_8080_8080_8080

  @inlinable
  public init(_ raw: UInt64) {
    self.raw = raw
  }

  /// Loads eight bytes of a text; behind its end there are zeros.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - place: A byte offset below `limit`.
  ///   - limit: The end, at most the length of the text.
  @inlinable @inline(__always)
  public init(_ text: Span<UInt8>, at place: Int, limit: Int) {
    if place &+ 8 <= limit {
      // Bounds: 0 <= place and place + 8 <= limit <= text.count, as the caller promises and the load
      // checks. Any bits are a valid integer.
      raw = UInt64(
        littleEndian: unsafe text.bytes.unsafeLoadUnaligned(
          fromByteOffset: place, as: UInt64.self))
    } else if limit >= 8, place < limit {
      // The last eight bytes, without those before the place; the bounds are as above.
      let last = UInt64(
        littleEndian: unsafe text.bytes.unsafeLoadUnaligned(
          fromByteOffset: limit &- 8, as: UInt64.self))
      raw = last &>> UInt64((place &+ 8 &- limit) &* 8)
    } else {
      var value: UInt64 = 0
      var offset = 0
      while place &+ offset < limit {
        value |= UInt64(text[place &+ offset]) &<< UInt64(offset &* 8)
        offset &+= 1
      }
      raw = value
    }
  }

  /// Marks the bytes from `low` to `high`, both below 0x80.
  @inlinable @inline(__always)
  static func inRange(_ bytes: UInt64, _ low: UInt64, _ high: UInt64) -> UInt64 {
    let atLeast = bytes &+ (0x80 &- low) &* ones
    let above = bytes &+ (0x7F &- high) &* ones
    return atLeast & ~above & highBits
  }

  /// Marks the bytes of 0x80 and above.
  @inlinable @inline(__always)
  public var nonASCII: UInt64 { raw & Self.highBits }

  /// Marks the letters `A` to `Z`.
  @inlinable @inline(__always)
  public var capitals: UInt64 {
    Self.inRange(raw & ~Self.highBits, 0x41, 0x5A) & ~nonASCII
  }

  /// Marks ASCII letters and digits.
  @inlinable @inline(__always)
  public var wordBytes: UInt64 { (letters | digits) & ~nonASCII }

  @inlinable @inline(__always)
  var letters: UInt64 {
    Self.inRange((raw & ~Self.highBits) | 0x20 &* Self.ones, 0x61, 0x7A)
  }

  @inlinable @inline(__always)
  public var digits: UInt64 {
    Self.inRange(raw & ~Self.highBits, 0x30, 0x39) & ~nonASCII
  }

  /// Marks the control characters below 0x20.
  var controls: UInt64 { Self.inRange(raw & ~Self.highBits, 0, 0x1F) & ~nonASCII }

  /// Marks the bytes equal to one below 0x80.
  @inlinable @inline(__always)
  public func equal(to byte: UInt64) -> UInt64 {
    let difference = raw ^ (byte &* Self.ones)
    return ~((difference & ~Self.highBits) &+ 0x7F &* Self.ones | difference) & Self.highBits
  }

  /// The number of bytes before the first that is no ASCII letter or digit.
  @inlinable @inline(__always)
  var wordLength: Int {
    let stops = ~wordBytes & Self.highBits
    return stops == 0 ? 8 : stops.trailingZeroBitCount &>> 3
  }

  /// The bytes with the letters in small form; digits stay.
  @inlinable @inline(__always)
  public var smallLetters: UInt64 { raw | 0x20 &* Self.ones }

  /// Marks moved into the eight lowest bits, the first byte's to the lowest.
  @inlinable @inline(__always)
  public static func gathered(_ marks: UInt64) -> UInt64 {
    (((marks & highBits) &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }
}
