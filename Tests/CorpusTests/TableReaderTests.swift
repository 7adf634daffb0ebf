import Corpus
import TestSupport
import Testing

@Suite struct TableReaderTests {
  let folder = TemporaryFolder()

  @Test("columns are found by name, without regard to case and order")
  func columns() throws {
    folder.write(
      "a.csv",
      "Published,ID,Other,TEXT,title\r\n2024,7,x,\"one, \"\"two\"\"\nthree\",T\r\n\r\n,,,four,\r\n")
    folder.write("b.tsv", "body\tsite\n\"quoted\tExample\n")
    let result = try readAll([folder.path])
    #expect(
      result.documents == [
        Document(
          id: "7", title: "T", date: "2024", text: Array("one, \"two\"\nthree".utf8), line: 2),
        Document(id: "a.csv#5", text: Array("four".utf8), line: 5),
        Document(id: "b.tsv#2", source: "Example", text: Array("\"quoted".utf8), line: 2),
      ])
    #expect(result.problems.isEmpty)
  }

  @Test("a table without a text column is skipped with the columns that it has")
  func noText() throws {
    let path = folder.write("a.csv", "\nid,Headline\n1,x\n")
    let result = try readAll([folder.path])
    #expect(result.documents.isEmpty)
    #expect(
      result.problems == [
        "\(path):2: is skipped: no column is named \"text\" or \"body\" or \"content\"; the columns are \"id\", \"Headline\""
      ])
  }

  @Test("bad records are reported with their place, and the others read")
  func badRecords() throws {
    let path = folder.write("a.csv", "id,text\n1\n2,\n3,a,b\n4,c\n5,\"d\n")
    let result = try readAll([folder.path])
    #expect(result.ids == ["3", "4"])
    #expect(
      result.problems == [
        "\(path):2: the record is skipped: its text is empty",
        "\(path):3: the record is skipped: its text is empty",
        "\(path):4: the record has 3 fields, the header 2; the rest is left out",
        "\(path):6:3: the record is skipped: the quote that opens here is never closed; 1 line lost, 0 lines after it read as records",
      ])
  }

  struct OpenQuote: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let table: String
    let ids: [String]
    let problems: [String]
  }

  static let openQuotes = [
    OpenQuote(
      testDescription: "the end of the file",
      table: "id,text\n1,a\n2,\"open\n3,c\nprose alone\nprose, with, commas\n\n4,d\n",
      ids: ["1", "3", "4"],
      problems: [
        "3:3: the record is skipped: the quote that opens here is never closed; 3 lines lost, 2 lines after it read as records"
      ]),
    OpenQuote(
      testDescription: "the quote of a later field",
      table: "id,text\r\n1,\"open\r\n2,b\r\n3,\"c, \"\"d\"\"\"\r\n4,\"e\r\nf\"\r\n",
      ids: ["2", "3", "4"],
      problems: [
        "2:3: the record is skipped: the quote that opens here is closed before text in line 4; 1 line lost, 1 line after it read as records"
      ]),
    OpenQuote(
      testDescription: "a record that began lines before",
      table: "id,title,text\n1,\"t\nu\",\"open\n2,t,b\n", ids: ["2"],
      problems: [
        "3:4: the record is skipped: the quote that opens here is never closed; 2 lines lost, 1 line after it read as records"
      ]),
    OpenQuote(
      testDescription: "one after the other", table: "id,text\n1,\"a\n2,\"b\n3,\"c\n4,d\n",
      ids: ["4"],
      problems: [
        "2:3: the record is skipped: the quote that opens here is closed before text in line 3; 1 line lost, 0 lines after it read as records",
        "3:3: the record is skipped: the quote that opens here is closed before text in line 4; 1 line lost, 0 lines after it read as records",
        "4:3: the record is skipped: the quote that opens here is never closed; 1 line lost, 1 line after it read as records",
      ]),
    OpenQuote(
      testDescription: "the header", table: "id,\"text\n1,a\n", ids: [],
      problems: ["1:4: is skipped: in its header the quote that opens here is never closed"]),
  ]

  @Test("a quote that was not closed costs its own record, not those below", arguments: openQuotes)
  func openQuote(_ testCase: OpenQuote) throws {
    let path = folder.write("a.csv", testCase.table)
    let result = try readAll([folder.path])
    #expect(result.ids == testCase.ids)
    #expect(result.problems == testCase.problems.map { "\(path):\($0)" })
  }

  @Test("a hundred thousand quotes that were not closed cost no more than their lines")
  func manyOpenQuotes() throws {
    for end in ["\n", "\"\"\n"] {
      folder.write(
        "a.csv", "id,text\n" + String(repeating: "1,\"a" + end, count: 100_000))
      let clock = ContinuousClock()
      let took = try clock.measure { _ = try readAll([folder.path]) }
      #expect(took < .seconds(20))
    }
  }

  @Test("tables in other encodings and packed tables are read")
  func encodings() throws {
    folder.write("a.csv", Array("\u{FEFF}text\né\n".utf8))
    folder.write("b.csv.gz", gzip(Array("text\nx\n".utf8)))
    let latin = folder.write("c.csv", Array("text\ncaf".utf8) + [0xE9])
    let result = try readAll([folder.path])
    #expect(result.texts == ["é", "x", "café"])
    #expect(result.problems == ["\(latin): is not valid UTF-8; read as windows-1252"])
  }
}
