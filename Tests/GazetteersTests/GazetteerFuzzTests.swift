import Foundation
import TestSupport
import Testing

@testable import Gazetteers

/// Reads gazetteers whose bytes were changed, and bytes that were never one.
@Suite struct GazetteerFuzzTests {
  private static let pieces =
    [
      "\t", ",", "|", "||", "\"", "\"\"", "\n", "\r", "\r\n", "\n\n", "\u{FEFF}", "\0", "\u{7F}",
      "#", "person", "country", "exact", "smart", "id\tkind\tname\n", "id,kind,name\n",
      "aliases:ru", "names:", ":", "-", "é", "e\u{301}", "北京", "😀", "\u{2028}", "\u{202E}",
      "Ａ", String(repeating: "a", count: 300), String(repeating: "a b ", count: 80),
    ].map { Array($0.utf8) } + [
      [0xFF, 0xFE], [0xFE, 0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x80], [0x1F, 0x8B],
    ]

  /// The heads of the shipped files, as tables and as lists.
  private static let samples: [[UInt8]] = {
    let folder = checkout.appendingPathComponent("gazetteers")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let tables = names.filter { $0.hasSuffix(".tsv") }.sorted().compactMap { name in
      try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }.map { $0.split(separator: "\n").prefix(12).joined(separator: "\n") + "\n" }
    let other = tables.flatMap { table in
      [
        table.replacing(",", with: ";").replacing("\t", with: ","),
        table.replacing("\t", with: "\n").replacing("|", with: "\n"),
      ]
    }
    return (tables + other).map { Array($0.utf8) }
  }()

  @Test(
    "bytes of any kind give usable entities and findings with a place",
    arguments: FuzzTarget.workers)
  func survives(worker: Int) throws {
    #expect(Self.samples.count > 6)
    try FuzzTarget("gazetteer reader", cases: 300).run(worker) { seed, random in
      let length = Int.random(in: 0...200, using: &random)
      let bytes =
        random.oneIn(10)
        ? random.bytes(length) : random.mutated(random.pick(Self.samples), with: Self.pieces)
      let path = random.pick(["g.tsv", "g.csv", "g.txt", "/dev/fd/63"])
      let table = gazetteer(path, bytes)
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      for finding in table.findings {
        #expect(finding.path == path, "seed \(seed)")
        #expect((1...lines).contains(finding.line), "seed \(seed): \(finding)")
        #expect((1...bytes.count + 1).contains(finding.column), "seed \(seed): \(finding)")
        #expect(!finding.message.isEmpty, "seed \(seed)")
        let isOneLine = finding.message.unicodeScalars.allSatisfy { $0 >= " " && $0 != "\u{7F}" }
        #expect(isOneLine, "seed \(seed): \(finding)")
      }
      let isUsable = table.entities.allSatisfy {
        !$0.id.text.isEmpty && !$0.name.isEmpty && $0.names.allSatisfy { !$0.text.isEmpty }
      }
      #expect(isUsable, "seed \(seed)")
      #expect(Set(table.ids).count == table.ids.count, "seed \(seed): an identifier stands twice")
      guard random.oneIn(4) else { return }
      let lexicon = Lexicon([table])
      #expect(lexicon.entityCount >= table.entities.count, "seed \(seed)")
    }
  }
}
