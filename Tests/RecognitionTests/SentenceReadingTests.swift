import Gazetteers
import TestSupport
import Testing

@testable import Recognition

/// What is told of words by a glance at their bytes, beside what their tokens say.
@Suite struct SentenceReadingTests {
  private static let words = [
    "und", "nicht", "UND", "Und", "daß", "dass", "durch", "ụnd", "zúr", "nur", "fur", "the",
    "against", "Against",
    "about", "small", "capital", "US", "U.S.", "u.n.d", "A", "a", "Я", "я", "Дund", "Россия",
    "россия", "РОССИЯ",
    "Москва", "й", "и\u{306}", "К.", "О’Коннор", "Ελλάδα", "עברית", "ال", "3", "20", "2024", "G7",
    "7м",
    "Étienne", "éa", "ÉA", "Straße", "mr", "Messrs", "approx", "incl", "вв", "ѧ", "ДЖ", "&", "北京",
    "한국",
    "internationally", "INTERNATIONALLY", "antidisestablishmentarianism", "e\u{301}t", "ﬁn",
  ]
  private static let joins = [
    " ", " ", " ", " ", ". ", ".", ", ", "-", "’s ", "'", " — ", "–", "\u{A0}", "  ", " «", "» ",
    "\u{AD}",
    "\u{200B}", "\u{202F}", "(", "\t", "“", "”", "",
  ]

