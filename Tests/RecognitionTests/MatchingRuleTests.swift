import Gazetteers
import Testing

@testable import Recognition

/// Names, and a text with the mentions of them marked as in `Passage`.
struct RuleCase: Sendable, CustomTestStringConvertible {
  /// The rule, in a sentence.
  var rule: String
  var entities: [GazetteerEntity]
  var passage: Passage

  init(_ rule: String, _ entities: [GazetteerEntity], _ marked: String) {
    self.rule = rule
    self.entities = entities
    passage = Passage(name: rule, marked: marked)
  }

  var testDescription: String { rule }
}

/// Every matching rule of the design, on names made for it.
@Suite struct MatchingRuleTests {
  private static let russia = entity(
    "country/RU", "Russia", demonyms: ["Russian", "Russians", "Russo-"], metonyms: ["Moscow"])
  private static let china = entity("country/CN", "China", demonyms: ["Chinese", "Sino-"])
  private static let ukraine = entity("country/UA", "Ukraine")
  private static let sudan = entity("country/SD", "Sudan")
  private static let southSudan = entity("country/SS", "South Sudan")
  private static let un = entity("o/un", "United Nations", abbreviations: ["UN"])
  private static let council = entity("o/sc", "UN Security Council")
  private static let us = entity("country/US", "United States", abbreviations: ["US"])
  private static let kim = entity("person/kim", "Kim Jong-un")

  static let places = [
    RuleCase(
      "the longest of several names wins", [un, council],
      "The [[UN Security Council|o/sc]] of the [[UN|o/un]]"),
    RuleCase(
      "the leftmost name wins over a longer one that begins inside it",
      [entity("o/a", "North Star"), entity("o/b", "Star Line Company")],
      "The [[North Star|o/a]] Line Company"),
    RuleCase(
      "where the longest name fails at its end, the shorter one stands",
      [entity("o/a", "Black Sea"), entity("o/b", "Black Sea Fleet Museum")],
      "The [[Black Sea|o/a]] Fleet sailed"),
    RuleCase(
      "where the longest name fails by its capitals, the shorter one stands",
      [entity("o/a", "Red Star"), entity("o/b", "Red Star FC", caseRule: .exact)],
      "He joined [[Red Star|o/a]] Fc"),
    RuleCase(
      "the scan goes on behind a hit, so that hits do not overlap",
      [entity("o/a", "Alpha Beta"), entity("o/b", "Beta Gamma")],
      "[[Alpha Beta|o/a]] Gamma and [[Beta Gamma|o/b]]"),
    RuleCase(
      "a name that fails half-way hides none that begins inside it",
      [entity("o/a", "Alpha Beta Gamma"), entity("o/b", "Beta Delta")], "Alpha [[Beta Delta|o/b]]"),
    RuleCase(
      "a name inside a longer word is no mention", [russia, un],
      "Prussia, Russianness, Russia2018, UNO"),
    RuleCase(
      "a name never spans the end of a sentence", [southSudan, sudan],
      "He drove South. [[Sudan|country/SD]] was far."),
    RuleCase(
      "a name never spans a blank line", [southSudan, sudan],
      "The way South\\n\\n[[Sudan|country/SD]] is far."),
    RuleCase(
      "a name may span a line break", [southSudan], "He went to [[South\\nSudan|country/SS]] again."
    ),
    RuleCase(
      "a full stop or an exclamation mark parts two words of a name", [southSudan],
      "south! Sudan; South: Sudan; South / Sudan"),
    RuleCase(
      "a comma parts two words unless the name has one",
      [entity("o/a", "Alpha Beta"), entity("o/b", "Gamma, Delta")],
      "Alpha, Beta and [[Gamma, Delta|o/b]] and [[Gamma Delta|o/b]]"),
    RuleCase(
      "quotation marks and brackets are boundaries", [russia],
      "“[[Russia|country/RU]]”, ([[Russia|country/RU]]) and *[[Russia|country/RU]]*"),
    RuleCase(
      "an address, a handle or an identifier is no place for names", [russia],
      "@Russia, Russia_today, see_Russia, https://x.org/Russia, www.x.org/Russia and Russia.com"),
    RuleCase(
      "a name before the full stop of its sentence matches", [russia],
      "He left [[Russia|country/RU]]. He left."),
  ]

