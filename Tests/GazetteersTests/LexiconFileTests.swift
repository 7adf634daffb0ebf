import Foundation
import TestSupport
import Testing
import TextFiles

@testable import Gazetteers

@Suite struct LexiconFileTests {
  private static let entities = [
    entity("country/GE", "Georgia", names: [Name("Georgian", .demonym)]),
    entity(
      "person/eduard-shevardnadze", "Eduard Shevardnadze",
      attributes: [EntityAttribute(name: "country", value: "GE")]),
    entity("ship/other", "al-Nasr"),
  ]

  private func compiled(_ folder: TemporaryFolder) throws -> (lexicon: Lexicon, path: String) {
    var compiler = LexiconCompiler()
    for entity in Self.entities { compiler.add(entity) }
    let warning = GazetteerFinding(
      severity: .warning, path: "g.tsv", line: 2, column: 3, message: "see here")
    let lexicon = compiler.finish(sources: 77, warnings: [warning])
    let path = (folder.path + "/names.lexicon")
    try lexicon.write(to: path)
    return (lexicon, path)
  }

  @Test("a lexicon is the same when it is opened again")
  func opensAgain() throws {
    let folder = TemporaryFolder()
    let (written, path) = try compiled(folder)
    let read = try Lexicon(compiledFile: path)
    #expect(read.entities == written.entities)
    #expect(read.entities.map(\.id.text) == Self.entities.map(\.id.text))
    #expect(read.patternCount == written.patternCount)
    #expect(read.sources == 77)
    #expect(read.warnings == written.warnings)
    #expect(read.warnings.map(\.description) == ["g.tsv:2:3: warning: see here"])
    #expect(read.country(of: EntityIndex(1)) == EntityIndex(0))
    #expect(read.traits(of: EntityIndex(1)).contains(.person))
    #expect(
      read.shortPatterns(of: EntityIndex(1)).map(\.pattern)
        == written.shortPatterns(of: EntityIndex(1)).map(\.pattern))
    #expect(read.tables.longestLead == 1)
  }

  @Test("compiling the same names twice gives the same bytes")
  func isReproducible() throws {
    let (first, second) = (TemporaryFolder(), TemporaryFolder())
    let left = try Data(contentsOf: URL(fileURLWithPath: compiled(first).path))
    let right = try Data(contentsOf: URL(fileURLWithPath: compiled(second).path))
    #expect(left == right)
  }

  @Test("a changed byte anywhere is found")
  func findsDamage() throws {
    let folder = TemporaryFolder()
    let path = try compiled(folder).path
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in stride(from: 0, to: whole.count, by: 97) {
      var damaged = whole
      damaged[place] ^= 0x10
      try damaged.write(to: URL(fileURLWithPath: path))
      #expect(throws: FileError.self, "byte \(place)") { _ = try Lexicon(compiledFile: path) }
    }
  }

  @Test(
    "what is no lexicon is refused in one line that says what to do",
    arguments: [
      ("", "it is no compiled lexicon"), ("Putin\nXi\n", "it is no compiled lexicon"),
      ("RelataLx", "it is cut off or was made by another version"),
    ])
  func refusesOthers(_ content: String, _ reason: String) throws {
    let folder = TemporaryFolder()
    let path = (folder.path + "/names.lexicon")
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: FileError.self) { _ = try Lexicon(compiledFile: path) }
    let line = try #require(error).description
    #expect(line.contains(reason))
    #expect(line.contains("relata gazetteer compile"))
    #expect(!line.contains("\n"))
  }

  @Test("a lexicon that is cut off anywhere is refused")
  func refusesCutOff() throws {
    let folder = TemporaryFolder()
    let path = try compiled(folder).path
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for length in stride(from: 0, to: whole.count, by: 211) {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      #expect(throws: FileError.self, "\(length) bytes") { _ = try Lexicon(compiledFile: path) }
    }
  }
}
