import Testing

@testable import Gazetteers

@Suite struct LexiconTests {
  private func lexicon(_ files: [GazetteerEntity]...) -> Lexicon {
    Lexicon(files.map { Gazetteer(path: "g.tsv", entities: $0) })
  }

  /// The pattern of a name, found as a matcher does.
  private func pattern(_ name: String, in lexicon: Lexicon) -> PatternIndex? {
    let bytes = Array(name.utf8)
    let tokenizer = Tokenizer()
    var (place, state, sequence): (Int, UInt32, UInt64) = (0, LexiconTables.root, 0)
    while true {
      let token = tokenizer.token(bytes.span, at: place, limit: bytes.count)
      state = lexicon.tables.next(token.hash, from: state)
      guard state != 0 else { return nil }
      sequence = TokenHash.combine(sequence, token.hash)
      guard let gap = tokenizer.gap(bytes.span, at: token.end, limit: bytes.count) else { break }
      place = gap.next
    }
    return lexicon.pattern(endingIn: state, sequence)
  }

  private func entries(_ name: String, in lexicon: Lexicon) -> [LexiconEntry] {
    pattern(name, in: lexicon).map { lexicon.entryRange(of: $0).map(lexicon.entry) } ?? []
  }

  @Test("entities are ordered by identifier, whatever the order of the files")
  func ordersEntities() {
    let rows = [entity("ship/b", "Tern"), entity("country/Z", "Zed"), entity("ship/a", "Auk")]
    let ids = ["country/Z", "ship/a", "ship/b"]
    #expect(lexicon(rows).entities.map(\.id.text) == ids)
    #expect(lexicon([rows[2]], [rows[1], rows[0]]).entities.map(\.id.text) == ids)
  }

