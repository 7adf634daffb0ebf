#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Searches in borrowed bytes, eight at a time or by the C library.
///
/// The unsafe code of this file reads at `index` only after `index < count`, and eight bytes only
/// after `index + 8 <= count`.
public enum ByteSearch {
  /// The offset of the first `byte` at or after `start`, or `bytes.count`.
  ///
  /// - Parameters:
  ///   - byte: What to look for.
  ///   - bytes: Where to look.
  ///   - start: The byte offset to begin at.
  public static func first(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int = 0) -> Int {
    precondition(start >= 0 && start <= bytes.count, "the start lies within the bytes")
    return unsafe bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), raw.count - start)
      else { return raw.count }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The offset of the first of three bytes at or after `start`, or `bytes.count`.
  ///
  /// - Parameters:
  ///   - bytes: Where to look.
  ///   - start: The byte offset to begin at.
  ///   - first: One of the bytes to look for; as are `second` and `third`.
  public static func first(
    in bytes: Span<UInt8>, from start: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8
  ) -> Int {
    precondition(start >= 0 && start <= bytes.count, "the start lies within the bytes")
    let patterns = (ByteWord.all(first), ByteWord.all(second), ByteWord.all(third))
    return unsafe bytes.withUnsafeBytes { raw in
      var index = start
      while index + 8 <= raw.count {
        let word = unsafe ByteWord.load(raw, index)
        let found =
          ByteWord.zeros(word ^ patterns.0) | ByteWord.zeros(word ^ patterns.1)
          | ByteWord.zeros(word ^ patterns.2)
        if found != 0 { return index + found.trailingZeroBitCount >> 3 }
        index += 8
      }
      while index < raw.count {
        let byte = unsafe raw[index]
        if byte == first || byte == second || byte == third { return index }
        index += 1
      }
      return index
    }
  }

  /// How often a byte occurs.
  ///
  /// - Parameters:
  ///   - byte: What to count.
  ///   - bytes: Where to look.
  public static func count(_ byte: UInt8, in bytes: Span<UInt8>) -> Int {
    let pattern = ByteWord.all(byte)
    return unsafe bytes.withUnsafeBytes { raw in
      var (total, index) = unsafe ByteWord.count(in: raw) { ByteWord.exactZeros($0 ^ pattern) }
      while index < raw.count {
        if unsafe raw[index] == byte { total += 1 }
        index += 1
      }
      return total
    }
  }

  /// The number of Unicode scalars in UTF-8: of bytes that continue no other.
  ///
  /// - Parameter bytes: UTF-8, which may be ill-formed.
  public static func scalars(in bytes: Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBytes { raw in
      // A continuation byte has bit 7 set and bit 6 clear.
      var (others, index) = unsafe ByteWord.count(in: raw) { $0 & ~($0 &<< 1) & ByteWord.highBits }
      while index < raw.count {
        if unsafe raw[index] & 0xC0 == 0x80 { others += 1 }
        index += 1
      }
      return raw.count - others
    }
  }
}

/// Eight bytes handled as one number, the first byte lowest.
enum ByteWord {
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  static let lowBits: UInt64 = 0x0101_0101_0101_0101

  @inline(__always)
  static func load(_ raw: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The word whose every byte is `byte`.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { lowBits &* UInt64(byte) }

  /// A word whose lowest set bit is bit 7 of the first zero byte; 0 if no byte is zero. Bits above
  /// the lowest may be wrong (a borrow from the byte below), so it finds but does not count.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 { (word &- lowBits) & ~word & highBits }

  /// Counts the bytes of some that a closure marks by bit 7 in each word, word after word.
  ///
  /// The marks are summed byte by byte, up to 255 of them, and these sums only now and then: counting
  /// the bits of each word would take most of the time.
  ///
  /// - Returns: The sum, and where the bytes begin that are no whole word.
  @inline(__always)
  static func count(
    in raw: UnsafeRawBufferPointer, _ marks: (UInt64) -> UInt64
  ) -> (total: Int, end: Int) {
    var (total, index) = (0, 0)
    while index + 8 <= raw.count {
      var sums: UInt64 = 0
      for place in stride(from: index, to: min(index + 255 * 8, raw.count / 8 * 8), by: 8) {
        sums &+= unsafe marks(load(raw, place)) &>> 7
        index = place &+ 8
      }
      let pairs: UInt64 = 0x00FF_00FF_00FF_00FF
      let wide = (sums & pairs) &+ (sums &>> 8 & pairs)
      total += Int((wide &* 0x0001_0001_0001_0001) &>> 48)
    }
    return (total, index)
  }

  /// A word with bit 7 set in each zero byte and no other bit.
  @inline(__always)
  static func exactZeros(_ word: UInt64) -> UInt64 {
    ~(((word & ~highBits) &+ ~highBits) | word | ~highBits)
  }
}
