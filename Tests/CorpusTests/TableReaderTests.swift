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
        Document(id: "7", title: "T", date: "2024", text: Array("one, \"two\"\nthree".utf8)),
        Document(id: "a.csv#5", text: Array("four".utf8)),
        Document(id: "b.tsv#2", source: "Example", text: Array("\"quoted".utf8)),
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
        "\(path):6:3: the rest of the file is skipped: the quote that opens here is never closed",
      ])
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
