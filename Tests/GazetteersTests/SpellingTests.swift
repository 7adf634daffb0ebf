import Testing

@testable import Gazetteers

@Suite struct NameSpellingsTests {
  private static func joined(_ count: Int, _ sign: String) -> String {
    Array(repeating: "ab", count: count).joined(separator: sign)
  }

  @Test(
    "a name has the spellings that matching must know",
    arguments: [
      ("Russia", Kind.country, ["Russia"]),
      ("Kim Jong-un", .person, ["Kim Jong-un", "Kim Jongun"]),
      ("Kim Jong\u{2011}un", .person, ["Kim Jong\u{2011}un", "Kim Jongun"]),
      ("Sana'a", .country, ["Sana'a", "Sanaa"]),
      ("Sana’a", .country, ["Sana’a", "Sanaa"]),
      ("Abd-al-Aziz", .person, ["Abd-al-Aziz", "Abdal-Aziz", "Abd-alAziz", "AbdalAziz"]),
      ("a-b-c-d-e", .person, ["a-b-c-d-e", "abcde"]),
      (
        Self.joined(64, "-"), Kind("ship"), [Self.joined(64, "-"), Self.joined(64, "")]
      ),
      ("C`d", .person, ["C`d"]),
      ("A-b C`d", .person, ["A-b C`d", "Ab C`d", "A-b Cd", "Ab Cd"]),
      ("Jaʿfar-i", .person, ["Jaʿfar-i", "Jafar-i", "Jaʿfari", "Jafari"]),
      ("F-16", .person, ["F-16"]),
      ("Coup d' Etat -", .person, ["Coup d' Etat -"]),
      ("Centre for Policy", .organisation, ["Centre for Policy", "Center for Policy"]),
      ("Center for Policy", .organisation, ["Center for Policy", "Centre for Policy"]),
      ("Centre for Policy", .person, ["Centre for Policy"]),
      (
        "World Trade Organisation", .organisation,
        ["World Trade Organisation", "World Trade Organization"]
      ),
      (
        "Organization for Stabilization", .organisation,
        ["Organization for Stabilization", "Organisation for Stabilisation"]
      ),
      ("DEFENCE CENTRE", .organisation, ["DEFENCE CENTRE", "DEFENSE CENTER"]),
      ("labour programme", .organisation, ["labour programme", "labor program"]),
      (
        "Al-Quds Centre", .organisation,
        ["Al-Quds Centre", "AlQuds Centre", "Al-Quds Center", "AlQuds Center"]
      ),
    ] as [(String, Kind, [String])])
  func spells(_ name: String, _ kind: Kind, _ spellings: [String]) {
    #expect(NameSpellings.of(name, kind: kind) == spellings)
  }
}

@Suite struct ShortNamesTests {
  private func short(_ entity: GazetteerEntity) -> [String] {
    ShortNames.of(entity).map { ($0.isGiven ? "given " : "family ") + $0.name }
  }

  @Test(
    "a person's name gives a family and a given name",
    arguments: [
      ("Vladimir Putin", ["family Putin", "given Vladimir"]),
      ("George W. Bush", ["family Bush", "given George"]),
      ("Ursula von der Leyen", ["family von der Leyen", "family Leyen", "given Ursula"]),
      ("Kim Jong Un", ["family Kim", "given Jong Un"]),
      ("Xi Jinping", ["family Xi", "given Jinping"]),
      ("Nguyen Phu Trong", ["family Nguyen", "given Phu Trong"]),
      ("Mao Zedong", ["family Mao", "given Zedong"]),
      ("Kim Kardashian", ["family Kardashian", "given Kim"]),
      ("Lee Harvey Oswald Junior", ["family Junior", "given Lee"]),
      ("Jean-Claude Juncker", ["family Juncker", "given Jean-Claude", "given JeanClaude"]),
      ("Pelé", []),
    ])
  func ofWords(_ name: String, _ expected: [String]) {
    #expect(short(entity("person/x", name)) == expected)
  }

  @Test("marked family and given names are taken as they are")
  func ofMarks() {
    let orban = entity("person/x", "Orbán Viktor", family: ["Orbán"], given: ["Viktor"])
    #expect(short(orban) == ["family Orbán", "given Viktor"])
    let lula = entity("person/x", "Luiz Inácio Lula da Silva", family: ["da Silva"])
    #expect(short(lula) == ["family da Silva"])
  }

  @Test("a name is no short name of itself, and counts once")
  func omitsWhole() {
    #expect(
      short(entity("person/x", "Lula", family: ["Lula"], given: ["Ana", "Ana"])) == ["given Ana"])
  }

  @Test("only persons have short names")
  func ofOthers() {
    #expect(short(entity("country/x", "South Sudan")) == [])
  }
}

@Suite struct SharedNamesTests {
  @Test("a name of several entities is found, whatever its capitals and marks")
  func findsShared() {
    let shared = SharedNames.find([
      Gazetteer(
        path: "a.tsv",
        entities: [
          entity("country/GE", "Georgia", prior: ["Georgia"]),
          entity("country/CD", "DR Congo", names: [Name("Congo", .alias)]),
          entity("person/pele", "Pelé"),
        ]),
      Gazetteer(
        path: "b.tsv",
        entities: [
          entity("place/georgia", "GEORGIA"), entity("ship/pele", "Pele"),
          entity("country/CG", "Republic of the Congo", names: [Name("Congo", .alias)]),
        ]),
    ])
    #expect(
      shared.map(\.description) == [
        "\"Congo\" belongs to country/CD, country/CG; left out where the text does not decide",
        "\"Georgia\" belongs to country/GE, place/georgia; read as country/GE where the text does not decide",
        "\"Pelé\" belongs to person/pele, ship/pele; left out where the text does not decide",
      ])
  }

  @Test("a name of one entity in two gazetteers, or twice in a row, is not shared")
  func passesOverOwn() {
    let row = entity("country/FR", "France", names: [Name("FRANCE", .alias)])
    let shared = SharedNames.find([
      Gazetteer(path: "a.tsv", entities: [row]), Gazetteer(path: "b.tsv", entities: [row]),
    ])
    #expect(shared == [])
  }

  @Test("a metonym does not make a name shared")
  func passesOverMetonyms() {
    let shared = SharedNames.find([
      Gazetteer(
        path: "a.tsv",
        entities: [
          entity("country/US", "United States", names: [Name("Washington", .metonym)]),
          entity("person/washington", "Washington"),
        ])
    ])
    #expect(shared == [])
  }
}

@Suite struct InitialsTests {
  @Test(
    "initials stand apart or together, and a first name may be one",
    arguments: [
      ("J. R. Smith", ["J.R. Smith"]),
      ("J.R. Smith", ["J. R. Smith"]),
      ("George W. Bush", ["G. W. Bush", "G.W. Bush"]),
      ("George H. W. Bush", ["George H.W. Bush", "G. H. W. Bush", "G.H.W. Bush"]),
      ("Ann Lee", []),
      ("A. Lee", []),
      ("Ann Lee Jr.", []),
      ("St. John Philby", []),
    ])
  func initials(_ name: String, _ expected: [String]) {
    #expect(Set(NameSpellings.of(name, kind: .person)) == Set([name] + expected))
  }
}
