import Foundation
import Gazetteers
import Relata
import Testing

@Suite("inputs cut into parts")
struct PartSizeTests {
  @Test("any size of parts and any number of threads give the same bytes")
  func sameBytes() async throws {
    let base = FileManager.default.temporaryDirectory.path + "/relata-parts-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: base) }
    let names = "id\tkind\tname\na\tperson\tAnn Lee\nb\tperson\tBo Ek\nc\tship\tAurora\n"
    try names.write(toFile: base + "/names.tsv", atomically: false, encoding: .utf8)
    // Documents out of order, with sentences that repeat.
    let texts = [
      "Ann Lee met Bo Ek.", "Bo Ek saw the Aurora. Ann Lee met Bo Ek.", "Ann Lee slept.",
    ]
    let lines = (0..<60).map { number in
      "{\"id\":\"\(number * 37 % 60)\",\"text\":\"\(texts[number % 3])\"}\n"
    }
    try lines.joined().write(toFile: base + "/in.jsonl", atomically: false, encoding: .utf8)
    let (lexicon, _) = try GazetteerLibrary.load([base + "/names.tsv"])

    var expected: [String: Data] = [:]
    for (size, threads) in [(1 << 20, 1), (1, 1), (1, 7), (100, 2), (1000, 3)] {
      var job = BuildJob(inputs: [base + "/in.jsonl"], output: base + "/out")
      job.options.partBytes = size
      job.options.threads = threads
      let result = try await job.run(lexicon)
      #expect(result.summary.documents == 60)
      var written: [String: Data] = [:]
      for name in result.files {
        written[name] = FileManager.default.contents(atPath: base + "/out/" + name)
      }
      if expected.isEmpty { expected = written }
      #expect(written == expected, "parts of \(size) bytes, \(threads) threads")
    }
    #expect(expected.count == 9)
  }
}
