import Testing
import TextFiles

@Suite struct SignificantDigitsTests {
  @Test(
    "a number is rounded to its first six digits, without zeros at the end",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (-2.5, "-2.5"), (0.012_345_678, "0.0123457"),
      (1_234_567, "1234570"), (999_999.5, "1000000"), (0.999_999_9, "1"), (120_000, "120000"),
      (100.0001, "100"), (1e-9, "0.000000001"), (1.5e-7, "0.00000015"), (-0.000_1, "-0.0001"),
      (123.456, "123.456"), (123.456_7, "123.457"), (1e300, "1e+300"), (1e-300, "1e-300"),
    ])
  func rounded(value: Double, expected: String) {
    var buffer = ByteBuffer()
    buffer.append(value, significantDigits: 6)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected)
  }
}
