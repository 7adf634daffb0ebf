import Foundation
import TestSupport
import Testing

@testable import TextFiles

/// Digits eight at a time against digits one by one.
@Suite struct DigitsTests {
  private func text(_ fill: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer()
    fill(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private func padded(_ value: Int, to count: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  @Test("numbers below 100,000,000 have their eight digits")
  func eightDigits() {
    var generator = SeededGenerator(seed: 1)
    let around = (0...8).flatMap { power -> [Int] in
      let ten = Int(pow(10, Double(power)))
      return [ten - 1, ten, ten + 1]
    }.filter { $0 < 100_000_000 }
    let some = (0..<20_000).map { _ in Int.random(in: 0..<100_000_000, using: &generator) }
    for value in Array(0...10_100) + around + some {
      let digits = ByteBuffer.asText(ByteBuffer.eightDigits(UInt64(value)))
      let written = text { $0.append(bytes: digits, count: 8) }
      #expect(written == padded(value, to: 8))
    }
  }

  @Test("integers of every length are written in decimal", arguments: 0...63)
  func integers(bits: Int) {
    var generator = SeededGenerator(seed: UInt64(bits))
    for _ in 0..<200 {
      let value = Int(truncatingIfNeeded: generator.next()) >> bits
      #expect(text { $0.append(value) } == String(value))
    }
  }

  /// As `append(_:decimals:)`, by the rounding of the standard library and without its digits.
  private func plain(_ value: Double, decimals: Int) -> String {
    let scale = Int(pow(10, Double(decimals)))
    let scaled = (value * Double(scale)).rounded()
    guard scaled.magnitude < 1e15 else { return value.description }
    let number = Int(scaled.magnitude)
    let sign = scaled < 0 ? "-" : ""
    var fraction = decimals == 0 ? "" : "." + padded(number % scale, to: decimals)
    while fraction.last == "0" { fraction.removeLast() }
    return sign + String(number / scale) + (fraction == "." ? "" : fraction)
  }

  @Test("rounding to decimals is that of the standard library", arguments: 0...6)
  func decimals(decimals: Int) {
    var generator = SeededGenerator(seed: UInt64(decimals))
    let unit = pow(10, -Double(decimals))
    var values = [
      0.5 * unit, (0.5 * unit).nextDown, (0.5 * unit).nextUp, 1.5 * unit, 2.5 * unit, 1e9, 1e15,
      1e16, 1e15 - 0.5, 1e15 - 1, (1e15 - 0.5) * unit, (1e15 - 1) * unit, 1e15 * unit, 1e300,
      .leastNonzeroMagnitude, .infinity, .nan, 0,
    ]
    for _ in 0..<5000 {
      let exponent = Double.random(in: -9...16, using: &generator)
      values.append(pow(10, exponent))
      values.append(Double(Int.random(in: 0...99_999_999, using: &generator)) * unit / 2)
    }
    for value in values.flatMap({ [$0, -$0] }) {
      #expect(
        text { $0.append(value, decimals: decimals) } == plain(value, decimals: decimals),
        "\(value)")
    }
  }

  @Test("a day is written as ISO 8601 has it")
  func days() {
    for (year, month, day) in [(1, 1, 1), (987, 12, 31), (2024, 2, 29), (9999, 10, 9)] {
      #expect(
        text { $0.append(year: year, month: month, day: day) }
          == "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))")
    }
  }

  @Test("the bytes of an integer are appended from the lowest, as many as are asked for")
  func bytesOfInteger() {
    for count in 0...8 {
      var buffer = ByteBuffer()
      for _ in 0..<100 { buffer.append(bytes: 0x0807_0605_0403_0201, count: count) }
      #expect(buffer.bytes == Array((0..<100).map { _ in Array(1...8).prefix(count) }.joined()))
    }
  }
}
