import Gazetteers

/// The rules for what may stand directly before and behind a name.
struct Boundary: Sendable {
  private let tokenizer = Tokenizer()

  /// What the text beside a hit allows.
  enum Verdict: Equatable {
    case allowed
    case refused
    /// Allowed if a listed name ends (or begins) at the offset.
    case needsName(at: Int)
  }

  /// Judges the left side of a hit.
  func before(_ text: Span<UInt8>, _ start: Int, from lower: Int) -> Verdict {
    // Nearly always a space.
    guard start > lower, text[start &- 1] != 0x20 else { return .allowed }
    let begin = TextPlace.before(text, start, from: lower)
    let (kind, _) = tokenizer.classify(text, at: begin, limit: start)
    switch kind {
    case ScalarClass.hyphen:
      guard begin > lower else { return .allowed }
      let word = TextPlace.wordStart(text, endingAt: begin, from: lower)
      guard word < begin else { return .allowed }
      return besideHyphen(text, word, begin, name: begin)
    case ScalarClass.apostrophe:
      // `O'Neal` is one word; `l'Iran`, `d'Ivoire` and quoted 'Iran' are not.
      guard begin > lower else { return .allowed }
      let letter = TextPlace.before(text, begin, from: lower)
      let (before, _) = tokenizer.classify(text, at: letter, limit: begin)
      return before == ScalarClass.upper ? .refused : .allowed
    case ScalarClass.hangul:
      return isHangul(text, start) ? .refused : .allowed
    case ScalarClass.unspaced:
      return isKatakana(text, begin) && isKatakana(text, start) ? .refused : .allowed
    default:
      let byte = text[begin]
      if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "\\") {
        return .refused
      }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "="), isInAddress(text, begin, lower) {
        return .refused
      }
      return .allowed
    }
  }

  /// Judges the right side of a hit.
  func behind(_ text: Span<UInt8>, _ end: Int, lastToken: Int, limit: Int) -> Verdict {
    // Nearly always a space.
    guard end < limit, text[end] != 0x20 else { return .allowed }
    let (kind, next) = tokenizer.classify(text, at: end, limit: limit)
    switch kind {
    case ScalarClass.hyphen:
      guard next < limit else { return .allowed }
      let (following, _) = tokenizer.classify(text, at: next, limit: limit)
      guard Tokenizer.beginsToken(following) else { return .allowed }
      let token = tokenizer.token(text, at: next, limit: limit)
      return besideHyphen(text, next, token.end, name: next)
    case ScalarClass.apostrophe:
      return end - lastToken == 1 && text[lastToken] < 0x80 ? .refused : .allowed
    case ScalarClass.hangul:
      return isHangul(text, lastToken) ? KoreanParticles.judge(text, end, limit) : .allowed
    case ScalarClass.unspaced:
      return isKatakana(text, end) && isKatakana(text, lastToken) ? .refused : .allowed
    default:
      let byte = text[end]
      // `US$5` is money.
      if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "$") {
        return .refused
      }
      // `russia.com`, `Russia.net`: an address, not the end of a sentence.
      if byte == UInt8(ascii: "."), end + 1 < limit, text[end + 1] &- 0x61 < 26 { return .refused }
      return .allowed
    }
  }

  private func besideHyphen(_ text: Span<UInt8>, _ start: Int, _ end: Int, name: Int) -> Verdict {
    let (kind, _) = tokenizer.classify(text, at: start, limit: end)
    guard kind == ScalarClass.upper else { return .allowed }
    let token = tokenizer.token(text, at: start, limit: end)
    return NameNeighbours.hyphenated.contains(token) ? .allowed : .needsName(at: name)
  }

  /// Whether the run of characters before a place looks like a web address.
  private func isInAddress(_ text: Span<UInt8>, _ place: Int, _ lower: Int) -> Bool {
    var start = place
    while start > lower, text[start - 1] > 0x20, place - start < 512 { start -= 1 }
    var at = start
    while at + 2 < place {
      if text[at] == 0x3A, text[at + 1] == 0x2F, text[at + 2] == 0x2F { return true }
      at += 1
    }
    return place - start > 4 && text[start] | 0x20 == 0x77 && text[start + 1] | 0x20 == 0x77
      && text[start + 2] | 0x20 == 0x77 && text[start + 3] == 0x2E
  }

  private func isHangul(_ text: Span<UInt8>, _ place: Int) -> Bool {
    tokenizer.classify(text, at: place, limit: text.count).class == ScalarClass.hangul
  }

  private func isKatakana(_ text: Span<UInt8>, _ place: Int) -> Bool {
    let value = Tokenizer.scalar(text, at: place, limit: text.count).value
    return (0x30A1...0x30FA).contains(value) || value == 0x30FC
  }
}

/// Korean particles, which are written at the end of a noun.
enum KoreanParticles {
  private static let all: Set<String> = [
    "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로", "만", "측", "군", "산",
    "으로", "에서", "에게", "한테", "부터", "까지", "보다", "처럼", "이나", "이란", "라고", "이라고",
    "에는", "에도", "와의", "과의", "에서는", "에서도", "으로부터", "로부터", "까지도", "와는", "과는",
    "이며", "이고", "였다", "이다", "께서", "마저", "조차", "밖에",
  ]

  /// Judges the syllables behind a name: all of them must be one particle.
  static func judge(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Boundary.Verdict {
    var scalars = String.UnicodeScalarView()
    var place = start
    while place < limit, scalars.count < 6 {
      let (value, next) = Tokenizer.scalar(text, at: place, limit: limit)
      guard (0xAC00...0xD7A3).contains(value), let scalar = Unicode.Scalar(value) else { break }
      scalars.append(scalar)
      place = next
    }
    return all.contains(String(scalars)) ? .allowed : .refused
  }
}

/// Steps backwards through UTF-8.
enum TextPlace {
  /// The byte offset of the scalar that ends at a place.
  static func before(_ text: Span<UInt8>, _ place: Int, from lower: Int) -> Int {
    var place = place - 1
    while place > lower, text[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  /// The first offset from a place on where no mark stands: a mark belongs to the word before it.
  static func afterMarks(_ text: Span<UInt8>, _ place: Int, limit: Int) -> Int {
    let tokenizer = Tokenizer()
    var place = place
    while place < limit {
      let (kind, next) = tokenizer.classify(text, at: place, limit: limit)
      guard kind == ScalarClass.mark else { break }
      place = next
    }
    return place
  }

  /// The byte offset where the word begins that ends at a place; the place itself where none does.
  static func wordStart(_ text: Span<UInt8>, endingAt end: Int, from lower: Int) -> Int {
    let tokenizer = Tokenizer()
    var start = end
    while start > lower {
      let scalar = before(text, start, from: lower)
      let (kind, _) = tokenizer.classify(text, at: scalar, limit: start)
      guard kind == ScalarClass.word || kind == ScalarClass.upper || kind == ScalarClass.mark else {
        break
      }
      start = scalar
    }
    return start
  }
}
