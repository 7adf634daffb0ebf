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
  public mutating func append(_ byte: UInt8) {
    group |= UInt64(byte) &<< ((count & 7) &* 8)
    count &+= 1
    if count & 7 == 0 {
      state = Self.mix(state, group)
      group = 0
    }
  }

  /// Appends the UTF-8 bytes of a scalar below U+10000.
  @inline(__always)
  public mutating func append(scalar: UInt16) {
    if scalar < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
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
