import Foundation
import Testing
import TextFiles

@Suite struct JSONTextTests {
  private func literal(_ text: String) -> String {
    var buffer = ByteBuffer()
    JSONText.append(text, to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test(
    "a string literal escapes quotes, backslashes and control characters only",
    arguments: [
      ("", #""""#), ("plain", #""plain""#), (#"a"b\c"#, #""a\"b\\c""#),
      ("\n\r\t", #""\n\r\t""#), ("\0\u{1}\u{1F}", #""\u0000\u0001\u001f""#),
      ("\u{7F}/é漢😀\u{2028}\u{FFFE}", "\"\u{7F}/é漢😀\u{2028}\u{FFFE}\""), ("\"", #""\"""#),
    ])
  func literals(text: String, expected: String) {
    #expect(literal(text) == expected)
  }

  @Test("every scalar below U+3000 reads back as itself")
  func readBack() throws {
    var scalars = String.UnicodeScalarView()
    for value in 0..<UInt32(0x3000) { Unicode.Scalar(value).map { scalars.append($0) } }
    let text = String(scalars)
    let read = try JSONSerialization.jsonObject(
      with: Data(literal(text).utf8), options: .fragmentsAllowed)
    #expect((read as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
  }

  @Test(
    "a number is valid JSON or null",
    arguments: [
      (1.0, "1.0"), (0.1, "0.1"), (1e-7, "1e-07"), (.infinity, "null"), (-.infinity, "null"),
      (.nan, "null"),
    ])
  func numbers(value: Double, expected: String) {
    var buffer = ByteBuffer()
    JSONText.append(value, to: &buffer)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected)
  }
}
