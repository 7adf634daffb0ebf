import Testing

@testable import TextFiles

@Suite struct DelimitedReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    var dialect = DelimitedDialect.csv
    /// Each field as `line:column:content`.
    let fields: [[String]]
  }

  static let cases = [
    Case(testDescription: "an empty text has no record", text: "", fields: []),
    Case(
      testDescription: "records end at LF, CRLF and CR", text: "a,b\nc,d\r\ne,f\rg,h",
      fields: [["1:1:a", "1:3:b"], ["2:1:c", "2:3:d"], ["3:1:e", "3:3:f"], ["4:1:g", "4:3:h"]]),
    Case(
      testDescription: "a line break at the end begins no record", text: "a\n", fields: [["1:1:a"]]),
    Case(
      testDescription: "a blank line is a record of one empty field", text: "a\n\nb",
      fields: [["1:1:a"], ["2:1:"], ["3:1:b"]]),
    Case(
      testDescription: "empty fields count", text: ",,\n", fields: [["1:1:", "1:2:", "1:3:"]]),
    Case(
      testDescription: "a separator at the very end begins an empty field", text: "a,",
      fields: [["1:1:a", "1:3:"]]),
    Case(
      testDescription: "quotes hold separators, doubled quotes and line breaks",
      text: "\"a,b\",\"say \"\"hi\"\"\",\"x\r\ny\nz\",q\nnext,1",
      fields: [["1:1:a,b", "1:7:say \"hi\"", "1:20:x\r\ny\nz", "3:4:q"], ["4:1:next", "4:6:1"]]),
    Case(
      testDescription: "columns count scalars, not bytes", text: "é😀,김\"x,z",
      fields: [["1:1:é😀", "1:4:김\"x", "1:8:z"]]),
    Case(
      testDescription: "text after a closing quote is kept", text: "\"a\"b,\"\"",
      fields: [["1:1:ab", "1:6:"]]),
    Case(
      testDescription: "in TSV a quote is a character", text: "\"a\tb\"\n\"\t,",
      dialect: .tsv, fields: [["1:1:\"a", "1:4:b\""], ["2:1:\"", "2:3:,"]]),
  ]

  @Test("tables are read field by field, with places", arguments: cases)
  func reads(_ testCase: Case) throws {
    let bytes = Array(testCase.text.utf8)
    var reader = DelimitedReader(dialect: testCase.dialect)
    var record = DelimitedRecord()
    var found: [[String]] = []
    while try reader.next(in: bytes.span, into: &record) {
      found.append(
        (0..<record.count).map {
          "\(record.line(of: $0)):\(record.column(of: $0, in: bytes.span)):\(record.string($0))"
        })
    }
    #expect(found == testCase.fields)
  }

  @Test("a quote that is never closed is an error at the place where it opens")
  func unterminated() throws {
    let bytes = Array("a,b\né,\"x\ny,z\n".utf8)
    var reader = DelimitedReader(dialect: .csv)
    var record = DelimitedRecord()
    #expect(try reader.next(in: bytes.span, into: &record))
    let error = #expect(throws: DelimitedError.self) {
      try reader.next(in: bytes.span, into: &record)
    }
    #expect(error?.description == "2:3: the quote that opens here is never closed")
    #expect(try reader.next(in: bytes.span, into: &record))
    #expect((0..<record.count).map { record.string($0) } == ["y", "z"])
    #expect(record.line == 3)
    #expect(try !reader.next(in: bytes.span, into: &record))
  }

  @Test("a field that spans lines and goes on behind its closing quote is one that was not closed")
  func closedByAnother() throws {
    let bytes = Array("\"a,1\r\nb,\"c\"\r\n".utf8)
    var reader = DelimitedReader(dialect: .csv)
    var record = DelimitedRecord()
    let error = #expect(throws: DelimitedError.self) {
      try reader.next(in: bytes.span, into: &record)
    }
    #expect(
      error?.description == "1:1: the quote that opens here is closed before text in line 2")
    #expect(try reader.next(in: bytes.span, into: &record))
    #expect((0..<record.count).map { record.string($0) } == ["b", "c"])
    #expect(record.line == 2)
  }

  @Test("a blank line is told from a record with fields")
  func blank() throws {
    var reader = DelimitedReader(dialect: .csv)
    var record = DelimitedRecord()
    let bytes = Array("\n,".utf8)
    _ = try reader.next(in: bytes.span, into: &record)
    #expect(record.isBlank)
    _ = try reader.next(in: bytes.span, into: &record)
    #expect(!record.isBlank)
  }
}
