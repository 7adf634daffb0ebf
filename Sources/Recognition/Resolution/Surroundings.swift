import Gazetteers

/// Reads the words beside a hit, for the rules that look at them.
struct Surroundings: Sendable {
  let tokenizer = Tokenizer()

  /// The word before a place, where only a space (and perhaps an abbreviation's period) is between.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - place: The byte offset where a hit begins.
  ///   - lower: The byte offset where its sentence begins.
  func word(before place: Int, in text: Span<UInt8>, from lower: Int) -> Token? {
    var end = place
    // Nearly always one space stands there.
    if end > lower, text[end - 1] == 0x20 { end -= 1 }
    while end > lower, text[end - 1] <= 0x20 || text[end - 1] >= 0x80 {
      let scalar = TextPlace.before(text, end, from: lower)
      guard tokenizer.classify(text, at: scalar, limit: end).class == ScalarClass.space else {
        break
      }
      end = scalar
    }
    guard end < place, end > lower else { return nil }
    if text[end - 1] == 0x2E { end -= 1 }
    var start = end
    while start > lower, TextPlace.isAlphanumeric(text[start - 1]) { start -= 1 }
    if start > lower, text[start - 1] >= 0x80 {
      start = TextPlace.wordStart(text, endingAt: start, from: lower)
    }
    guard start < end else { return nil }
    // Dotted initials are read as a whole: `U.S. Putin`.
    while start - 2 >= lower, text[start - 1] == 0x2E, (text[start - 2] | 0x20) &- 0x61 < 26 {
      start -= 2
    }
    return tokenizer.token(text, at: start, limit: end)
  }

  /// The word behind a place, where only white space is between.
  func word(behind place: Int, in text: Span<UInt8>, limit: Int) -> Token? {
    // Nearly always one space stands there, and a word of ASCII.
    if place + 1 < limit, text[place] == 0x20, TextPlace.isAlphanumeric(text[place + 1]) {
      return token(at: place + 1, in: text, limit: limit)
    }
    var start = place
    while start < limit {
      let (kind, next) = tokenizer.classify(text, at: start, limit: limit)
      guard kind == ScalarClass.space else { break }
      start = next
    }
    guard start > place, start < limit else { return nil }
    let (kind, _) = tokenizer.classify(text, at: start, limit: limit)
    guard kind == ScalarClass.upper || kind == ScalarClass.word else { return nil }
    return token(at: start, in: text, limit: limit)
  }

  /// Whether a word with a capital may stand before a place; told at a glance where the text is ASCII.
  func mayBeCapital(before place: Int, in text: Span<UInt8>) -> Bool {
    guard place > 1 else { return false }
    let sign = text[place - 1]
    if sign != 0x20 { return sign >= 0x80 || sign < 0x20 }
    var start = place - 1
    while start > 0, ScalarTable.ascii(text[start - 1]) == ScalarClass.word { start -= 1 }
    // What stands before the small letters: a capital, a period or another space, another script.
    let before = start > 0 ? text[start - 1] : 0x2C
    return before >= 0x80 || before &- 0x41 < 26 || before == 0x2E
      || before <= 0x20 && start == place - 1
  }

  /// Whether a word with a capital may stand behind a place; told at a glance where the text is ASCII.
  func mayBeCapital(behind place: Int, in text: Span<UInt8>) -> Bool {
    guard place + 1 < text.count else { return false }
    let sign = text[place]
    if sign != 0x20 { return sign >= 0x80 || sign < 0x20 }
    let first = text[place + 1]
    return first >= 0x80 || first &- 0x41 < 26 || first <= 0x20
  }

  /// Whether a space and a digit stand behind a place.
  func isNumber(behind place: Int, in text: Span<UInt8>, limit: Int) -> Bool {
    place + 1 < limit && text[place] == 0x20 && text[place + 1] &- 0x30 < 10
  }

  /// The word before a comma and a space.
  func wordBeforeComma(_ place: Int, in text: Span<UInt8>, from lower: Int) -> Token? {
    guard place - 2 > lower, text[place - 1] == 0x20, text[place - 2] == 0x2C else { return nil }
    return lastWord(of: lower..<(place - 2), in: text)
  }

  /// The last word of a name of several.
  func lastWord(of name: Range<Int>, in text: Span<UInt8>) -> Token? {
    let start = TextPlace.wordStart(text, endingAt: name.upperBound, from: name.lowerBound)
    return start < name.upperBound
      ? tokenizer.token(text, at: start, limit: name.upperBound) : nil
  }

  /// Whether a word begins its sentence, or a quotation in it.
  func opensSentence(_ token: Token, in text: Span<UInt8>, from lower: Int) -> Bool {
    var place = token.start
    while place > lower {
      let scalar = TextPlace.before(text, place, from: lower)
      let (kind, _) = tokenizer.classify(text, at: scalar, limit: place)
      if kind == ScalarClass.space {
        // A quotation opens with the sign directly before the word.
        return place < token.start
      }
      guard kind == ScalarClass.other || kind == ScalarClass.apostrophe else {
        return kind == ScalarClass.dash
      }
      place = scalar
    }
    return true
  }

  /// The token at a place.
  func token(at place: Int, in text: Span<UInt8>, limit: Int) -> Token {
    tokenizer.token(text, at: place, limit: limit)
  }

  /// Whether a token begins with a capital.
  func isCapitalised(_ token: Token, in text: Span<UInt8>) -> Bool {
    tokenizer.classify(text, at: token.start, limit: token.end).class == ScalarClass.upper
  }

  /// Whether a token ends as verbs and adverbs do: `Calling`, `Allegedly`.
  func looksLikeVerb(_ token: Token, in text: Span<UInt8>) -> Bool {
    guard token.end - token.start > 4 else { return false }
    let (a, b, c) = (
      text[token.end - 3] | 0x20, text[token.end - 2] | 0x20, text[token.end - 1] | 0x20
    )
    return (a == 0x69 && b == 0x6E && c == 0x67) || (b == 0x65 && c == 0x64)
      || (b == 0x6C && c == 0x79)
  }
}
