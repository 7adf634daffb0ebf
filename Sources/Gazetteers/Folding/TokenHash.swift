/// A 64-bit hash of the folded UTF-8 bytes of a token.
///
/// The bytes are taken eight at a time, little end first, the last group padded with zeros, and each
/// group is mixed in by one multiplication; so a scanner that holds eight folded bytes in a register
/// computes the same value without a loop over bytes. A hit is checked against a second value, made
/// of all its tokens' hashes (`combine`), so that equality rests on 64 bits.
public struct TokenHash: Sendable {
  /// An odd constant with well spread bits (2^64 divided by the golden ratio).
  public static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var state: UInt64 = 0
  private var group: UInt64 = 0
  private var count: UInt64 = 0

  @inline(__always)
  public init() {}

  /// Appends a folded byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) { append(UInt64(byte), count: 1) }

  /// Appends up to eight folded bytes, the first lowest, with zeros above them.
  @inline(__always)
  mutating func append(_ bytes: UInt64, count added: Int) {
    let filled = count & 7
    let length = UInt64(truncatingIfNeeded: added)
    group |= bytes &<< (filled &* 8)
    count &+= length
    if filled &+ length >= 8 {
      state = Self.mix(state, group)
      // Where the group was empty all of them are mixed in, and a shift by 64 leaves nothing.
      group = bytes >> (64 &- filled &* 8)
    }
  }

  /// Appends the UTF-8 bytes of a scalar.
  @inline(__always)
  mutating func append(scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt64(scalar), count: 1)
    } else if scalar < 0x800 {
      append(UInt64(0x80C0 | scalar &>> 6 | (scalar & 0x3F) &<< 8), count: 2)
    } else if scalar < 0x10000 {
      let low = (scalar &>> 6 & 0x3F) &<< 8 | (scalar & 0x3F) &<< 16
      append(UInt64(0x8080E0 | scalar &>> 12 | low), count: 3)
    } else {
      let high = (scalar &>> 12 & 0x3F) &<< 8
      let low = (scalar &>> 6 & 0x3F) &<< 16 | (scalar & 0x3F) &<< 24
      append(UInt64(0x8080_80F0 | scalar &>> 18 | high | low), count: 4)
    }
  }

  /// The hash of the bytes appended so far.
  @inline(__always)
  public var value: UInt64 {
    Self.finish(count & 7 == 0 ? state : Self.mix(state, group), length: count)
  }

  /// Mixes the next eight folded bytes in.
  @inlinable @inline(__always)
  public static func mix(_ state: UInt64, _ group: UInt64) -> UInt64 {
    let product = (state ^ group) &* multiplier
    return product ^ product &>> 32
  }

  /// The hash of an ASCII word of up to sixteen letters and digits, without a branch.
  ///
  /// - Parameters:
  ///   - low: Its first eight bytes; what is behind its end does not count.
  ///   - high: The eight bytes behind.
  ///   - length: Its length in bytes, from 1 to 16.
  @inlinable @inline(__always)
  public static func ofASCII(_ low: EightBytes, _ high: EightBytes, _ length: Int) -> UInt64 {
    let first = mix(0, low.smallLetters & firstBytes(min(length, 8)))
    let second = mix(first, high.smallLetters & firstBytes(max(length &- 8, 1)))
    return finish(length > 8 ? second : first, length: UInt64(truncatingIfNeeded: length))
  }

  /// The bits of the first bytes of eight.
  ///
  /// - Parameter count: How many, from 1 to 8.
  @inlinable @inline(__always)
  static func firstBytes(_ count: Int) -> UInt64 { ~0 &>> UInt64(64 &- count &* 8) }

  /// The hash of so many bytes from what `mix` gave.
  @inlinable @inline(__always)
  public static func finish(_ state: UInt64, length: UInt64) -> UInt64 {
    let product = (state ^ length) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product &>> 29
  }

  /// The value of a sequence of tokens, one more token appended.
  ///
  /// - Parameters:
  ///   - sequence: The value of the tokens before; 0 where there is none.
  ///   - token: The hash of the token to append.
  @inlinable @inline(__always)
  public static func combine(_ sequence: UInt64, _ token: UInt64) -> UInt64 {
    let product = (sequence &* 31 &+ token) &* multiplier
    return product ^ product &>> 31
  }
}
