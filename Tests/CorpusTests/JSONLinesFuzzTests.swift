import TestSupport
import Testing
import TextFiles

@testable import Corpus

/// Reads files of records that were changed, in other encodings, packed, and in parts.
@Suite struct JSONLinesFuzzTests {
  private static let pieces =
    [
      "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud800", "\\udc00", "\\ud83d\\ude00", "\\u0000",
      "\\n",
      ":", ",", "\n", "\r\n", "\r", " ", "\t", "\0", "null", "true", "-", "1e999", "0.1", "1E+",
      "{\"text\":\"x\"}", "\"text\":", "\"date\":\"2024-13-45\"", "\"id\":{}", "[[[[[[", "{\"a\":",
      "\u{FEFF}", "é", "e\u{301}", "😀", "\u{2028}", "[{\"x\":[",
    ].map { Array($0.utf8) } + [
      [0xFF, 0xFE], [0xFE, 0xFF], [0xC3], [0x80], [0xED, 0xA0, 0x80], [0x1F, 0x8B, 8],
    ]

  private static let records = """
    {"id":"d1","text":"One met another.\\nThen \\"both\\" left – é \\u00e9 \\ud83d\\ude00.","title":"T","date":"2024-06-19","source":"S","language":"en"}
    {"id":17,"body":"two","published":"19 June 2024","site":"S2","lang":"fr","text":""}

    {"publisher":"P","content":"three 北京","title":null,"extra":{"a":[1,2.5e3,{"b":[true,false,null]}]}}
    {"text":"four", "date":1718755200, "id":"d1"}

    """

  @Test(
    "records of any bytes give the same valid documents in any parts",
    arguments: FuzzTarget.workers)
  func survives(worker: Int) throws {
    let folder = TemporaryFolder()
    try FuzzTarget("JSON Lines", cases: 200).run(worker) { seed, random in
      var bytes =
        random.oneIn(12) ? random.bytes(random.pick([3, 40, 400])) : Array(Self.records.utf8)
      bytes = random.mutated(bytes, with: Self.pieces)
      if random.oneIn(6) {
        bytes = utf16(String(decoding: bytes, as: UTF8.self), isBigEndian: random.oneIn(2))
        if random.oneIn(2) { bytes = random.mutated(bytes, with: Self.pieces) }
      }
      if random.oneIn(5) {
        bytes = gzip(bytes)
        if random.oneIn(2) { bytes = random.mutated(bytes, with: Self.pieces) }
      }
      let path = folder.write("a.jsonl", bytes)
      let whole = try readAll([path])
      let lines = bytes.count { $0 == 0x0A } + 1
      for document in whole.documents {
        let isValid = UTF8Check.isValid(document.text.span)
        #expect(isValid, "seed \(seed)")
        #expect(!document.text.isEmpty && !document.id.isEmpty, "seed \(seed)")
        // A packed file has more lines than line feeds are seen in it.
        #expect((document.line ?? 0) >= 1, "seed \(seed)")
        let isInFile = (document.line ?? 0) <= lines || Gunzip.isGzip(bytes.span)
        #expect(isInFile, "seed \(seed)")
      }
      for problem in whole.problems {
        #expect(problem.hasPrefix(path), "seed \(seed): \(problem)")
        #expect(!problem.contains { $0.isNewline }, "seed \(seed): \(problem)")
      }
      let size = Int.random(in: 1...300, using: &random)
      let parts = try readAll([path], maxBytes: size)
      #expect(parts.documents == whole.documents, "seed \(seed), parts of \(size)")
      #expect(parts.problems == whole.problems, "seed \(seed), parts of \(size)")
    }
  }
}
