import Gazetteers
import Testing

@testable import GazetteerImporters

@Suite struct CleaningTests {
  static let cleaned: [(String, Result<String, NameDrop>)] = [
    ("Ann Lee", .success("Ann Lee")),
    ("  Ann\t\n Lee\u{A0}", .success("Ann Lee")),
    ("Ann\u{200B} \u{202E}Lee\u{FEFF}", .success("Ann Lee")),
    ("می\u{200C}خواهم", .success("می\u{200C}خواهم")),
    ("", .failure(.empty)), (" \u{200E}", .failure(.empty)),
    ("A", .failure(.oneLetter)), ("A.", .failure(.oneLetter)), ("李", .failure(.oneLetter)),
    ("李四", .success("李四")), ("G20", .success("G20")),
    ("1945", .failure(.noLetter)), ("***", .failure(.noLetter)),
    ("An\u{7}n", .failure(.control)), ("An\u{9C}n", .failure(.control)),
    ("Ann\u{FFFD}", .failure(.control)), ("Ann\u{E000}", .failure(.control)),
    ("Ann|Lee", .failure(.separator)),
    (
      String(repeating: "ab ", count: 66) + "cd",
      .success(String(repeating: "ab ", count: 66) + "cd")
    ),
    (String(repeating: "ab ", count: 66) + "cde", .failure(.long)),
    (String(repeating: "a", count: 10_000), .failure(.long)),
    (String(repeating: " ", count: 10_000_000), .failure(.long)),
    ("P\u{43E}utin", .failure(.mixed)), ("Αthens", .failure(.mixed)),
    ("Газпром Neft", .success("Газпром Neft")), ("T恤", .success("T恤")),
    ("https://example.org/a", .failure(.address)),
  ]

  @Test("a name is brought into one line or refused with its reason", arguments: cleaned)
  func cleans(text: String, expected: Result<String, NameDrop>) {
    #expect(NameCleaner.clean(text) == expected)
  }

  static let capitals: [(String, Kind, String)] = [
    ("VLADIMIR PUTIN", .person, "Vladimir Putin"), ("PUTIN Vladimir", .person, "Putin Vladimir"),
    ("AL-ASSAD Bashar", .person, "Al-Assad Bashar"), ("Sean O'BRIEN", .person, "Sean O'Brien"),
    ("URSULA VON DER LEYEN", .person, "Ursula von der Leyen"),
    ("ПУТИН Владимир", .person, "Путин Владимир"),
    ("J. R. R. TOLKIEN", .person, "J. R. R. Tolkien"), ("JFK", .person, "JFK"),
    ("CENTRAL BANK OF IRAN", .organisation, "Central Bank of Iran"),
    ("PJSC SBERBANK", .organisation, "PJSC Sberbank"),
    ("OOO ROMASHKA", .organisation, "OOO Romashka"),
    ("BBC World Service", .organisation, "BBC World Service"), ("NATO", .organisation, "NATO"),
    ("UNESCO", .organisation, "Unesco"), ("中国银行", .organisation, "中国银行"),
  ]

  @Test("names in capitals get ordinary ones, abbreviations stay", arguments: capitals)
  func ordinaryCapitals(name: String, kind: Kind, expected: String) {
    #expect(Capitals.ordinary(name, kind: kind) == expected)
  }

  static let abbreviations: [(String, Bool)] = [
    ("UN", true), ("U.N.", true), ("AT&T", true), ("G20", false), ("НАТО", true), ("UNHCR", true),
    ("UNESCO", false), ("Nato", false), ("U N", false), ("中国", false), ("X", false), ("M23", false),
  ]

  @Test("an abbreviation is one word of two to five capitals", arguments: abbreviations)
  func abbreviation(name: String, expected: Bool) {
    #expect(Capitals.isAbbreviation(name, kind: .organisation) == expected)
  }

  /// Names with languages, the wanted languages, the preferred name, the others.
  static let selections: [([ImportedName], Kind, [String], String?, [Name])] = [
    (
      [label("Россия", "ru"), label("Russia", "en")], .country, [], "Russia",
      [Name("Россия", .alias)]
    ),
    ([label("Россия", "ru"), label("Russia", "en")], .country, ["ru"], "Россия", []),
    ([label("Russland", "de"), label("Russie", "fr")], .country, ["en"], nil, []),
    (
      [label("UNESCO", "en"), label("Unesco", "en"), label("U.N.E.S.C.O.", "en")], .organisation,
      [], "UNESCO", [Name("Unesco", .alias)]
    ),
    (
      [label("Ann Lee", ""), label("Ann", ""), label("Lee", ""), label("Nan", "")], .person, [],
      "Ann Lee", [Name("Nan", .alias)]
    ),
    (
      [label("Lee, Ann", ""), label("Lee, Jr.", "")], .person, [], "Ann Lee",
      [Name("Lee, Jr.", .alias)]
    ),
    ([label("Zelenský", ""), label("Zelensky", "")], .person, [], "Zelenský", []),
    ([ImportedName(text: "Moscow", language: "", form: .metonym)], .country, [], nil, []),
  ]

  static func label(_ text: String, _ language: String) -> ImportedName {
    ImportedName(text: text, language: language, form: nil)
  }

  @Test("of an entity's names one is preferred and none stands twice", arguments: selections)
  func selects(
    names: [ImportedName], kind: Kind, languages: [String], preferred: String?, others: [Name]
  ) {
    var selection = NameSelection(kind: kind, languages: languages)
    for name in names { selection.add(name) }
    let outcome = selection.result()
    #expect(outcome.name == preferred)
    #expect(outcome.names == others)
  }
}