  @Test("an identifier in several gazetteers is one entity; the first names it, the others add")
  func mergesIdentifiers() {
    var first = entity(
      "ship/a", "Auk", names: [Name("HMS Auk", .alias)],
      attributes: [EntityAttribute(name: "flag", value: "GB")])
    first.context = ["harbour"]
    var second = entity(
      "ship/a", "Great Auk", names: [Name("Auk", .short), Name("GA", .abbreviation)],
      attributes: [
        EntityAttribute(name: "flag", value: "NO"), EntityAttribute(name: "built", value: "1970"),
      ])
    second.kind = Kind("bird")
    second.context = ["island"]
    second.prior = ["GA"]
    let lexicon = lexicon([first], [entity("ship/b", "Tern")], [second])
    let merged = lexicon.entities
    #expect(merged.count == 2)
    #expect(merged[0].kind == Kind("ship"))
    #expect(merged[0].name == "Auk")
    #expect(
      merged[0].attributes == [
        EntityAttribute(name: "flag", value: "GB"), EntityAttribute(name: "built", value: "1970"),
      ])
    #expect(entries("HMS Auk", in: lexicon).map(\.form) == [.alias])
    #expect(entries("Great Auk", in: lexicon).map(\.form) == [.alias])
    #expect(entries("Auk", in: lexicon).map(\.form) == [.preferred, .short])
    #expect(entries("GA", in: lexicon).map(\.isPrior) == [true])
    #expect(entries("harbour", in: lexicon).map(\.role) == [.context])
    #expect(entries("island", in: lexicon).map(\.role) == [.context])
  }

  @Test(
    "a default reading counts whichever of an entity's rows states it",
    arguments: [true, false])
  func mergesPriors(isFirst: Bool) {
    var stating = entity("country/GE", "Georgia")
    stating.prior = ["Gruzia"]
    let naming = entity("country/GE", "Georgia", names: [Name("Gruzia", .alias)])
    let lexicon = isFirst ? lexicon([stating], [naming]) : lexicon([naming], [stating])
    #expect(entries("Gruzia", in: lexicon).contains { $0.isPrior })
  }

  @Test("spellings that fold alike are one pattern with an entry each")
  func sharesPatterns() {
    let lexicon = lexicon([
      entity("country/a", "Łódź", names: [Name("LODZ", .abbreviation)]), entity("ship/b", "Lodz"),
    ])
    #expect(lexicon.patternCount == 1)
    let entries = entries("lodz", in: lexicon)
    #expect(entries.map(\.entity.raw) == [0, 0, 1])
    #expect(entries.map(\.form) == [.preferred, .abbreviation, .preferred])
    #expect(entries.map(\.caseRule) == [.smart, .exact, .smart])
  }

  @Test("a combining form is an entry without its hyphen")
  func readsCombining() {
    let lexicon = lexicon([entity("country/CN", "China", names: [Name("Sino-", .demonym)])])
    #expect(entries("Sino", in: lexicon).map(\.role) == [.combining])
  }

  @Test("one entry of a family name serves all its persons, of each case rule")
  func sharesShortKeys() throws {
    var exact = entity("person/c", "Kim Gu")
    exact.caseRule = .exact
    let lexicon = lexicon([
      entity("person/a", "Kim Jong Un"), entity("person/b", "Kim Yo Jong"), exact,
    ])
    let entries = entries("Kim", in: lexicon)
    #expect(entries.map(\.role) == [.shortKey, .shortKey])
    #expect(Set(entries.map(\.caseRule)) == [.smart, .exact])
    let kim = try #require(pattern("Kim", in: lexicon))
    for person in 0..<3 {
      let short = lexicon.shortPatterns(of: EntityIndex(UInt32(person)))
      #expect(short.map(\.isGiven) == [false, true])
      #expect(short[0].pattern == kim)
    }
  }

  @Test("the country column leads to a country of the lexicon, or nowhere")
  func findsCountries() {
    func citizen(_ id: String, _ code: String) -> GazetteerEntity {
      entity(id, "Name " + id, attributes: [EntityAttribute(name: "country", value: code)])
    }
    let lexicon = lexicon([
      entity("country/FR", "France"), citizen("person/a", "FR"), citizen("person/b", "XX"),
      entity("person/c", "Other Name"),
    ])
    let countries = (1...3).map { lexicon.country(of: EntityIndex(UInt32($0))) }
    #expect(countries == [EntityIndex(0), nil, nil])
  }

  @Test("a name without a token is passed over")
  func passesOverSigns() {
    let lexicon = lexicon([entity("ship/a", "***", names: [Name("", .alias)])])
    #expect(lexicon.patternCount == 0)
    #expect(lexicon.entities.count == 1)
  }

  @Test(
    "the lexicon knows which names begin with more than a capital",
    arguments: [
      ("Kim", NameStarts()), ("UN", []), ("Élysée", []), ("McDonald", []), ("北京", []),
      ("العربية", []), ("al Qaeda", []), ("al-Qaeda", .innerCapital), ("von der Leyen", []),
      ("école Normale", []),
      ("iPhone", .innerCapital), ("u.N.", .innerCapital), ("3M", .digit), ("38 North", .digit),
      ("heroin", .small), ("news.com", .address), ("24.hu", .digit),
      ("a.com", [.small, .smallOfTwo]),
      ("金", .character), ("金 b", []),
      ("& Sons", .ampersand), ("al iPhone", [.small, .smallOfTwo]),
      ("cia", [.small, .smallOfThree]), ("écô", [.small, .smallOfThree]),
      ("e coli", [.small, .smallOfTwo]),
    ] as [(String, NameStarts)])
  func knowsStarts(_ name: String, _ expected: NameStarts) {
    #expect(lexicon([entity("ship/a", name)]).tables.starts == expected)
  }

  @Test(
    "a name whose capital comes later is found from there",
    arguments: [
      ("al-Qaeda", 1), ("von der Leyen", 2), ("Leyen", 0), ("heroin trade", 0), ("38 North", 0),
    ])
  func knowsLeads(_ name: String, _ longest: Int) {
    let lexicon = lexicon([entity("ship/a", name)])
    #expect(lexicon.tables.longestLead == longest)
    #expect(entries(name, in: lexicon).map(\.needsCapital) == [longest > 0])
  }

  @Test("a name that matches in any case may begin with a small letter")
  func knowsIgnoredCase() {
    var ship = entity("ship/a", "Auk")
    ship.caseRule = .ignore
    #expect(lexicon([ship]).tables.starts == [.small, .smallOfThree])
  }

  @Test("every one of many names is found under its own pattern")
  func findsAllNames() {
    let names = (0..<4000).map { "Name \($0 % 61) of \($0) X\($0 / 7)" }
    let lexicon = lexicon(names.enumerated().map { entity("ship/\($0)", $1) })
    #expect(lexicon.patternCount == 4000)
    var patterns: Set<PatternIndex> = []
    for name in names {
      guard let found = pattern(name, in: lexicon) else {
        Issue.record("\(name) is not found")
        continue
      }
      patterns.insert(found)
      for entry in lexicon.entryRange(of: found) {
        #expect(lexicon.entity(lexicon.entry(entry).entity).name == name)
        #expect(lexicon.pattern(ofEntry: entry) == found)
      }
    }
    #expect(patterns.count == 4000)
    #expect(pattern("Name 1 of", in: lexicon) == nil)
  }

  @Test(
    "a case rule says which capitals a text may have",
    arguments: [
      (CaseRule.smart, "Kim", "Kim", true, true), (.smart, "Kim", "KIM", true, true),
      (.smart, "Kim", "kim", true, false), (.smart, "Council", "council", false, true),
      (.smart, "UN", "Un", true, false), (.smart, "UN", "un", true, false),
      (.smart, "UN", "Un", false, false), (.smart, "council", "Council", true, true),
      (.smart, "Kim", "kIM", true, false), (.smart, "McDonald", "Mcdonald", true, true),
      (.exact, "US", "US", true, true), (.exact, "US", "us", true, false),
      (.exact, "US", "Us", true, false), (.exact, "Kim", "KIM", true, false),
      (.exact, "council", "COUNCIL", false, false), (.ignore, "US", "us", true, true),
      (.ignore, "Kim", "kIM", true, true), (.exact, "J", "J", true, true),
    ])
  func judgesCapitals(
    _ rule: CaseRule, _ name: String, _ text: String, _ isFirst: Bool, _ expected: Bool
  ) {
    func token(_ word: String) -> Token {
      let bytes = Array(word.utf8)
      return Tokenizer().token(bytes.span, at: 0, limit: bytes.count)
    }
    let read = token(text)
    #expect(
      rule.allows(
        text: read.shape, name: token(name).shape, isFirst: isFirst, isInitial: read.isInitial)
        == expected)
  }

  @Test("case rules are known by their words")
  func readsCaseRules() {
    #expect(
      ["exact", "smart", "ignore", "Smart", ""].map(CaseRule.init(word:)) == [
        .exact, .smart, .ignore, nil, nil,
      ])
  }

  @Test(
    "the distance of two names is the number of changes",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("kind", "kinds", 1), ("case", "cast", 1), ("", "abc", 3),
      ("kitten", "sitting", 3),
    ])
  func measuresDistance(_ left: String, _ right: String, _ expected: Int) {
    #expect(NameDistance.between(left, right) == expected)
    #expect(NameDistance.between(right, left) == expected)
  }
}
