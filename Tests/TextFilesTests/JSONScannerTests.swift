import Testing

@testable import TextFiles

@Suite struct JSONScannerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let line: String
    /// The values of `id` and `text`: a text in quotes, a number as written, or the kind.
    let values: [String]
  }

  static let cases = [
    Case(testDescription: "an empty object", line: " { } ", values: ["missing", "missing"]),
    Case(
      testDescription: "strings and numbers", line: #"{"id":-1.5e+3,"text":"a"}"#,
      values: ["-1.5e+3", "\"a\""]),
    Case(
      testDescription: "other fields are skipped, however nested",
      line: #"{"x":{"text":"no","y":[1,[],{},{"id":[true,false,null]}]},"text":"yes"}"#,
      values: ["missing", "\"yes\""]),
    Case(
      testDescription: "every escape", line: #"{"text":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"}"#,
      values: ["missing", "\"\"\\/\u{8}\u{C}\n\r\té😀\""]),
    Case(
      testDescription: "a lone surrogate becomes U+FFFD",
      line: #"{"text":"a\ud800b\udc00\ud800\u0041"}"#,
      values: ["missing", "\"a\u{FFFD}b\u{FFFD}\u{FFFD}A\""]),
    Case(
      testDescription: "an escaped name is the same name", line: #"{"te\u0078t":"a"}"#,
      values: ["missing", "\"a\""]),
    Case(
      testDescription: "the last of two values counts", line: #"{"id":"a","id":null}"#,
      values: ["null", "missing"]),
    Case(
      testDescription: "other kinds are named", line: #"{"id":[1],"text":{}}"#,
      values: ["a list", "an object"]),
    Case(
      testDescription: "white space stands anywhere between tokens",
      line: "\t{ \"id\" : true ,\r \"text\" : \"é – 김\" } \r",
      values: ["true or false", "\"é – 김\""]),
  ]

  @Test("wanted fields are found", arguments: cases)
  func scans(_ testCase: Case) throws {
    var scanner = JSONScanner(fields: ["id", "text"])
    let line = Array(testCase.line.utf8)
    try scanner.scan(line.span)
    let found = scanner.values.map { value in
      switch value {
      case .string(let content, _):
        var bytes: [UInt8] = []
        JSONEscape.append(content, of: line.span, to: &bytes)
        return "\"" + String(decoding: bytes, as: UTF8.self) + "\""
      case .number(let digits): return String(decoding: line[digits], as: UTF8.self)
      default: return value.kind
      }
    }
    #expect(found == testCase.values)
  }

  @Test(
    "what is not a JSON object is an error with its column",
    arguments: [
      ("", "column 1: expected an object: {"), ("[1]", "column 1: expected an object: {"),
      (#"{"a":1"#, "column 7: expected a comma or }"), (#"{"a" 1}"#, "column 6: expected a colon"),
      (#"{a:1}"#, "column 2: expected the name of a field in double quotes"),
      (#"{"a":1,}"#, "column 8: expected the name of a field in double quotes"),
      (#"{"é":tru}"#, "column 6: expected a value"),
      (#"{"a":01}"#, "column 7: expected a comma or }"),
      (#"{"a":1.}"#, "column 8: expected a digit"), (#"{"a":1e}"#, "column 8: expected a digit"),
      (#"{"a":[1 2]}"#, "column 9: expected a comma or ]"),
      (#"{"a":[}"#, "column 7: expected a value"),
      (#"{"a":-}"#, "column 6: expected a value"),
      (#"{"é":"x"#, "column 6: the string that opens here is never closed"),
      (#"{"a":"\"#, "column 7: an escape that JSON does not have"),
      (#"{"a":"\x"}"#, "column 7: an escape that JSON does not have"),
      (#"{"a":"\u12G4"}"#, "column 7: \\u needs four hexadecimal digits"),
      ("{\"a\":\"x\ty\"}", "column 8: a control character in a string; write it as an escape"),
      (#"{"a":1} x"#, "column 9: something stands after the object"),
      (#"{"a":1}{"#, "column 8: something stands after the object"),
      ("{\"a\":\0}", "column 6: expected a value"),
    ])
  func refuses(line: String, message: String) {
    var scanner = JSONScanner(fields: ["text"])
    let error = #expect(throws: JSONError.self) { try scanner.scan(Array(line.utf8).span) }
    #expect(error?.description == message)
  }

  @Test("nesting to the limit is read, beyond it refused, without using the stack")
  func depth() throws {
    func line(_ depth: Int) -> [UInt8] {
      Array(
        ("{\"a\":" + String(repeating: "[", count: depth - 1)
          + String(repeating: "]", count: depth - 1) + "}").utf8)
    }
    var scanner = JSONScanner(fields: [])
    try scanner.scan(line(JSONScanner.depthLimit).span)
    for depth in [JSONScanner.depthLimit + 1, 1_000_000] {
      let error = #expect(throws: JSONError.self) { try scanner.scan(line(depth).span) }
      #expect(error?.reason == "values nested deeper than 512")
    }
    try scanner.scan(Array("{}".utf8).span)
  }

  @Test("a line cut off at any byte is an error")
  func truncated() {
    let line = Array(#"{"id":12.5e3,"x":[{"y":"\u00e9"}],"text":"é\n","z":null}"#.utf8)
    var scanner = JSONScanner(fields: ["id", "text"])
    for count in 0..<line.count {
      #expect(throws: JSONError.self) { try scanner.scan(Array(line[..<count]).span) }
    }
  }

  @Test("a quote is found wherever it lies in a word of eight bytes")
  func alignment() throws {
    var scanner = JSONScanner(fields: ["text"])
    for length in 0..<40 {
      for filler in ["a", "é", "\u{7F}"] {
        let text = String(repeating: filler, count: length)
        try scanner.scan(Array("{\"text\":\"\(text)\"}".utf8).span)
        #expect(scanner.values == [.string(9..<9 + text.utf8.count, hasEscapes: false)])
      }
    }
  }
}