  static let hyphens = [
    RuleCase(
      "a hyphen before a small letter is a boundary", [russia, us],
      "[[Russian|country/RU]]-made and [[US|country/US]]-led"),
    RuleCase(
      "a hyphen behind a small letter is a boundary", [russia],
      "pro-[[Russia|country/RU]] and anti-[[Russian|country/RU]]"),
    RuleCase(
      "a hyphen between two listed names is a boundary", [russia, ukraine, us, china],
      "The [[Russia|country/RU]]-[[Ukraine|country/UA]] war and [[US|country/US]]-[[China|country/CN]] talks"
    ),
    RuleCase(
      "a hyphen beside an unlisted capitalised word is none", [russia, china],
      "Anna Russia-Gomez and Jean-China met"),
    RuleCase(
      "a capitalised prefix that stands before names is a prefix", [russia],
      "Pro-[[Russian|country/RU]] rebels"),
    RuleCase(
      "a dash is a boundary beside capitals too", [russia],
      "Minsk–[[Russia|country/RU]]—Anna—[[Russia|country/RU]]−Omsk"),
    RuleCase(
      "a slash is a boundary", [russia, ukraine],
      "[[Russia|country/RU]]/[[Ukraine|country/UA]]/Minsk"),
    RuleCase(
      "a combining form needs a hyphen and a capital behind it", [russia, china],
      "[[Sino|country/CN]]-[[Russian|country/RU]] trade, Sino art, Sino-art, [[Russo|country/RU]]–[[Chinese|country/CN]]"
    ),
    RuleCase(
      "a hyphenated name has a hyphen, a space or nothing", [kim],
      "[[Kim Jong-un|person/kim]], [[Kim Jong Un|person/kim]], [[Kim Jongun|person/kim]], [[Kim Jong\u{2011}un|person/kim]], [[Kim Jong–un|person/kim]]"
    ),
    RuleCase(
      "a hyphen may stand for the space of a name", [southSudan], "[[South-Sudan|country/SS]]"),
    RuleCase(
      "a hyphen with a space is no part of a name with a space", [southSudan],
      "South - Sudan and South- Sudan"),
    RuleCase(
      "a hyphen does not stand for the space of a look-alike",
      [
        entity("none/ka", "Korean American"), entity("country/KR", "Korea", demonyms: ["Korean"]),
        entity("country/US", "America", demonyms: ["American"]),
      ],
      "A Korean American and [[Korean|country/KR]]-[[American|country/US]] talks"),
  ]

