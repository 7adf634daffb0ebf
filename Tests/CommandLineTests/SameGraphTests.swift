import Foundation
import Testing

@Suite("one corpus in many shapes")
struct SameGraphTests {
  let folder = WorkFolder()

  /// The documents of the seeds, by their names.
  private func seeds() throws -> [(id: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: Tool.seeds).sorted()
      .filter { $0.hasSuffix(".txt") }
      .map { ($0, try String(contentsOfFile: Tool.seeds + "/" + $0, encoding: .utf8)) }
  }

  private func line(_ document: (id: String, text: String)) throws -> String {
    let object = ["id": document.id, "text": document.text]
    let data = try JSONSerialization.data(withJSONObject: object)
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  @Test("a folder and its documents as shuffled JSON Lines in several files give the same bytes")
  func shuffled() throws {
    #expect(try Tool.run(["build", Tool.seeds, "-q", "-o", "folder"], in: folder) == .init())
    let expected = folder.contents("folder")
    let lines = try seeds().map(line)
    let orders = [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [3, 1, 0, 4, 2]]
    for (number, order) in orders.enumerated() {
      let shuffled = order.map { lines[$0] }
      let split = number + 1
      folder.write("in\(number)/b.jsonl", shuffled.prefix(split).joined())
      folder.write("in\(number)/a.jsonl", shuffled.dropFirst(split).joined())
      let outcome = try Tool.run(
        ["build", "in\(number)", "-q", "-o", "out\(number)", "--threads", "3"], in: folder)
      #expect(outcome == .init())
      for (name, bytes) in expected {
        #expect(folder.bytes("out\(number)/\(name)") == bytes, "\(name), order \(order)")
      }
    }
  }

  @Test("a gzipped file, and a table, give the same bytes as the lines they hold")
  func otherFormats() throws {
    let documents = try seeds()
    folder.write("in.jsonl", try documents.map(line).joined())
    let table = documents.map { document in
      "\(document.id),\"\(document.text.replacing("\"", with: "\"\""))\"\n"
    }
    folder.write("in.csv", "id,text\n" + table.joined())
    #expect(try Tool.shell("gzip -k in.jsonl", in: folder).status == 0)
    for name in ["in.jsonl", "in.csv", "in.jsonl.gz"] {
      #expect(try Tool.run(["build", name, "-q", "-o", "out-" + name], in: folder) == .init())
    }
    #expect(folder.contents("out-in.csv") == folder.contents("out-in.jsonl"))
    #expect(folder.contents("out-in.jsonl.gz") == folder.contents("out-in.jsonl"))
  }
}
