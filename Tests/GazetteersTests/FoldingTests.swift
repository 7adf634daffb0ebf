import Foundation
import TestSupport
import Testing

@testable import Gazetteers

/// Two spellings, and why they are equal or not.
struct FoldingCase: Sendable, CustomTestStringConvertible {
  var reason: String
  var left: String
  var right: String

  init(_ reason: String, _ left: String, _ right: String) {
    self.reason = reason
    self.left = left
    self.right = right
  }

  var testDescription: String { reason }
}

@Suite struct FoldingTests {
  static let equal = [
    FoldingCase("capitals and small letters", "PUTIN", "putin"),
    FoldingCase("precomposed and decomposed letters", "Erdo\u{11F}an", "Erdog\u{306}an"),
    FoldingCase("a letter with two marks", "Nguy\u{1EC5}n", "Nguye\u{302}\u{303}n"),
    FoldingCase("letters without their marks", "Škvorecký", "Skvorecky"),
    FoldingCase("sharp s and double s", "Straße", "Strasse"),
    FoldingCase("capital sharp s", "STRAẞE", "strasse"),
    FoldingCase("o with a stroke", "Øresund", "Oresund"),
    FoldingCase("l with a stroke", "Wałęsa", "Walesa"),
    FoldingCase("d with a stroke", "Đà Nẵng", "Da Nang"),
    FoldingCase("ae as one letter", "Æther", "Aether"),
    FoldingCase("dotless and dotted i", "Erdoğan’ın", "Erdogan’in"),
    FoldingCase("a capital i with a dot", "İstanbul", "Istanbul"),
    FoldingCase("fullwidth letters and digits", "ＮＡＴＯ７", "nato7"),
    FoldingCase("a ligature", "ﬁnland", "Finland"),
    FoldingCase("final and other sigma", "Μητσοτάκης", "ΜΗΤΣΟΤΑΚΗΣ"),
    FoldingCase("Cyrillic capitals", "ПУТИН", "Путин"),
    FoldingCase("a stress mark in Cyrillic", "Пу\u{301}тин", "Путин"),
    FoldingCase("Hebrew with and without points", "יִשְׂרָאֵל", "ישראל"),
    FoldingCase("Arabic with and without vowels", "مُحَمَّد", "محمد"),
    FoldingCase("Arabic stretched by tatweel", "مـحـمـد", "محمد"),
    FoldingCase("dotted and undotted abbreviations", "U.N.", "UN"),
    FoldingCase("an abbreviation without its last dot", "U.S.S.R", "USSR"),
    FoldingCase("an ampersand and the word", "Trinidad & Tobago", "Trinidad and Tobago"),
    FoldingCase("a soft hyphen in a word", "Medve\u{AD}dev", "Medvedev"),
    FoldingCase("a zero-width space in a word", "Medve\u{200B}dev", "Medvedev"),
    FoldingCase("a hyphen and a space", "Kim Jong-un", "Kim Jong Un"),
    FoldingCase("straight and curly apostrophes", "N'Djamena", "N’Djamena"),
  ]

  static let different = [
    FoldingCase("a word and a longer one", "Iran", "Iranian"),
    FoldingCase("two words and one", "South Sudan", "SouthSudan"),
    FoldingCase("the order of words", "Kim Jong", "Jong Kim"),
    FoldingCase("initials with spaces between them", "U. N.", "UN"),
    FoldingCase("letters of two scripts that look alike", "Иран", "Ирaн"),
    FoldingCase("a digit and a letter", "G7", "GT"),
    FoldingCase("the words of a dotted name and one word", "No.10", "No10"),
    FoldingCase("eight letters and nine", "Pakistan", "Pakistans"),
  ]

  @Test("folding makes equal", arguments: equal)
  func isEqual(_ item: FoldingCase) {
    #expect(FoldedName.key(item.left) == FoldedName.key(item.right))
  }

  @Test("folding keeps apart", arguments: different)
  func isDifferent(_ item: FoldingCase) {
    #expect(FoldedName.key(item.left) != FoldedName.key(item.right))
  }

  @Test("every letter folds as its decomposition does")
  func foldsAsDecomposition() {
    let table = ScalarTable.shared
    for value in UInt32(0xC0)..<0x2000 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let decomposed = String(scalar).decomposedStringWithCanonicalMapping
      guard decomposed.unicodeScalars.count > 1 else { continue }
      // The marks of Indic scripts are their vowels, and stay.
      guard value < 0x600 || value >= 0x1E00 else { continue }
      let parts = decomposed.unicodeScalars.map(table.folded).joined()
      #expect(
        Array(table.folded(scalar).unicodeScalars) == Array(parts.unicodeScalars),
        "U+\(String(value, radix: 16)) \(String(scalar))")
    }
  }

  @Test("every capital folds as its small letter does")
  func foldsAsSmallLetter() {
    let table = ScalarTable.shared
    for value in UInt32(0x41)..<0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let lower = scalar.properties.lowercaseMapping
      guard lower.unicodeScalars.count == 1, lower.unicodeScalars.first != scalar else { continue }
      // Numerals and circled letters are no letters of names.
      guard table.classOf(value) == ScalarClass.upper else { continue }
      // The table is of Unicode 14; letters that came later need not be in it.
      guard let age = scalar.properties.age, age.major <= 14 else { continue }
      let small = lower.unicodeScalars.map(table.folded).joined()
      #expect(
        Array(table.folded(scalar).unicodeScalars) == Array(small.unicodeScalars),
        "U+\(String(value, radix: 16)) \(String(scalar))")
    }
  }
}

