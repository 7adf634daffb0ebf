import Foundation
import Gazetteers
import TestSupport

/// Makes gazetteers and texts of pieces that are hard on a matcher: few words, so that names overlap,
/// begin and end each other and meet in texts, and every sign that a rule speaks of.
struct RandomNames {
  private static let words = [
    "Kim", "kim", "KIM", "Jong", "Un", "un", "Sana", "O", "Neal", "al", "Ivoire", "d", "McDonald",
    "iPhone", "Centre", "Center", "Nations", "Étienne", "E\u{301}tienne", "Łódź", "Straße",
    "STRASSE",
    "do", "spa", "coli", "heroin", "theatrical", "théâtral", "Øre", "ﬁn", "Ａｂ", "Putin", "пу́тин",
    "Россия", "Σίσυφος", "العربية", "עִברִית",
    "россия", "мир", "ми", "мираж", "ёж", "eжи", "élan", "ño", "ßa", "iМак", "eЁж", "xẞy", "중국",
    "金正", "金e",
    "kim.com", "sana.un.net", "théa.com", "com", "7m.com",
  ]
  private static let bits = [
    "A", "B", "u", "n", "u.", "n.", "U.N.", "U.N", "u.n.", "U", "N", "J.", "W", "3", "2018", "7M",
    "&", "and",
    "é",
    "한국", "한", "서울", "은", "에서", "北京", "金", "ア", "アメ", "ー", "さ", "ไทย", "😀", "👩\u{200D}👧", "𝐁",
    "𠀀", "ʻ", "ª", "١", "\u{301}", "s",
  ]
  private static let joins = [
    " ", " ", " ", " ", "-", "-", "-", "", "", ".", ". ", "'", "’", "\u{A0}", "\n", "\r\n", "  ",
    "\n\n", "\r\n\r\n", "\r", "–", "—", ", ", "/", "&", " & ", "\u{AD}", "\u{200B}", "\u{200D}",
    "\u{2011}", "(", ")", "\"", "_", "@", "'s ", "’s ", " - ", "--", "…", "! ", ": ", "·", "\t",
    "....", "\\", "=", "http://", "www.", "\u{FEFF}", "-\n", ".-", "\u{2028}",
  ]

  var random: SeededGenerator

  /// Whether all names begin with a capital, which lets a matcher pass over small letters.
  private let hasCapitalStarts: Bool

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    hasCapitalStarts = random.oneIn(3)
  }

  mutating func word() -> String {
    random.oneIn(3) ? random.pick(Self.bits) : random.pick(Self.words)
  }

  /// A name of one to four words.
  mutating func name() -> String {
    var name = word()
    while hasCapitalStarts, name.first?.isUppercase != true { name = word() }
    for _ in 0..<Int.random(in: 0...3, using: &random) where random.oneIn(2) {
      name += random.oneIn(3) ? random.pick(Self.joins) : " "
      name += word()
    }
    return name
  }

  private mutating func names(atMost most: Int) -> [String] {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in name() }
  }

  /// One to eight entities of all kinds.
  mutating func gazetteer() -> [GazetteerEntity] {
    (1...Int.random(in: 1...8, using: &random)).map { number in
      let kind = random.pick(["person", "person", "country", "organisation", "ship", "none"])
      var demonyms = random.oneIn(3) ? names(atMost: 2) : []
      if kind == "country", random.oneIn(2) { demonyms.append(word() + "-") }
      let isMarked = kind == "person" && random.oneIn(2)
      return entity(
        "\(kind)/\(number)", name(), aliases: names(atMost: 2),
        abbreviations: random.oneIn(3) ? names(atMost: 2) : [], demonyms: demonyms,
        metonyms: random.oneIn(4) ? names(atMost: 1) : [],
        short: random.oneIn(4) ? names(atMost: 1) : [],
        caseRule: random.oneIn(3) && !hasCapitalStarts ? random.pick(CaseRule.allCases) : nil,
        context: random.oneIn(4) ? names(atMost: 2) : [],
        family: isMarked ? names(atMost: 2) : [], given: isMarked ? names(atMost: 2) : [])
    }
  }

  /// A text of names of the gazetteer, spelt in other ways, and of the pieces they are made of.
  mutating func text(_ entities: [GazetteerEntity]) -> String {
    var text = random.oneIn(4) ? random.pick(Self.joins) : ""
    for _ in 0..<Int.random(in: 1...7, using: &random) {
      if random.oneIn(3) {
        text += word()
      } else {
        let entity = random.pick(entities)
        let names =
          [entity.name] + entity.names.map(\.text) + entity.family + entity.given + entity.context
        text += respelt(random.pick(names))
      }
      text += random.oneIn(2) ? " " : random.pick(Self.joins)
    }
    return text
  }

  private mutating func respelt(_ name: String) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return name.uppercased()
    case 1: return name.lowercased()
    case 2: return name.replacing(" ", with: random.pick(Self.joins))
    case 3: return name.replacing("-", with: random.pick(Self.joins))
    case 4: return name.decomposedStringWithCanonicalMapping
    case 5: return name.precomposedStringWithCanonicalMapping
    case 6: return String(name.dropLast())
    case 7: return String(name.dropFirst())
    case 8: return name.prefix(1) + name.dropFirst().lowercased()
    default: return name
    }
  }
}
