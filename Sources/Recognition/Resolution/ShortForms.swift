import Gazetteers

/// Short forms that a document gives organisations itself: `Harbour Craft Union (HCU)`.
///
/// Behind a listed name the short form means the listed organisation from there on. Behind a name that
/// no gazetteer holds it means that one, and so no longer the listed organisation of these letters.
struct ShortForms {
  let lexicon: Lexicon
  private let surroundings = Surroundings()
  private let tokenizer = Tokenizer()

  /// Letters of a short form at most.
  private static let mostLetters = 10

  /// The short form in brackets behind a name, if it stands for the name's words.
  ///
  /// - Parameters:
  ///   - name: The name, in bytes.
  ///   - text: The document.
  ///   - limit: Where its sentence ends.
  func defined(behind name: Range<Int>, in text: Span<UInt8>, limit: Int) -> Token? {
    let open = name.upperBound + 1
    guard open + 2 < limit, text[open] == UInt8(ascii: "("), text[name.upperBound] == 0x20 else {
      return nil
    }
    let token = tokenizer.token(text, at: open + 1, limit: limit)
    guard token.start == open + 1, token.end < limit, text[token.end] == UInt8(ascii: ")"),
      token.shape == TokenShape.capitals, isShortForm(token),
      start(of: token, before: name.upperBound, from: name.lowerBound, in: text) != nil
    else { return nil }
    return token
  }

  /// Where the unlisted name begins whose short form in brackets a hit is; `nil` where the hit stands
  /// in no brackets, or its letters are not those of the words before.
  func unlistedName(before hit: Hit, in text: Span<UInt8>, from lower: Int) -> Range<Int>? {
    guard hit.start - 3 > lower, text[hit.start - 1] == UInt8(ascii: "("),
      text[hit.start - 2] == 0x20, hit.end < text.count, text[hit.end] == UInt8(ascii: ")")
    else { return nil }
    let token = tokenizer.token(text, at: hit.start, limit: hit.end)
    guard token.end == hit.end, token.shape == TokenShape.capitals, isShortForm(token) else {
      return nil
    }
    let end = hit.start - 2
    return start(of: token, before: end, from: lower, in: text).map { $0..<end }
  }

  /// Whether a name shares half of its longer words with that of an entity: `Atomic Energy Association`
  /// is but a slip for `Agency`.
  func resembles(_ name: Range<Int>, _ entity: EntityIndex, in text: Span<UInt8>) -> Bool {
    var words: Set<UInt64> = []
    let bytes = Array(lexicon.entity(entity).name.utf8)
    forEachWord(bytes.span, 0..<bytes.count) { words.insert($0.hash) }
    var (shared, all) = (0, 0)
    forEachWord(text, name) { word in
      guard word.end - word.start > 3 else { return }
      all += 1
      if words.contains(word.hash) { shared += 1 }
    }
    return all == 0 || shared * 2 >= all
  }

  /// Where a short form stands from its first place on, with its very capitals, as a word of its own.
  ///
  /// - Complexity: O(length of the text).
  func places(of form: Token, in text: Span<UInt8>) -> [Int] {
    var result: [Int] = []
    let length = form.end - form.start
    var place = form.start
    while place + length <= text.count {
      guard text[place] == text[form.start],
        (1..<length).allSatisfy({ text[place + $0] == text[form.start + $0] })
      else {
        place += 1
        continue
      }
      let token = tokenizer.token(text, at: place, limit: text.count)
      let isWhole = TextPlace.wordStart(text, endingAt: place, from: 0) == place
      if isWhole, token.hash == form.hash, token.end >= place + length { result.append(place) }
      place += length
    }
    return result
  }

  private func isShortForm(_ token: Token) -> Bool {
    (2...Self.mostLetters).contains(token.end - token.start)
  }

  /// Where the words before a place begin whose first letters are those of a short form; small words
  /// may be passed over.
  private func start(
    of short: Token, before end: Int, from lower: Int, in text: Span<UInt8>
  ) -> Int? {
    var letters: [UInt8] = []
    for place in short.start..<short.end where text[place] != UInt8(ascii: ".") {
      letters.append(text[place])
    }
    var words: [(start: Int, letter: UInt8, isSmall: Bool)] = []
    forEachWord(text, max(lower, end - 120)..<end) { word in
      let first = text[word.start]
      words.append((word.start, first & ~0x20, first & 0x20 != 0))
    }
    var start: Int?
    for letter in letters.reversed() {
      while let last = words.last, last.letter != letter, last.isSmall { words.removeLast() }
      guard let last = words.popLast(), last.letter == letter else { return nil }
      start = last.start
    }
    return start
  }

  private func forEachWord(_ text: Span<UInt8>, _ range: Range<Int>, _ body: (Token) -> Void) {
    var place = range.lowerBound
    // The range may begin within a scalar or a word, which is passed over.
    while place < range.upperBound, text[place] & 0xC0 == 0x80 { place += 1 }
    while let token = tokenizer.nextToken(text, from: place, limit: range.upperBound) {
      body(token)
      place = token.end
    }
  }
}
