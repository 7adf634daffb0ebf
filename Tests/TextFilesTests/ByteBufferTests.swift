import Testing
import TextFiles

@Suite struct ByteBufferTests {
  private func text(_ fill: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer()
    fill(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test(
    "an integer is written in decimal",
    arguments: [0, 1, 9, 10, 99, 100, 999_999, 1_000_000, 10_000_000, -1, -10, .max, .min])
  func integers(value: Int) {
    #expect(text { $0.append(value) } == String(value))
  }

  @Test("the first bytes of a word are appended, the lowest first, and no others")
  func words() {
    let word: UInt64 = 0x6867_6665_6463_6261
    for count in 0...8 {
      let written = text {
        $0.append(bytesOf: word, count: count)
        $0.append(UInt8(ascii: "."))
      }
      #expect(written == "abcdefgh".prefix(count) + ".")
    }
  }

  @Test(
    "a number is rounded to six decimals without trailing zeros",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (3.0, "3"), (0.25, "0.25"), (-1.5, "-1.5"), (0.000001, "0.000001"),
      (0.0000004, "0"), (-0.0000004, "0"), (0.1234565, "0.123457"), (1.0 / 3, "0.333333"),
      (2.0 / 3, "0.666667"), (0.9999999, "1"), (10, "10"), (1000.5, "1000.5"),
      (123_456_789.123456, "123456789.123456"), (1e12, "1000000000000.0"), (1e22, "1e+22"),
      (-1234.000_01, "-1234.00001"),
    ])
  func decimals(value: Double, expected: String) {
    #expect(text { $0.append(value, decimals: 6) } == expected)
  }

  @Test(
    "fewer decimals round earlier",
    arguments: [
      (12.34, 1, "12.3"), (-12.36, 1, "-12.4"), (0.04, 1, "0"), (0.5, 0, "1"),
      (1234.5678, 3, "1234.568"),
    ])
  func fewerDecimals(value: Double, decimals: Int, expected: String) {
    #expect(text { $0.append(value, decimals: decimals) } == expected)
  }

  @Test("a rounded number reads back within half a unit of its last decimal")
  func roundTrip() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<10_000 {
      let value = Double.random(in: -1000...1000, using: &generator)
      let written = text { $0.append(value, decimals: 6) }
      let read = try #require(Double(written))
      #expect(abs(read - value) <= 0.500_001e-6, "\(value) was written \(written)")
    }
  }

  @Test(
    "a number in full reads back as the same number",
    arguments: [0.1, 1e-7, .leastNonzeroMagnitude, 1e300])
  func shortest(value: Double) {
    #expect(Double(text { $0.append(value) }) == value)
  }

  @Test("numbers are filled in where they stand, 0 where they are not")
  func fillsIn() {
    var buffer = ByteBuffer()
    for round in 0..<50 {
      buffer.append(bytesOf: ~0, count: 8)
      let count = buffer.append(count: round) { (span: inout MutableSpan<UInt64>) in
        for place in span.indices where place % 2 == 0 { span[place] = 0x0102_0304_0506_0708 }
        return span.count
      }
      #expect(count == round)
    }
    let expected = (0..<50).flatMap { round in
      [UInt8](repeating: 0xFF, count: 8)
        + (0..<round).flatMap { place -> [UInt8] in
          place % 2 == 0 ? [8, 7, 6, 5, 4, 3, 2, 1] : [0, 0, 0, 0, 0, 0, 0, 0]
        }
    }
    #expect(buffer.bytes == expected)
  }
}
