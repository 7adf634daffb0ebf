extension ByteBuffer {
  /// Appends an integer in decimal.
  public mutating func append(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude)
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
    let scaled = (value * Double(scale)).magnitude
    // What would be rounded to 10^15 is as large as that.
    guard scaled < 1e15 - 0.5 else { return append(value) }
    var number = UInt(bitPattern: Int(scaled))
    if scaled - Double(number) >= 0.5 { number += 1 }
    if value < 0, number > 0 { append(UInt8(ascii: "-")) }
    // Dividing by a number known beforehand takes a fraction of the time.
    let whole = decimals == 6 ? number / 1_000_000 : number / scale
    appendDigits(whole)
    appendFraction(number - whole * scale, of: scale)
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
      return appendDigits(digits * UInt(scale))
    }
    while decimals > 0, digits % 10 == 0 {
      digits /= 10
      decimals -= 1
    }
    var unit: UInt = 1
    for _ in 0..<decimals { unit *= 10 }
    appendDigits(digits / unit)
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    appendPadded(digits % unit, to: decimals)
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

  /// Appends the digits of a number behind so many zeros that there are as many as stated.
  private mutating func appendPadded(_ value: UInt, to count: Int) {
    var (digits, bound) = (1, UInt(10))
    while digits < count, value >= bound {
      digits += 1
      bound *= 10
    }
    for _ in digits..<max(digits, count) { append(UInt8(ascii: "0")) }
    appendDigits(value)
  }
}