  static let folding = [
    RuleCase(
      "precomposed and decomposed letters are equal", [entity("o/a", "Côte d’Or")],
      "[[Co\u{302}te d’Or|o/a]] and [[C\u{F4}te d’Or|o/a]]"),
    RuleCase(
      "letters with and without diacritics are equal",
      [entity("o/a", "Erdoğan Vakfı"), entity("o/b", "Lodz Club")],
      "[[Erdogan Vakfi|o/a]], [[Łódź Club|o/b]]"),
    RuleCase(
      "straight and curly apostrophes are equal, and may be left out",
      [entity("o/a", "N'Djamena Club")],
      "[[N’Djamena Club|o/a]], [[N'Djamena Club|o/a]], [[NDjamena Club|o/a]]"),
    RuleCase(
      "an apostrophe that the name has not is no part of it", [entity("o/a", "Alpha Beta")],
      "Alpha 'Beta and Alpha’Beta"),
    RuleCase(
      "a run of white space is one space", [southSudan],
      "[[South  \t Sudan|country/SS]] and [[South\u{A0}Sudan|country/SS]] and [[South\u{3000}Sudan|country/SS]]"
    ),
    RuleCase(
      "marks without width do not part a word", [russia, southSudan],
      "[[Rus\u{AD}sia|country/RU]], [[South \u{200E}Sudan|country/SS]]"),
    RuleCase(
      "dotted and undotted abbreviations are equal", [un, entity("o/b", "B.B.C.")],
      "The [[U.N.|o/un]] and the [[UN|o/un]], [[BBC|o/b]] and [[B.B.C.|o/b]] and [[B.B.C|o/b]]"),
    RuleCase(
      "initials may lose their period", [entity("person/s", "George W. Smith")],
      "[[George W Smith|person/s]] and [[George W. Smith|person/s]] and [[GEORGE W. SMITH|person/s]]"
    ),
    RuleCase(
      "an address keeps its period, with nothing at its sides",
      [
        entity("o/g", "The Guardian"), entity("o/a", "theguardian.com"),
        entity("o/b", "Booking.com"),
      ],
      "[[theguardian.com|o/a]], [[Theguardian.com|o/a]]; [[Booking.com|o/b]], not theguardian com, the "
        + "guardian-com, theguardian. com, Booking com, theguardian.community"),
    RuleCase(
      "a period before a number or a capital may be left out",
      [entity("o/a", "No.1 Motors"), entity("o/b", "St.Gallen")],
      "[[No.1 Motors|o/a]], [[No 1 Motors|o/a]], [[St.Gallen|o/b]], [[St Gallen|o/b]]"),
    RuleCase(
      "a possessive is outside the name", [russia, un],
      "[[Russia|country/RU]]'s, [[Russia|country/RU]]’s, [[United Nations|o/un]]’ and [[U.N.|o/un]]'s"
    ),
    RuleCase(
      "an ampersand is and", [entity("o/a", "Smith & Sons"), entity("o/b", "Alpha and Beta")],
      "[[Smith and Sons|o/a]], [[Smith & Sons|o/a]], [[Alpha & Beta|o/b]], [[Smith&Sons|o/a]]"),
    RuleCase(
      "British and American spelling are equal in organisations",
      [
        entity("organisation/a", "Centre for Defence"),
        entity("organisation/b", "Labor Organization"),
      ],
      "[[Center for Defense|organisation/a]], [[Labour Organisation|organisation/b]]"),
    RuleCase(
      "British and American spelling are not equal in other names",
      [entity("person/a", "Ann Labour")],
      "Old Ann Labor quarrelled with [[Ann Labour|person/a]]"),
    RuleCase(
      "a period that is no initial's parts a name unless the name has it",
      [entity("o/a", "St. Alpha"), entity("o/b", "Beta Gamma")],
      "[[St. Alpha|o/a]], [[St Alpha|o/a]], Beta.Gamma"),
  ]

  static let capitals = [
    RuleCase(
      "a name matches with its own capitals or in capitals alone", [southSudan],
      "[[South Sudan|country/SS]], [[SOUTH SUDAN|country/SS]], south sudan, south Sudan"),
    RuleCase(
      "the later words of a name may be in small letters", [council, southSudan],
      "[[UN security council|o/sc]], [[South sudan|country/SS]]"),
    RuleCase(
      "an abbreviation matches in exact case only",
      [us, entity("o/who", "W", abbreviations: ["WHO"])],
      "us, Us, [[US|country/US]], who, Who, [[WHO|o/who]], [[U.S.|country/US]]"),
    RuleCase(
      "exact case can be asked of any name", [entity("o/a", "Target Shops", caseRule: .exact)],
      "[[Target Shops|o/a]], TARGET SHOPS, Target shops"),
    RuleCase(
      "any case can be allowed to any name", [entity("o/a", "Target Shops", caseRule: .ignore)],
      "[[Target Shops|o/a]], [[TARGET shops|o/a]], [[target shops|o/a]], [[tARGET SHOPS|o/a]]"),
    RuleCase(
      "a name in small letters matches in any case",
      [entity("o/a", "al-Alpha"), entity("o/b", "adidas shop")],
      "[[al-Alpha|o/a]], [[Al-Alpha|o/a]], [[AL-ALPHA|o/a]], [[Adidas Shop|o/b]]"),
    RuleCase(
      "a name with capitals inside keeps its first letter", [entity("o/a", "McAlpha Group")],
      "[[McAlpha Group|o/a]], [[Mcalpha Group|o/a]], [[MCALPHA GROUP|o/a]], mcalpha group"),
    RuleCase(
      "a name that begins with a small letter before a capital matches",
      [entity("o/a", "iAlpha Shop")],
      "[[iAlpha Shop|o/a]] and the [[IALPHA SHOP|o/a]]"),
    RuleCase(
      "a name that begins with a digit matches", [entity("o/a", "3M Works")], "the [[3M Works|o/a]]"
    ),
    RuleCase(
      "an initial is a capital and a name in capitals at once", [entity("person/a", "J. Alpha")],
      "[[J. Alpha|person/a]] and [[J ALPHA|person/a]]"),
  ]

