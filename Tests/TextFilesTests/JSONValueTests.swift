import Testing

@testable import TextFiles

@Suite struct JSONValueTests {
  static let values: [(String, JSONValue)] = [
    ("null", .null), (" true ", .boolean(true)), ("-1.5e3", .number("-1.5e3")),
    (#""a\u00e9\n\"""#, .string("aé\n\"")), ("[]", .array([])), ("{}", .object([:])),
    (
      #"{"a":[1,{"b":null}],"c":"d","c":"e"}"#,
      .object(["a": .array([.number("1"), .object(["b": .null])]), "c": .string("e")])
    ),
  ]

  @Test("a line of JSON is read with all that is in it", arguments: values)
  func reads(text: String, expected: JSONValue) throws {
    let bytes = Array(text.utf8)
    #expect(try JSONValue.parse(line: bytes.span) == expected)
  }

  static let errors: [(String, String)] = [
    ("", "column 1: expected a value"), ("[1 2]", "column 4: expected a comma or ]"),
    (#"{"a" 1}"#, "column 6: expected a colon"),
    (#"{"a":1,}"#, "column 8: expected the name of a field in double quotes"),
    (#"["é"#, "column 2: the string that opens here is never closed"),
    ("1 2", "column 3: something stands after the value"),
    (String(repeating: "[", count: 600), "column 513: values nested deeper than 512"),
  ]

  @Test("what is no JSON is an error with its column", arguments: errors)
  func refuses(text: String, message: String) {
    let bytes = Array(text.utf8)
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(line: bytes.span) }
    #expect(error?.description == message)
  }

  @Test("a string that is not UTF-8 is an error")
  func invalid() {
    let bytes: [UInt8] = [0x5B, 0x22, 0xFF, 0x22, 0x5D]
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(line: bytes.span) }
    #expect(error?.description == "column 2: the string is not valid UTF-8")
  }
}
