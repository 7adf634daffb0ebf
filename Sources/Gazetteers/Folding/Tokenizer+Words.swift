/// Reading tokens scalar by scalar: other scripts, marks, dotted initials.
extension Tokenizer {
  /// Reads any token scalar by scalar.
  @usableFromInline
  func anyToken(_ text: Span<UInt8>, at place: Int, limit: Int) -> Token {
    var hash = TokenHash()
    var count = Counter()
    var (end, next) = readWord(text, at: place, limit: limit, hash: &hash, count: &count)
    if count.standsAlone {
      return Token(
        start: place, end: end, hash: hash.value, shape: TokenShape.lower, isInitial: false,
        standsAlone: true)
    }
    var letters = 1
    let single = count.letters == 1 && count.digits == 0
    // `U.N.`: single letters with a period behind each make one token.
    while single, next < limit, text[next] == UInt8(ascii: ".") {
      guard let after = singleLetter(text, at: next + 1, limit: limit) else { break }
      (end, next) = readWord(text, at: next + 1, limit: after, hash: &hash, count: &count)
      letters += 1
    }
    if letters > 1, next < limit, text[next] == UInt8(ascii: ".") { end = next + 1 }
    return Token(
      start: place, end: end, hash: hash.value, shape: count.shape,
      isInitial: single && letters == 1, standsAlone: false)
  }

  /// The offset behind a letter that stands at a place with no letter or digit behind it.
  private func singleLetter(_ text: Span<UInt8>, at place: Int, limit: Int) -> Int? {
    guard place < limit else { return nil }
    var (kind, next) = classify(text, at: place, limit: limit)
    guard kind == ScalarClass.word || kind == ScalarClass.upper else { return nil }
    if text[place] < 0x3A { return nil }  // a digit
    while next < limit {
      let (following, after) = classify(text, at: next, limit: limit)
      if following == ScalarClass.word || following == ScalarClass.upper { return nil }
      kind = following
      guard kind == ScalarClass.mark else { break }
      next = after
    }
    return next
  }

  private func readWord(
    _ text: Span<UInt8>, at place: Int, limit: Int, hash: inout TokenHash, count: inout Counter
  ) -> (end: Int, next: Int) {
    var (end, place) = (place, place)
    while place < limit {
      let byte = text[place]
      if byte < 0x80 {
        if byte &- 0x61 < 26 {
          hash.append(byte)
          count.addLower()
        } else if byte &- 0x41 < 26 {
          hash.append(byte | 0x20)
          count.addUpper()
        } else if byte &- 0x30 < 10 {
          hash.append(byte)
          count.digits += 1
        } else if byte == 0x26, count.isEmpty {
          for letter in [UInt8(ascii: "a"), UInt8(ascii: "n"), UInt8(ascii: "d")] {
            hash.append(letter)
          }
          count.standsAlone = true
          return (place + 1, place + 1)
        } else {
          break
        }
        place += 1
        end = place
        continue
      }
      let (scalar, next) = Self.scalar(text, at: place, limit: limit)
      switch table.classOf(scalar) {
      case ScalarClass.word: count.addLower()
      case ScalarClass.upper: count.addUpper()
      case ScalarClass.unspaced, ScalarClass.hangul:
        guard count.isEmpty else { return (end, place) }
        appendFolded(scalar, to: &hash)
        count.standsAlone = true
        return (next, next)
      case ScalarClass.mark:
        // A format character at the end of a word is no part of it; an accent is.
        place = next
        if !Self.isFormat(scalar) { end = next }
        continue
      default: return (end, place)
      }
      appendFolded(scalar, to: &hash)
      place = next
      end = next
    }
    return (end, place)
  }

  private func appendFolded(_ scalar: UInt32, to hash: inout TokenHash) {
    guard scalar < 0x10000 else {
      hash.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      hash.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      hash.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      hash.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
      return
    }
    let folded = table.folds[Int(scalar)]
    if folded == 1 {
      let (first, second) = table.double(scalar)
      hash.append(scalar: first)
      hash.append(scalar: second)
    } else {
      hash.append(scalar: folded)
    }
  }

  private static func isFormat(_ scalar: UInt32) -> Bool {
    scalar == 0xAD || (0x200B...0x206F).contains(scalar) || scalar == 0xFEFF
  }
}

/// The letters and digits met while a token is read.
private struct Counter {
  var lower = 0
  var upper = 0
  var digits = 0
  var standsAlone = false
  private var firstIsUpper = false

  var letters: Int { lower + upper }
  var isEmpty: Bool { letters + digits == 0 }

  mutating func addLower() { lower += 1 }

  mutating func addUpper() {
    if letters == 0 { firstIsUpper = true }
    upper += 1
  }

  var shape: UInt8 {
    if upper == 0 { return TokenShape.lower }
    if lower == 0 { return TokenShape.capitals }
    if !firstIsUpper { return TokenShape.camel }
    return upper == 1 ? TokenShape.initial : TokenShape.mixed
  }
}
