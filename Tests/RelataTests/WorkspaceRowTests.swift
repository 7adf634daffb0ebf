import Foundation
import GRDB
import Gazetteers
import Recognition
import TestSupport
import Testing
import TextFiles

@testable import Relata
@testable import Workspaces

@Suite("rows of a workspace")
struct WorkspaceRowTests {
  let folder = TemporaryFolder()

  @Test(
    "so many rows are inserted, each once and in order",
    arguments: [0, 1, 3, 4, 5, 15, 16, 63, 64, 65, 149, 1000])
  func many(count: Int) throws {
    let texts = Array((0..<count).map { "№\($0)" }.joined(separator: " ").utf8)
    let words = texts.split(separator: UInt8(ascii: " ")).map(\.indices)
    try DatabaseQueue().write { database in
      try database.execute(sql: "CREATE TABLE rows (number INTEGER, word TEXT, absent TEXT)")
      let rows = try RowInserter(database, "rows", columns: 3)
      for _ in 0..<2 {
        try rows.insert(count, lending: texts.span) { row, place in
          row.bind(place)
          row.bind(lent: words[place])
          row.bind(lent: nil)
        }
      }
      let found = try Row.fetchAll(database, sql: "SELECT * FROM rows ORDER BY rowid")
      #expect(found.map { $0["number"] as Int } == Array(0..<count) + Array(0..<count))
      #expect(found.allSatisfy { ($0["word"] as String) == "№\($0["number"] as Int)" })
      #expect(found.allSatisfy { ($0["absent"] as String?) == nil })
    }
  }

  @Test("a row that is refused is an error, one that is known is passed over on request")
  func refused() throws {
    try DatabaseQueue().write { database in
      try database.execute(sql: "CREATE TABLE rows (number INTEGER PRIMARY KEY)")
      let rows = try RowInserter(database, "rows", columns: 1)
      #expect(throws: DatabaseError.self) {
        try rows.insert(40) { row, place in row.bind(place == 30 ? 7 : place) }
      }
      try database.execute(sql: "DELETE FROM rows; INSERT INTO rows VALUES (3), (17)")
      let others = try RowInserter(database, "rows", columns: 1, skipsKnown: true)
      try others.insert(40) { row, place in row.bind(place) }
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM rows") == 40)
    }
  }

  @Test("mentions are read back as they were stored, with and without lists and words")
  func mentions() throws {
    var stored = StoredMentions()
    for (number, words) in ["Anna", "", "Kim Jong-un, наверно", "😀"].enumerated() {
      for lists in 0..<4 {
        stored.append(
          StoredMention(
            start: number * 10 + lists, end: number * 10 + 5, entity: number, sentence: lists,
            confidence: 0.5), text: Array(words.utf8).span, form: "alias", rule: "exact",
          rivals: lists & 1 == 0 ? [] : Array(#"["a/b"]"#.utf8),
          inner: lists & 2 == 0 ? [] : Array(#"["c/d","e/f"]"#.utf8))
      }
    }
    var document = StoredDocument(id: "a", text: Array("Anna".utf8))
    document.mentions = stored
    let build = try WorkspaceBuild(
      path: folder.path + "/w.sqlite", settings: WorkspaceSettings(values: [:], gazetteers: []))
    try build.store(document, hash: document.contentHash())
    var place = WorkspaceBuild.Place()
    let found = try #require(try build.read(from: &place, bytes: 1).first)
    build.discard()
    #expect(Self.words(of: found.mentions) == Self.words(of: stored))
    #expect(Self.words(of: stored).count == 16)
    #expect(Self.words(of: stored)[7] == #"13 15 1 3 0.5 |alias|exact|["a/b"]|["c/d","e/f"]"#)
    #expect(found.taggedHash() == document.taggedHash())
    document.mentions.removeAll()
    #expect(found.taggedHash() != document.taggedHash())
  }

  private static func words(of mentions: StoredMentions) -> [String] {
    mentions.rows.map { row in
      let texts = [row.text, row.form, row.rule, row.rivals, row.inner].map { range in
        range.map { String(decoding: mentions.texts[$0], as: UTF8.self) } ?? "none"
      }
      return "\(row.start) \(row.end) \(row.entity) \(row.sentence) \(row.confidence) "
        + texts.joined(separator: "|")
    }
  }

  @Test("appearances are what counting the mentions gives, after any builds")
  func appearances() async throws {
    let records = SampleCorpus.records(seed: 5, count: 60)
    let changed = records.map { record in
      var record = record
      if record.text.count % 3 == 0 { record.text += " Anna Berg met Bo Crane." }
      return record
    }
    for (round, part) in [Array(records[..<40]), Array(changed[20...]), changed].enumerated() {
      folder.write("in/in.jsonl", try Record.lines(part))
      var job = BuildJob(inputs: [folder.path + "/in"], output: folder.path + "/out")
      job.commitEvery = round == 1 ? 500 : 1 << 20
      job.prune = round == 2
      job.keepWorkspace()
      _ = try await job.run(SampleCorpus.lexicon)
      try await DatabaseQueue(path: folder.path + "/out/relata.sqlite").read { database in
        let counted = "SELECT entity, document, count(*) FROM mentions GROUP BY entity, document"
        for (one, other) in [
          ("SELECT * FROM appearances", counted), (counted, "SELECT * FROM appearances"),
        ] {
          let sql = "SELECT count(*) FROM (\(one) EXCEPT \(other))"
          #expect(try Int.fetchOne(database, sql: sql) == 0, "round \(round)")
        }
        let rows = try Int.fetchOne(database, sql: "SELECT count(*) FROM appearances") ?? 0
        #expect(rows > 20)
      }
    }
  }

  @Test(
    "texts of entities are the lexicon's, however few are kept",
    arguments: [(1, 0), (2, 60), (64, 9999)])
  func identities(slots: Int, limit: Int) {
    let lexicon = SampleCorpus.lexicon
    var texts = IdentityTexts(lexicon, slots: slots, limit: limit)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let entity = EntityIndex(UInt32.random(in: 0..<6, using: &random))
      let identity = lexicon.identity(of: entity)
      var buffer = ByteBuffer()
      var list: [UInt8] = []
      texts.append(entity, to: &buffer)
      texts.appendIDs(of: [entity, EntityIndex(0)], to: &list)
      #expect(
        String(decoding: buffer.bytes, as: UTF8.self)
          == #""\#(identity.id.text)","kind":"\#(identity.kind.name)""#)
      let first = lexicon.identity(of: EntityIndex(0)).id.text
      #expect(String(decoding: list, as: UTF8.self) == #"["\#(identity.id.text)","\#(first)"]"#)
    }
  }
}
