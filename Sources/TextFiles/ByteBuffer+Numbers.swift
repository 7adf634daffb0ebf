extension ByteBuffer {
  /// Appends an integer in decimal.
  public mutating func append(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude, atLeast: 1)
  }

  /// Appends the shortest decimal that reads back as the same number, in the C locale.
  ///
  /// Whole numbers keep their `.0`. What is not finite comes out as `nan`, `inf` or `-inf`, which
  /// most formats forbid: ask first.
  public mutating func append(_ value: Double) {
    append(value.description)
  }

  /// Appends a number rounded to a few decimals, with no trailing zeros: `3`, `0.25`, `-1.5`.
  ///
  /// Rounding hides the last bits, in which platforms differ. Numbers that a `Double` cannot hold
  /// to that many decimals (beyond about a thousand million) are written in full.
  ///
  /// - Parameters:
  ///   - value: The number; `nan` and infinities as in `append(_:)`.
  ///   - decimals: How many decimals to keep, 0 to 6.
  public mutating func append(_ value: Double, decimals: Int) {
    let scale = Self.powerOfTen(decimals)
    let scaled = (value * Double(scale)).rounded()
    guard scaled.magnitude < 1e15 else { return append(value) }
    let number = UInt(scaled.magnitude)
    if scaled < 0 { append(UInt8(ascii: "-")) }
    let whole = number / scale
    appendDigits(whole, atLeast: 1)
    var fraction = number - whole * scale
    guard fraction > 0 else { return }
    var digits = decimals
    while fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    append(UInt8(ascii: "."))
    appendDigits(fraction, atLeast: digits)
  }

  /// Appends a number rounded to some digits that count, with no trailing zeros: `0.0123457`, `1200000`.
  ///
  /// - Parameters:
  ///   - value: The number; `nan` and infinities as in `append(_:)`.
  ///   - significantDigits: How many digits to keep, from the first that is not zero, 1 to 15.
  public mutating func append(_ value: Double, significantDigits: Int) {
    guard value.magnitude >= 1e-12, value.magnitude < 1e15 else {
      return value == 0 ? append(0) : append(value)
    }
    // How many decimals the last digit is at; digits before the point may be rounded too.
    var (decimals, bound) = (significantDigits, 1.0)
    while value.magnitude >= bound {
      bound *= 10
      decimals -= 1
    }
    while value.magnitude < bound / 10 {
      bound /= 10
      decimals += 1
    }
    var scale = 1.0
    for _ in 0..<abs(decimals) { scale *= 10 }
    let scaled = (decimals < 0 ? value / scale : value * scale).rounded()
    if scaled < 0 { append(UInt8(ascii: "-")) }
    var digits = UInt(scaled.magnitude)
    guard decimals > 0 else {
      return appendDigits(digits * UInt(scale), atLeast: 1)
    }
    while decimals > 0, digits % 10 == 0 {
      digits /= 10
      decimals -= 1
    }
    var unit: UInt = 1
    for _ in 0..<decimals { unit *= 10 }
    appendDigits(digits / unit, atLeast: 1)
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    appendDigits(digits % unit, atLeast: decimals)
  }

  private static func powerOfTen(_ exponent: Int) -> UInt {
    switch exponent {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1000
    case 4: 10_000
    case 5: 100_000
    default: 1_000_000
    }
  }

  private mutating func appendDigits(_ value: UInt, atLeast minimum: Int) {
    if value < 10, minimum <= 1 {
      return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value))
    }
    // The largest 64-bit number has 20 digits.
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    var place = digits.count
    var rest = value
    while rest > 0 {
      place -= 1
      let tenth = rest / 10
      digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest &- tenth &* 10)
      rest = tenth
    }
    append(digits.span.extracting(min(place, digits.count - minimum)..<digits.count))
  }
}
