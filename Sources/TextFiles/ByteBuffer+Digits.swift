/// Decimal digits, eight at a time in the bytes of one integer: no loop, and a single store.
extension ByteBuffer {
  private static var tenToTheEighth: UInt { 100_000_000 }

  /// Appends the digits of a number, without zeros before them.
  @inline(__always)
  mutating func appendDigits(_ value: UInt) {
    if value < 10 { return append(UInt8(ascii: "0") | UInt8(truncatingIfNeeded: value)) }
    if value < Self.tenToTheEighth { return appendUpToEight(value) }
    appendMany(value)
  }

  /// Appends a fraction behind its point, without zeros at its end; nothing for zero.
  ///
  /// - Parameters:
  ///   - numerator: Less than `denominator`.
  ///   - denominator: A power of ten, at most a million.
  @inline(__always)
  mutating func appendFraction(_ numerator: UInt, of denominator: UInt) {
    guard numerator > 0 else { return }
    let upToEight =
      denominator == 1_000_000 ? numerator * 100 : numerator * (Self.tenToTheEighth / denominator)
    let digits = Self.eightDigits(UInt64(upToEight))
    append(UInt8(ascii: "."))
    append(bytes: Self.asText(digits), count: 8 - digits.leadingZeroBitCount / 8)
  }

  /// Appends a day as ISO 8601 writes it: `2024-06-19`.
  ///
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to 31.
  public mutating func append(year: Int, month: Int, day: Int) {
    let number = UInt64(truncatingIfNeeded: year * 10_000 + month * 100 + day)
    let text = Self.asText(Self.eightDigits(number))
    let hyphen = UInt64(UInt8(ascii: "-"))
    let toMonth = text & 0xFFFF_FFFF | hyphen << 32 | (text >> 32 & 0xFFFF) << 40
    append(bytes: toMonth | hyphen << 56, count: 8)
    append(bytes: text >> 48, count: 2)
  }

  /// - Parameter value: 1 to 99,999,999.
  private mutating func appendUpToEight(_ value: UInt) {
    let digits = Self.eightDigits(UInt64(value))
    let zeros = digits.trailingZeroBitCount / 8
    append(bytes: Self.asText(digits) &>> UInt64(8 * zeros), count: 8 - zeros)
  }

  private mutating func appendMany(_ value: UInt) {
    let upper = value / Self.tenToTheEighth
    appendDigits(upper)
    let digits = Self.eightDigits(UInt64(value - upper * Self.tenToTheEighth))
    append(bytes: Self.asText(digits), count: 8)
  }

  /// The eight decimal digits of a number, a byte each from 0 to 9, the first digit in the lowest byte.
  ///
  /// The number is halved into groups of four, two and one digit, all groups at once. A quotient by 100
  /// is a product with 10,486 / 2^20, one by 10 with 103 / 2^10, exact for so few digits.
  ///
  /// - Parameter value: Less than 100,000,000.
  @inline(__always)
  static func eightDigits(_ value: UInt64) -> UInt64 {
    let fours = value / 10_000 | (value % 10_000) &<< 32
    let hundreds = (fours &* 10_486) &>> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) &<< 16
    let tens = (twos &* 103) &>> 10 & 0x000F_000F_000F_000F
    return tens | (twos &- tens &* 10) &<< 8
  }

  /// The characters of eight digits.
  static func asText(_ digits: UInt64) -> UInt64 { digits | 0x3030_3030_3030_3030 }
}