  private static func text(_ random: inout SeededGenerator) -> [UInt8] {
    // Of few words, so that headlines and German come.
    let few = (0..<4).map { _ in random.pick(words) }
    let pick = random.oneIn(2) ? few : words
    var text = ""
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      text += random.pick(pick) + (random.oneIn(3) ? random.pick(joins) : " ")
    }
    return Array((text + (random.oneIn(2) ? "." : "end")).utf8)
  }

  @Test("how a word is written is what its token and its first letter say")
  func writing() {
    var random = SeededGenerator(seed: 21)
    let tokenizer = Tokenizer()
    for _ in 0..<1500 {
      let bytes = Self.text(&random)
      var place = 0
      while true {
        let word = tokenizer.nextWriting(bytes.span, from: place, limit: bytes.count)
        let token = tokenizer.nextToken(bytes.span, from: place, limit: bytes.count)
        #expect(word?.start == token?.start && word?.end == token?.end)
        guard let word, let token else { break }
        #expect(word.isCapitalised == tokenizer.isCapitalised(token, in: bytes.span))
        #expect(word.hasCapital == (token.shape != TokenShape.lower))
        #expect(word.isCapitals == (token.shape == TokenShape.capitals))
        place = token.end
      }
    }
  }

  /// What `Surroundings.capitals` says, by the token of each word.
  private static func plainCapitals(_ text: Span<UInt8>) -> CapitalUse {
    let tokenizer = Tokenizer()
    var tokens: [Token] = []
    while let token = tokenizer.nextToken(text, from: tokens.last?.end ?? 0, limit: text.count) {
      tokens.append(token)
    }
    let isAllCapitals = tokens.allSatisfy { $0.shape == TokenShape.capitals }
    let isSmall = tokens.map { !tokenizer.isCapitalised($0, in: text) }
    let isProse = zip(tokens, isSmall).contains { token, isSmall in
      isSmall && token.end - token.start >= 4 && text[token.start] &- 0x30 >= 10
        && !NameNeighbours.functionWords.contains(token)
    }
    if isAllCapitals || text[text.count - 1] != 0x2E, !isProse,
      tokens.count >= (isAllCapitals ? 2 : 3), isSmall.count(where: { !$0 }) * 2 > tokens.count
    {
      return .allWords
    }
    let german = tokens.count {
      $0.shape == TokenShape.lower && Languages.german.contains($0)
    }
    return german > 1 ? .nouns : .names
  }

  @Test("what a sentence writes with capitals is what its tokens say")
  func capitals() {
    var random = SeededGenerator(seed: 22)
    var seen: [CapitalUse: Int] = [:]
    for _ in 0..<3000 {
      let bytes = Self.text(&random)
      let use = Surroundings().capitals(bytes.span, 0..<bytes.count)
      #expect(use == Self.plainCapitals(bytes.span), "\(String(decoding: bytes, as: UTF8.self))")
      let isTitleCase = Surroundings().isTitleCase(bytes.span, 0..<bytes.count)
      #expect(isTitleCase == (use == .allWords))
      seen[use, default: 0] += 1
    }
    #expect(seen.count == 3 && seen.values.allSatisfy { $0 > 50 }, "\(seen)")
  }

  @Test("a letter that begins in a byte of another script folds to no Latin letter or digit")
  func foreignLetters() {
    let table = ScalarTable.shared
    let scalars = (UInt32(0x80)..<0x10000).compactMap(Unicode.Scalar.init)
    let foreign = scalars.filter { TextPlace.isForeign(Array(String($0).utf8)[0]) }
    #expect(foreign.map(\.value) == Array(0x380..<0x800))
    let latin = foreign.filter { table.folded($0).unicodeScalars.contains { $0.value < 0x250 } }
    #expect(latin.isEmpty)
  }

  @Test("a word told by a glance to end its sentence is no abbreviation, initial or number")
  func ordinaryWords() {
    var random = SeededGenerator(seed: 23)
    let (splitter, tokenizer) = (SentenceSplitter(), Tokenizer())
    // Letters, digits and what is not ASCII, as stand before a period.
    let words = Self.words.filter {
      $0.utf8.allSatisfy { $0 > 0x7F || TextPlace.isAlphanumeric($0) }
    }
    var count = 0
    for _ in 0..<2000 {
      let word = Array((random.pick(words) + (random.oneIn(2) ? "" : random.pick(words))).utf8)
      let isASCII = word.allSatisfy { $0 < 0x80 }
      guard splitter.isOrdinary(word.span, 0..<word.count, isASCII: isASCII) else { continue }
      count += 1
      let (kind, _) = tokenizer.classify(word.span, at: 0, limit: word.count)
      guard Tokenizer.beginsToken(kind) else { continue }
      let token = tokenizer.token(word.span, at: 0, limit: word.count)
      #expect(!Abbreviations.all.contains(token) && !token.isInitial)
      #expect(word[0] &- 0x30 >= 10 || word.count > 2)
    }
    #expect(count > 500)
  }

  @Test("the words beside a place are those that a look at each letter finds")
  func wordsBeside() {
    var random = SeededGenerator(seed: 24)
    let surroundings = Surroundings()
    for _ in 0..<400 {
      let bytes = Self.text(&random)
      for place in 0...bytes.count where place == bytes.count || bytes[place] & 0xC0 != 0x80 {
        let before = surroundings.word(before: place, in: bytes.span, from: 0)
        #expect(before == Self.plainWord(before: place, bytes.span))
        let behind = surroundings.word(behind: place, in: bytes.span, limit: bytes.count)
        #expect(behind == Self.plainWord(behind: place, bytes.span))
      }
    }
  }

  private static func plainWord(before place: Int, _ text: Span<UInt8>) -> Token? {
    let tokenizer = Tokenizer()
    var end = place
    while end > 0 {
      let scalar = TextPlace.before(text, end, from: 0)
      guard tokenizer.classify(text, at: scalar, limit: end).class == ScalarClass.space else {
        break
      }
      end = scalar
    }
    guard end < place, end > 0 else { return nil }
    if text[end - 1] == 0x2E { end -= 1 }
    var start = TextPlace.wordStart(text, endingAt: end, from: 0)
    guard start < end else { return nil }
    while start >= 2, text[start - 1] == 0x2E, (text[start - 2] | 0x20) &- 0x61 < 26 { start -= 2 }
    return tokenizer.token(text, at: start, limit: end)
  }

  private static func plainWord(behind place: Int, _ text: Span<UInt8>) -> Token? {
    let tokenizer = Tokenizer()
    var start = place
    while start < text.count {
      let (kind, next) = tokenizer.classify(text, at: start, limit: text.count)
      guard kind == ScalarClass.space else { break }
      start = next
    }
    guard start > place, start < text.count else { return nil }
    let (kind, _) = tokenizer.classify(text, at: start, limit: text.count)
    guard kind == ScalarClass.upper || kind == ScalarClass.word else { return nil }
    return tokenizer.token(text, at: start, limit: text.count)
  }
}
