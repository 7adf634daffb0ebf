import Foundation
import TestSupport
import Testing

@testable import Relata

@Suite struct RepeatedIDTests {
  let folder = TemporaryFolder()

  private func problems(threads: Int, partBytes: Int) async throws -> [String] {
    var options = RunOptions()
    options.threads = threads
    options.partBytes = partBytes
    return try await folder.build([folder.path + "/in"], to: "out", options: options, formats: [])
      .result.summary.problems.map { $0.description.replacing(folder.path + "/in/", with: "") }
  }

  private static let advice =
    "and outputs do not tell such documents apart: name another field with --id-field, or change the ids"

  @Test("the first id that comes again is named with both places, and all are counted")
  func first() async throws {
    folder.write(
      "in/a.jsonl",
      #"{"id":7,"text":"a"}"# + "\n\n" + #"{"id":"8","text":"b"}"# + "\n"
        + #"{"id":"d.txt","text":"c"}"# + "\n")
    folder.write("in/b.csv", "id,text\n9,x\n\n8,y\n7,z\n9,x\n")
    folder.write("in/d.txt", "d")
    for threads in [1, 2, 8] {
      for partBytes in [1, 1 << 20] {
        #expect(
          try await problems(threads: threads, partBytes: partBytes) == [
            "b.csv:4: the id \"8\" is that of an earlier document, a.jsonl:3; 4 documents repeat an id, \(Self.advice)"
          ])
      }
    }
  }

  @Test("one file and one id are said in the singular")
  func one() async throws {
    let id = String(repeating: "x", count: 200)
    folder.write(
      "in/a.jsonl", "{\"id\":\"\(id)\",\"text\":\"a\"}\n{\"id\":\"\(id)\",\"text\":\"a\"}\n")
    #expect(
      try await problems(threads: 1, partBytes: 1 << 20) == [
        "a.jsonl:2: the id \"\(id.prefix(79))…\" is that of an earlier document, a.jsonl:1; 1 document repeats an id, \(Self.advice)"
      ])
  }

  @Test("ids that differ are no finding, however many and however alike")
  func distinct() {
    var ids = RepeatedIDs()
    for number in 0..<200_000 { ids.take("\(number)", path: "a", line: number) }
    for number in 0..<1000 {
      ids.take(String(repeating: "0", count: number + 2), path: "b", line: 1)
    }
    #expect(ids.problem == nil)
    ids.take("5", path: "c", line: nil)
    #expect(
      ids.problem?.description.hasPrefix("c: the id \"5\" is that of an earlier document, a:5;")
        == true)
  }
}
