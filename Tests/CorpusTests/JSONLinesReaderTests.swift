import Corpus
import TestSupport
import Testing

@Suite struct JSONLinesReaderTests {
  let folder = TemporaryFolder()

  @Test("fields are read under any of their names")
  func fields() throws {
    folder.write(
      "a.jsonl",
      #"{"id":"d1","text":"one","title":"T","date":"2024","source":"S","language":"en"}"# + "\r\n"
        + #"{"id":17,"body":"two","published":"2023","site":"S2","lang":"fr","text":""}"# + "\n"
        + #"{"publisher":"P","content":"three","title":null}"#)
    let result = try readAll([folder.path])
    #expect(
      result.documents == [
        Document(
          id: "d1", title: "T", date: "2024", source: "S", language: "en", text: Array("one".utf8),
          line: 1),
        Document(
          id: "17", date: "2023", source: "S2", language: "fr", text: Array("two".utf8), line: 2),
        Document(id: "a.jsonl#3", source: "P", text: Array("three".utf8), line: 3),
      ])
    #expect(result.problems.isEmpty)
  }

  @Test(
    "a document knows its line, whatever parts the file is read in", arguments: [1, 30, 1 << 20])
  func lines(maxBytes: Int) throws {
    let lines = (1...20).map { $0 % 5 == 0 ? "\n" : "{\"text\":\"\($0)\"}\n" }
    folder.write("a.jsonl", lines.joined())
    let result = try readAll([folder.path], maxBytes: maxBytes)
    #expect(result.documents.map(\.line) == (1...20).filter { $0 % 5 != 0 })
    #expect(result.texts == (1...20).filter { $0 % 5 != 0 }.map { "\($0)" })
  }

  @Test("fields may be given other names")
  func otherNames() throws {
    folder.write("a.jsonl", #"{"text":"no","maintext":"yes","url":"u"}"#)
    var options = InputOptions()
    options.fields.text = ["maintext"]
    options.fields.id = ["url"]
    let result = try readAll([folder.path], options: options)
    #expect(result.texts == ["yes"])
    #expect(result.ids == ["u"])
  }

  static let bad = [
    "{\"text\":\"a\"}", "", "{\"text\":\"é\", b}", "{\"id\":1}", "{\"text\":[]}", "{\"text\":\"\"}",
    " \t\r", "{\"text\":\"\\ud800\"}", "{\"text\":\"z\"}",
  ]
  static let badProblems = [
    "3:14: the line is skipped: expected the name of a field in double quotes",
    "4: the line is skipped: none of the fields text, body, content is there",
    "5: the line is skipped: \"text\" is a list, not a text",
    "6: the line is skipped: its text is empty", "8:9: 1 lone surrogate replaced by U+FFFD",
  ]

  @Test(
    "a bad line is skipped with its place and reason, in any part, packed or not", arguments: 0..<5)
  func badLines(way: Int) throws {
    let text = Array(Self.bad.joined(separator: "\n").utf8)
    let path = folder.write("a.jsonl", way == 4 ? gzip(text) : text)
    let result = try readAll([folder.path], maxBytes: [1, 7, 30, 1000, 1000][way])
    #expect(result.ids == ["a.jsonl#1", "a.jsonl#8", "a.jsonl#9"])
    #expect(result.texts == ["a", "\u{FFFD}", "z"])
    #expect(result.problems == Self.badProblems.map { "\(path):\($0)" })
  }

  @Test("the parts of a file cover it, each begins a line, and all read as the whole does")
  func parts() throws {
    let lines = (0..<100).map { "{\"text\":\"\(String(repeating: "x", count: $0 * 7 % 50))y\"}\n" }
    let text = Array(lines.joined().utf8)
    let path = folder.write("a.jsonl", text)
    let whole = try readAll([path])
    let file = try #require(try InputFinder.find([path]).files.first)
    for maxBytes in [1, 10, 50, 51, 500, text.count - 1, text.count, text.count + 1] {
      let ranges = file.parts(maxBytes: maxBytes).map { $0.range ?? 0..<text.count }
      #expect(ranges.first?.lowerBound == 0)
      #expect(ranges.last?.upperBound == text.count)
      for (one, next) in zip(ranges, ranges.dropFirst()) {
        #expect(one.upperBound == next.lowerBound)
        #expect(text[one.upperBound - 1] == 0x0A)
      }
      #expect(try readAll([path], maxBytes: maxBytes).documents == whole.documents)
    }
    #expect(file.parts(maxBytes: 500).count > 4)
  }

  @Test("a large file that is no text is one part, and is reported once")
  func binary() throws {
    let path = folder.write("a.jsonl", [UInt8](repeating: 0, count: 3000) + Array("\n{}\n".utf8))
    let file = try #require(try InputFinder.find([path]).files.first)
    #expect(file.parts(maxBytes: 10).count == 1)
    #expect(try readAll([path], maxBytes: 10).problems == ["\(path): is binary, not text"])
  }

  @Test("parts read at once by several threads give the same line numbers")
  func threads() async throws {
    let text = String(repeating: "{\"text\":\"a\"}\n", count: 2000)
    let file = try #require(try InputFinder.find([folder.write("a.jsonl", text)]).files.first)
    let ids = try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
      for part in file.parts(maxBytes: 500) {
        group.addTask {
          var ids: [String] = []
          try part.read(document: { ids.append($0.id) }, problem: { _ in })
          return (part.number, ids)
        }
      }
      var found: [Int: [String]] = [:]
      for try await (number, ids) in group { found[number] = ids }
      return found.sorted { $0.key < $1.key }.flatMap(\.value)
    }
    #expect(ids == (1...2000).map { "a.jsonl#\($0)" })
  }

  @Test("lines that are not UTF-8 are read, with a warning at the text")
  func encodings() throws {
    let latin = folder.write("a.jsonl", Array("{\"text\":\"caf".utf8) + [0xE9] + Array("\"}".utf8))
    folder.write("b.jsonl", Array("\u{FEFF}{\"text\":\"é\"}\n".utf8))
    let units = Array("{\"text\":\"김\"}\n{\"text\":\"x\"}".utf16)
    folder.write(
      "c.jsonl", [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    let result = try readAll([folder.path], maxBytes: 5)
    #expect(result.texts == ["café", "é", "김", "x"])
    #expect(result.problems == ["\(latin):1:9: is not valid UTF-8; read as windows-1252"])
  }

  @Test("a packed file that is cut off gives the lines before the cut")
  func truncated() throws {
    let packed = gzip(Array("{\"text\":\"a\"}\n{\"text\":\"b\"}\n".utf8))
    let path = folder.write("a.jsonl.gz", Array(packed.dropLast(2)))
    let result = try readAll([folder.path])
    #expect(result.texts == ["a", "b"])
    #expect(result.problems == ["\(path): the gzip data ends too early; the file is cut off"])
  }

  @Test("a packed line over the limit is skipped, and the next one read")
  func longLine() throws {
    var options = InputOptions()
    options.largestDocument = 20
    let line = "{\"text\":\"\(String(repeating: "x", count: 600_000))\"}\n{\"text\":\"b\"}"
    let path = folder.write("a.jsonl.gz", gzip(Array(line.utf8)))
    let result = try readAll([folder.path], options: options)
    #expect(result.texts == ["b"])
    #expect(
      result.problems == ["\(path):1: the line is larger than the 20 bytes allowed for a document"])
  }
}
