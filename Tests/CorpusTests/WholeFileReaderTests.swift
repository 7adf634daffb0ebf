import Corpus
import TestSupport
import Testing

@Suite struct WholeFileReaderTests {
  let folder = TemporaryFolder()

  @Test("a text is one document, its line ends as they are, without its byte order mark")
  func text() throws {
    folder.write("a.txt", "\u{FEFF}one\r\ntwo\rthree\n")
    let result = try readAll([folder.path])
    #expect(result.documents == [Document(id: "a.txt", text: Array("one\r\ntwo\rthree\n".utf8))])
    #expect(result.problems.isEmpty)
  }

  @Test(
    "empty and binary files are skipped with the reason",
    arguments: ["a.txt", "a.md", "a.html", "a.jsonl", "a.csv", "a.tsv.gz", "a.jsonl.gz"])
  func skipped(name: String) throws {
    let isPacked = name.hasSuffix("gz")
    for (bytes, reason) in [
      ([UInt8](), "is empty"), ([0, 1, 2, 3, 0, 0, 0xFF, 0x0A], "is binary, not text"),
    ] {
      let path = folder.write(name, isPacked ? gzip(bytes) : bytes)
      let result = try readAll([folder.path])
      #expect(result.documents.isEmpty)
      #expect(result.problems == ["\(path): \(reason)"])
    }
  }

  @Test("other encodings are read, with a warning where they are guessed")
  func encodings() throws {
    let path = folder.write("a.txt", [0x63, 0x61, 0x66, 0xE9])
    folder.write("b.txt", [0xFF, 0xFE, 0xE9, 0])
    let result = try readAll([folder.path])
    #expect(result.texts == ["café", "é"])
    #expect(result.problems == ["\(path): is not valid UTF-8; read as windows-1252"])
  }

  @Test("gzip is unpacked, whatever the name says; damaged gzip is skipped")
  func packed() throws {
    let text = Array("Putin".utf8)
    folder.write("a.txt.gz", gzip(text))
    folder.write("b.txt", gzip(text) + gzip(text))
    let path = folder.write("c.txt.gz", Array(gzip(text).dropLast(3)))
    let result = try readAll([folder.path])
    #expect(result.texts == ["Putin", "PutinPutin"])
    #expect(result.ids == ["a.txt.gz", "b.txt"])
    #expect(result.problems == ["\(path): the gzip data ends too early; the file is cut off"])
  }

  @Test("a document over the limit is skipped, packed or not")
  func limit() throws {
    var options = InputOptions()
    options.largestDocument = 10
    let plain = folder.write("a.txt", "12345678901")
    let packed = folder.write("b.txt.gz", gzip(Array("12345678901".utf8)))
    folder.write("c.txt", "1234567890")
    let result = try readAll([folder.path], options: options)
    #expect(result.ids == ["c.txt"])
    #expect(
      result.problems == [
        "\(plain): is larger than the 10 bytes allowed for a document",
        "\(packed): the gzip data unpacks to more than 10 bytes",
      ])
  }

  @Test("a file that vanished is a problem, not an error")
  func vanished() throws {
    for format in InputFormat.allCases {
      let file = InputFile(path: "/nowhere/a", name: "a", format: format, size: 1 << 30)
      var problems: [String] = []
      for part in file.parts(maxBytes: 10) {
        try part.read(document: { _ in }, problem: { problems.append($0.description) })
      }
      #expect(problems == ["/nowhere/a: cannot be read: No such file or directory"])
    }
  }

  @Test("what the receiver of documents throws comes back")
  func receiverThrows() throws {
    struct Enough: Error {}
    let paths = [
      folder.write("a.txt", "x"), folder.write("a.jsonl", "{\"text\":\"x\"}"),
      folder.write("b.jsonl", gzip(Array("{\"text\":\"x\"}\n\n".utf8))),
      folder.write("a.csv", "text\nx\n"), folder.write("a.html", "<p>x"),
    ]
    for file in try InputFinder.find(paths).files {
      #expect(throws: Enough.self) {
        try file.parts(maxBytes: 100)[0].read(document: { _ in throw Enough() }, problem: { _ in })
      }
    }
  }

  @Test("front matter gives title, date, source and language, and is no part of the text")
  func frontMatter() throws {
    folder.write(
      "a.md",
      "---\r\ntitle: \"Pact: signed\"\ndate: 2024-06-19\nSite: 'Example'\nlang: en\ntags:\n  - x\n---\n# Pact\n"
    )
    let document = try #require(try readAll([folder.path]).documents.first)
    #expect(
      document
        == {
          var expected = Document(id: "a.md", title: "Pact: signed", text: Array("# Pact\n".utf8))
          expected.date = "2024-06-19"
          expected.source = "Example"
          expected.language = "en"
          return expected
        }())
  }

  @Test(
    "a rule at the head of a Markdown file is text",
    arguments: [
      "---\ntitle: x\nno end", "---\n\n---\ntext", "----\ntitle: x\n---\n", "text\n---\na: b\n---",
    ])
  func rule(text: String) throws {
    folder.write("a.md", text)
    #expect(try readAll([folder.path]).texts == [text])
  }
}