/// A token as tests write it.
private struct SeenToken: Equatable {
  var text: String
  var shape: UInt8
}

@Suite struct TokenizerTests {
  private func tokens(_ text: String) -> [SeenToken] {
    let bytes = Array(text.utf8)
    let tokenizer = Tokenizer()
    var result: [SeenToken] = []
    var place = 0
    while place < bytes.count {
      let (kind, next) = tokenizer.classify(bytes.span, at: place, limit: bytes.count)
      guard Tokenizer.beginsToken(kind) else {
        place = next
        continue
      }
      let token = tokenizer.token(bytes.span, at: place, limit: bytes.count)
      result.append(
        SeenToken(
          text: String(decoding: bytes[token.start..<token.end], as: UTF8.self), shape: token.shape)
      )
      place = token.end
    }
    return result
  }

  @Test(
    "a text falls into tokens",
    arguments: [
      ("United Nations (U.N.)", ["United", "Nations", "U.N."]),
      ("Ukraine's grain, Turkey’s straits", ["Ukraine", "s", "grain", "Turkey", "s", "straits"]),
      ("Jean-Claude", ["Jean", "Claude"]),
      ("J. R. Smith, J.R. Smith", ["J", "R", "Smith", "J.R.", "Smith"]),
      ("U.S.-led", ["U.S.", "led"]),
      ("the U.S", ["the", "U.S"]),
      ("Trinidad&Tobago", ["Trinidad", "&", "Tobago"]),
      ("北京와 한국", ["北", "京", "와", "한", "국"]),
      ("G7 2018 3.5", ["G7", "2018", "3", "5"]),
      ("e\u{301}tude\u{AD}", ["e\u{301}tude"]),
      ("😀Iran😀", ["Iran"]),
      ("", []), ("\u{301}", []), ("...", []),
    ])
  func splits(_ text: String, _ expected: [String]) {
    #expect(tokens(text).map(\.text) == expected)
  }

  @Test(
    "a token has the shape of its capitals",
    arguments: [
      ("council", TokenShape.lower), ("24", TokenShape.lower), ("北", TokenShape.lower),
      ("Kim", TokenShape.initial), ("Élysée", TokenShape.initial), ("ǅ", TokenShape.capitals),
      ("UN", TokenShape.capitals), ("U.N.", TokenShape.capitals), ("G7", TokenShape.capitals),
      ("РОССИЯ", TokenShape.capitals), ("McDonald", TokenShape.mixed),
      ("iPhone", TokenShape.camel), ("u.N.", TokenShape.camel),
    ])
  func hasShape(_ text: String, _ shape: UInt8) {
    #expect(tokens(text) == [SeenToken(text: text, shape: shape)])
  }

  @Test(
    "between two tokens stands a gap, or an end",
    arguments: [
      (" ", .space), ("\u{2011}", .hyphen), ("-", .hyphen), ("\u{2010}", .hyphen),
      ("–", .dash), ("—", .dash), ("\u{2212}", .dash), ("'", .apostrophe), ("’", .apostrophe),
      (", ", [.comma, .space]), (". ", [.period, .space]), ("\n", .space), ("\r\n", .space),
      ("\u{A0}", .space), ("\u{3000}", .space), (" - ", [.hyphen, .space]), ("\"", .other),
      ("/", .other), ("\n\n", nil), ("\r\n\r\n", nil), ("\r\r", nil), (" \n \n ", nil),
      ("----", nil), ("---", .hyphen), (" \u{200E}", .space),
    ] as [(String, Gap?)])
  func readsGap(_ between: String, _ expected: Gap?) {
    let bytes = Array("ab\(between)cd".utf8)
    let tokenizer = Tokenizer()
    let token = tokenizer.token(bytes.span, at: 0, limit: bytes.count)
    #expect(tokenizer.gap(bytes.span, at: token.end, limit: bytes.count)?.gap == expected)
  }

  @Test("nothing behind the limit is read")
  func keepsToLimit() {
    let bytes = Array("U.N. Kim".utf8)
    let tokenizer = Tokenizer()
    #expect(tokenizer.token(bytes.span, at: 0, limit: 3).end == 3)
    #expect(tokenizer.token(bytes.span, at: 5, limit: 6).end == 6)
    #expect(tokenizer.gap(bytes.span, at: 4, limit: 5) == nil)
  }

  @Test("a token read sixteen bytes at once is the token read letter by letter")
  func asciiTokensEqualAnyTokens() {
    var random = SeededGenerator(seed: 12)
    let signs = Array("abzABZ0189 .-'&\u{E9}".utf8)
    let tokenizer = Tokenizer()
    var count = 0
    for _ in 0..<20000 {
      // Mostly letters, so that words of all lengths come.
      let text = (0..<40).map { _ in
        random.oneIn(12) ? random.pick(signs) : random.pick(Array("abcXYZ7".utf8))
      }
      let place = Int.random(in: 0..<40, using: &random)
      let limit = Int.random(in: place + 1...40, using: &random)
      let (kind, _) = tokenizer.classify(text.span, at: place, limit: limit)
      guard text[place] < 0x80, Tokenizer.beginsToken(kind) else { continue }
      if let token = tokenizer.asciiToken(text.span, at: place, limit: limit) {
        #expect(token == tokenizer.anyToken(text.span, at: place, limit: limit))
        count += 1
      }
      if let word = tokenizer.asciiWord(text.span, at: place, limit: limit) {
        let plain = tokenizer.anyWord(text.span, at: place, limit: limit)
        #expect(word.end == plain?.end && word.hash == plain?.hash && !word.standsAlone)
      }
    }
    #expect(count > 5000)
  }
}
