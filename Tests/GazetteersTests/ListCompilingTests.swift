import Foundation
import TestSupport
import Testing
import TextFiles

@testable import Gazetteers

@Suite struct ListCompilingTests {
  /// Several parts' worth of lines: names of all kinds of spelling, some of them twice, and faults.
  private static func lines(_ seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    let words = [
      "Anna", "anna", "al-Sabah", "Jean-Claude", "O'Neal", "O’Neal", "J.", "R.", "UN", "iPhone",
      "38", "Centre", "organisation", "& Sons", "von", "der", "Łódź", "Москва", "北京", "한국", "Lee",
      "Kim", "C++", "Straße",
    ]
    return (0..<5_000).map { number in
      switch Int.random(in: 0..<40, using: &random) {
      case 0: return "# comment"
      case 1: return ""
      case 2: return "***"
      case 3: return "Anna"
      default:
        let count = Int.random(in: 1...4, using: &random)
        let name = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
        return (name + (number % 3 == 0 ? ["\(number)"] : [])).joined(separator: " ")
      }
    }
  }

  private func bytes(_ lexicon: Lexicon) -> [UInt8] {
    lexicon.image.withBytes { Array(copying: $0) }
  }

  @Test(
    "a list makes the same lexicon at any number of threads as its names do one by one",
    arguments: ["people", "organisations", "ships", "none"], ["\n", "\r\n", "\r"])
  func isTheSame(_ stem: String, _ lineEnd: String) throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/\(stem).txt"
    let lines = Self.lines(5)
    try ("\u{FEFF}" + lines.joined(separator: lineEnd)).write(
      toFile: path, atomically: true, encoding: .utf8)
    let kind = Kind(NameListReader.kind(of: path))
    var plain = LexiconCompiler()
    for line in lines where !line.isEmpty && line != "# comment" && line != "***" {
      let id = Slug.identifier(kind: kind.name, name: line)
      plain.add(GazetteerEntity(id: EntityID(id), kind: kind, name: line))
    }
    let expected = bytes(plain.finish())
    let faults = lines.enumerated().filter { $0.element == "***" }.map { $0.offset + 1 }
    for threads in [1, 2, 5] {
      var compiler = LexiconCompiler()
      var stated: Set<String> = []
      let findings = try compiler.add(path: path, stated: &stated, threads: threads)
      #expect(bytes(compiler.finish(threads: threads)) == expected, "\(threads) threads")
      #expect(findings.map(\.line) == faults, "\(threads) threads")
    }
  }

  @Test("a list joins what a table said of its names before")
  func joinsTables() throws {
    let folder = TemporaryFolder()
    let list = folder.path + "/people.txt"
    try "Georgia\nAnna Lee\nGeorgia May\n".write(toFile: list, atomically: true, encoding: .utf8)
    func added(_ add: (inout LexiconCompiler) throws -> Void) rethrows -> [UInt8] {
      var compiler = LexiconCompiler()
      compiler.add(
        entity("person/georgia-may", "Georgia M.", prior: ["Georgia May"], attributes: []))
      compiler.add(entity("person/anna-lee", "Anna Lee", names: [Name("A. Lee", .alias)]))
      try add(&compiler)
      return bytes(compiler.finish())
    }
    var stated: Set<String> = []
    let fromList = try added { _ = try $0.add(path: list, stated: &stated) }
    let fromEntities = added { compiler in
      for name in ["Georgia", "Anna Lee", "Georgia May"] {
        compiler.add(entity(Slug.identifier(kind: "person", name: name), name))
      }
    }
    #expect(fromList == fromEntities)
  }

  @Test("a list that adds no entity leaves no trace")
  func addsNothing() throws {
    let folder = TemporaryFolder()
    let (empty, known) = (folder.path + "/ships.txt", folder.path + "/people.txt")
    try "# none\n\n".write(toFile: empty, atomically: true, encoding: .utf8)
    try "Anna Lee\n".write(toFile: known, atomically: true, encoding: .utf8)
    var plain = LexiconCompiler()
    var joined = LexiconCompiler()
    let anna = GazetteerEntity(
      id: EntityID("person/anna-lee"), kind: Kind("none"), name: "Anna Lee")
    var stated: Set<String> = []
    plain.add(anna)
    plain.add(entity("person/anna-lee", "Anna Lee"))
    _ = try joined.add(path: empty, stated: &stated)
    joined.add(anna)
    _ = try joined.add(path: known, stated: &stated)
    let (expected, found) = (bytes(plain.finish()), bytes(joined.finish()))
    #expect(found == expected)
  }

  @Test("a line longer than a part, and a list that ends within a line, are read whole")
  func readsLongLines() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/ships.txt"
    let long = String(repeating: "Long ", count: 30_000) + "Name"
    try "Tern\n\(long)\nAuk".write(toFile: path, atomically: true, encoding: .utf8)
    var compiler = LexiconCompiler()
    var stated: Set<String> = []
    #expect(try compiler.add(path: path, stated: &stated, threads: 2).isEmpty)
    #expect(Set(compiler.finish().entities.map(\.name)) == ["Tern", long, "Auk"])
  }
}
