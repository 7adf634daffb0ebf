import Foundation
import Gazetteers
import TestSupport
import Testing
import TextFiles

@testable import Relata

/// Looks for unlisted names in made-up news, and in sentences that show one behaviour each.
@Suite struct SuggestionTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let shipped: Lexicon = {
    let paths = GazetteerLibrary.shippedFiles.map { root.path + "/gazetteers/" + $0 }
    return try! GazetteerLibrary.load(paths).lexicon
  }()

  static let fixtures = root.path + "/Tests/RelataTests/Fixtures/suggestions/"

  /// The names of `names.tsv`, which an editor listed, with their kinds.
  static func gold(_ set: String) -> [String: String] {
    let rows = (try? String(contentsOfFile: fixtures + "names.tsv", encoding: .utf8)) ?? ""
    var names: [String: String] = [:]
    for row in rows.split(separator: "\n") {
      let cells = row.split(separator: "\t").map(String.init)
      if cells[0] == set { names[cells[2]] = cells[1] }
    }
    return names
  }

  private func suggest(
    _ inputs: [String], _ change: (inout SuggestionOptions) -> Void = { _ in }
  ) async throws -> [Suggestion] {
    var options = SuggestionOptions()
    change(&options)
    return try await SuggestionJob(Self.shipped, options: options).run(inputs).suggestions
  }

  private func suggest(text: String, minCount: Int = 1) async throws -> [Suggestion] {
    let folder = TemporaryFolder()
    folder.write("a.txt", text)
    return try await suggest([folder.path + "/a.txt"]) { $0.minCount = minCount }
  }

  @Test(
    "of the first 50 suggestions of a set of news, 95 in 100 are names, and 90 of their kind",
    arguments: ["shipping", "election", "mining"])
  func isPrecise(_ set: String) async throws {
    let gold = Self.gold(set)
    let found = try await suggest([Self.fixtures + set + ".jsonl"]).prefix(50)
    let right = found.filter { gold[$0.name] != nil }
    let ofKind = found.filter { gold[$0.name] == $0.kind.name }
    print("\(set): \(found.count) suggestions, \(right.count) names, \(ofKind.count) of their kind")
    #expect(found.count >= 25)
    #expect(
      right.count * 100 >= found.count * 95,
      "\(found.filter { gold[$0.name] == nil }.map(\.name))")
    #expect(
      ofKind.count * 100 >= found.count * 90,
      "\(found.filter { gold[$0.name] != $0.kind.name }.map { "\($0.kind) \($0.name)" })")
    let missed = Set(gold.keys).subtracting(found.map(\.name))
    #expect(missed.count <= 2, "\(missed)")
  }

  @Test("the suggestions do not depend on threads, on the order of inputs or on the memory allowed")
  func isDeterministic() async throws {
    let folder = TemporaryFolder()
    var paths: [String] = []
    for set in ["shipping", "election", "mining"] {
      let lines = try String(contentsOfFile: Self.fixtures + set + ".jsonl", encoding: .utf8)
      for (number, line) in lines.split(separator: "\n").enumerated() {
        folder.write("\(set)\(number).jsonl", line + "\n")
        paths.append("\(folder.path)/\(set)\(number).jsonl")
      }
    }
    let expected = try await suggest(paths)
    #expect(expected.count > 80)
    var generator = SeededGenerator(seed: 3)
    for threads in [1, 2, 5] {
      let found = try await suggest(paths.shuffled(using: &generator)) { $0.run.threads = threads }
      #expect(found == expected, "\(threads) threads")
    }
    // So few candidates that the inputs are read twice and the rarest names are left out.
    var few: [[Suggestion]] = []
    for threads in [1, 3] {
      few.append(
        try await suggest(paths.shuffled(using: &generator)) {
          $0.run.threads = threads
          $0.candidates = 60
        })
    }
    #expect(few[0] == few[1])
    #expect(few[0].count <= 60)
    #expect(few[0].first?.name == expected.first?.name)
  }

  @Test("standard input with too many names is refused, since it cannot be read again")
  func refusesStandardInput() {
    #expect(
      SuggestionError.tooManyNames(5).description
        == "standard input holds more than 5 names and cannot be read a second time; give files, or raise --candidates"
    )
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    /// `kind name` with further forms in brackets.
    var found: [String]

    init(_ description: String, _ text: String, _ found: [String]) {
      testDescription = description
      self.text = text
      self.found = found
    }
  }

  static let cases = [
    Case(
      "a title and an honorific mean the one full name",
      "Marta Lindqvist spoke. President Lindqvist smiled. Mrs. Lindqvist left.",
      ["person Marta Lindqvist 3"]),
    Case(
      "a family name in front, with a title, means the full name",
      "Xu Dongming met reporters. President Xu said no, and Mr. Xu left.",
      ["person Xu Dongming 3"]),
    Case(
      "initials, a middle name and capitals in a headline are one person",
      "GEORGE W. HADLOCK WINS\n\nGeorge W. Hadlock won. The voters liked George Hadlock. They know G. W. Hadlock well.",
      ["person George W. Hadlock 4"]),
    Case(
      "two persons of one family name stay two, and the name alone is nobody's",
      "The case of Anna Hadlock and Bert Hadlock began. Later Hadlock wept.",
      ["unknown Anna Hadlock 1", "unknown Bert Hadlock 1"]),
    Case(
      "particles belong to the name",
      "They saw Jan van der Hoek and the minister Aisha al-Rubaiy in court. Mr. al-Rubaiy wept.",
      ["person Aisha al-Rubaiy 2", "unknown Jan van der Hoek 1"]),
    Case(
      "legal forms are variants of one company, and its first word means it",
      "They bought Quorvane Corporation. Now Quorvane Corp has debts, and Quorvane may fail.",
      ["organisation Quorvane Corp 3"]),
    Case(
      "an abbreviation in brackets belongs to the long name",
      "The Centre for Tidal Studies (CTS) was shut. Nobody told the CTS why.",
      ["organisation Centre for Tidal Studies 3"]),
    Case(
      "diacritics and a possessive make no other name",
      "They praised Zoë Ørnberg. It was Zoe Ørnberg’s book. Then Zoë Ørnberg slept.",
      ["unknown Zoë Ørnberg 3"]),
    Case(
      "what a gazetteer lists is not suggested, nor what is made of it",
      "Vladimir Putin flew to Russia. The French and the Russians met Mr Putin at the United Nations.",
      []),
    Case(
      "months, weekdays, nationalities, religions and headings are no names",
      "Weather Forecast\n\nRead More\n\nOn Monday in January the Muslims and the Kurds met. Police came.",
      []),
    Case(
      "a word that only opens a sentence is no name",
      "Officials came. Talks failed. Yesterday they left, and the talks of officials went on.", []),
    Case(
      "a first word that is also small is taken off",
      "Police arrested him. Surveyor Tomasz Wierzbak left. The surveyor was paid.",
      ["unknown Tomasz Wierzbak 1"]),
    Case(
      "generic names of offices are no names",
      "He left the Foreign Ministry for the Central Bank and then the Supreme Court.", []),
    Case(
      "a listed demonym before an organisation is a part of it, before a person it is not",
      "He runs the Russian Grain Fellowship Fund and met French Mayor Lucie Tavernay.",
      ["organisation Russian Grain Fellowship Fund 1", "person Lucie Tavernay 1"]),
    Case(
      "a town stands behind in, before its country and in a dateline",
      "HRABOVETS, Poland, March 3 - It rained in Hrabovets on Sunday.", ["place Hrabovets 2"]),
    Case(
      "a company and the person behind its title are two names",
      "He called Quorvane Holdings Chief Executive Lucie Tavernay brave.",
      ["organisation Quorvane Holdings 1", "person Lucie Tavernay 1"]),
  ]

  @Test("names, variants and kinds", arguments: cases)
  func finds(_ item: Case) async throws {
    let found = try await suggest(text: item.text)
    #expect(found.map { "\($0.kind) \($0.name) \($0.count)" }.sorted() == item.found)
  }

  @Test("a suggestion says why, who is near, in which spellings, and shows a sentence")
  func givesReasons() async throws {
    let text = """
      Marta Lindqvist, 71, flew to Russia with Vladimir Putin. Mrs. Lindqvist said no to Russia.
      """
    let found = try await suggest(text: text)
    #expect(
      found == [
        Suggestion(
          id: EntityID("person/marta-lindqvist"), kind: .person, name: "Marta Lindqvist",
          aliases: [], abbreviations: [], short: [], count: 2, documents: 1,
          reasons: [
            "honorific before 1", "age behind 1", "last word by itself 1",
            "verb of speech beside 1",
          ], neighbours: ["Russia 2", "Vladimir Putin 1"],
          spellings: ["Marta Lindqvist", "Lindqvist"],
          example: "Marta Lindqvist, 71, flew to Russia with Vladimir Putin.",
          exampleDocument: "a.txt")
      ])
  }

  @Test("the rows are a gazetteer without findings, by which the names are tagged")
  func makesGazetteer() async throws {
    let paths = ["shipping", "election", "mining"].map { Self.fixtures + $0 + ".jsonl" }
    let hostile = TemporaryFolder()
    hostile.write(
      "h.txt", "He saw “Ann|Bo Curd”\u{7F} and Zed \tQuill-Ōster’s Ännä Öst. =Cy Young=1.")
    let found = try await suggest(paths + [hostile.path + "/h.txt"]) { $0.minCount = 1 }
    var buffer = ByteBuffer()
    SuggestionRows.append(found, to: &buffer)
    let gazetteer = Gazetteer(path: "new.tsv", bytes: buffer.bytes.span)
    #expect(gazetteer.findings.map(\.description) == [])
    #expect(gazetteer.entities.count == found.count)
    let ids = Set(gazetteer.entities.map(\.id))
    #expect(ids.count == found.count)
    #expect(ids.isDisjoint(with: Self.shipped.entities.map(\.id)))
  }

  @Test("thousands of names with one word in common stay apart, and are brought to an end")
  func keepsCommonWordsApart() async throws {
    // What every pair of them would take is minutes.
    let text = (0..<5_000).map { "He saw Ann Zq\($0 % 1000)x and Zq\($0) Hadlock." }
      .joined(separator: " ")
    let found = try await suggest(text: text)
    #expect(found.count == 6_000)
  }
}