  static let scripts = [
    RuleCase(
      "Chinese and Japanese names match without spaces",
      [entity("o/a", "日本"), entity("o/b", "北京")],
      "他从[[北京|o/b]]到[[日本|o/a]]。"),
    RuleCase(
      "a name in katakana ends where katakana ends", [entity("o/a", "タイ")],
      "タイヤ、[[タイ|o/a]]の"),
    RuleCase("a Thai name matches inside its line", [entity("o/a", "ไทย")], "ประเทศ[[ไทย|o/a]]ชนะ"),
    RuleCase(
      "a Korean particle may stand behind a name", [entity("o/a", "한국")],
      "[[한국|o/a]]은, [[한국|o/a]]에서, [[한국|o/a]]으로부터, [[한국|o/a]] 정부"),
    RuleCase(
      "other Korean syllables make a longer word", [entity("o/a", "한국")], "한국인, 한국어로, 대한국, 한국은행"),
    RuleCase(
      "Arabic and Cyrillic names match, with and without vowel marks",
      [entity("o/a", "روسيا"), entity("o/b", "Россия")],
      "في [[رُوسيا|o/a]] و [[РОССИЯ|o/b]] и [[Россия|o/b]]"),
    RuleCase(
      "signs beyond the basic plane stand beside names", [russia, entity("o/b", "𠮷野家")],
      "😀[[Russia|country/RU]]👩\u{200D}👧 [[𠮷野家|o/b]]"),
  ]

  @Test(
    "mentions stand where they are marked",
    arguments: places + hyphens + folding + capitals + scripts)
  func finds(_ item: RuleCase) {
    let found = mentions(item.entities, item.passage.text)
    #expect(
      found.map { "[\($0.text)|\($0.entity)]" }
        == item.passage.mentions.map { "[\($0.text)|\($0.entity)]" })
  }

  @Test("both matchers agree", arguments: places + hyphens + folding + capitals + scripts)
  func agree(_ item: RuleCase) {
    let bytes = Array(item.passage.text.utf8)
    for rule in [nil] + CaseRule.allCases.map(Optional.some) {
      var matcher = Matcher(lexicon(item.entities), caseRule: rule)
      let plain = PlainMatcher(item.entities, caseRule: rule)
      #expect(
        hits(&matcher, item.passage.text) == plain.hits(in: bytes.span, 0..<bytes.count))
    }
  }

  @Test(
    "one case rule can be set over all names",
    arguments: [
      (CaseRule.exact, ["Red Star", "US"]), (.smart, ["Red Star", "RED STAR", "Red star", "US"]),
      (.ignore, ["Red Star", "RED STAR", "Red star", "red star", "US", "us", "Us"]),
      (nil, ["Red Star", "RED STAR", "Red star", "US"]),
    ] as [(CaseRule?, [String])])
  func setsCaseRule(_ rule: CaseRule?, _ expected: [String]) {
    let found = mentions(
      [entity("o/a", "Red Star"), Self.us], "Red Star, RED STAR, Red star, red star, US, us, Us",
      options: RecognitionOptions(caseRule: rule))
    #expect(found.map(\.text) == expected)
  }

  @Test("no hit leaves the range, though the text goes on")
  func keepsToRange() {
    let bytes = Array("South Sudan".utf8)
    var matcher = Matcher(lexicon([Self.southSudan, Self.sudan]))
    for (range, expected) in [(0..<11, 0..<11), (6..<11, 6..<11), (0..<5, nil), (0..<10, nil)] {
      var buffer = HitBuffer()
      matcher.match(bytes.span, oneSentence(range), into: &buffer)
      #expect(buffer.hits.first.map { $0.start..<$0.end } == expected)
    }
  }
}
