/// Reading tokens of any kind: other scripts, marks, dotted initials.
extension Tokenizer {
  /// Reads any token.
  @usableFromInline
  func anyToken(_ text: Span<UInt8>, at place: Int, limit: Int) -> Token {
    var hash = TokenHash()
    var count = WordCounter()
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

  /// Reads letters and digits, and the marks among them.
  ///
  /// - Returns: Where the word ends, and where what follows it begins.
  @inline(__always)
  func readWord(
    _ text: Span<UInt8>, at place: Int, limit: Int, hash: inout TokenHash, count: inout WordCounter
  ) -> (end: Int, next: Int) {
    var (end, place) = (place, place)
    while place < limit {
      if text[place] < 0x80 {
        let bytes = EightBytes(text, at: place, limit: limit)
        let stops = ~bytes.wordBytes & EightBytes.highBits
        let length = stops == 0 ? 8 : stops.trailingZeroBitCount &>> 3
        if length == 0 {
          guard text[place] == 0x26, count.isEmpty else { break }
          hash.append(0x64_6E61, count: 3)  // `and`
          count.standsAlone = true
          return (place + 1, place + 1)
        }
        let kept: UInt64 = length == 8 ? ~0 : (1 &<< UInt64(length &* 8)) &- 1
        count.add(bytes, kept, length)
        hash.append(bytes.smallLetters & kept, count: length)
        place &+= length
        end = place
        continue
      }
      let (scalar, next) = Self.scalar(text, at: place, limit: limit)
      if scalar < 0x2000, let letter = simpleLetter(scalar) {
        count.add(isCapital: letter & ScalarTable.capital != 0)
        hash.append(
          UInt64(letter & 0xFF_FFFF), count: Int(letter &>> ScalarTable.lengthShift & 3))
        place = next
        end = next
        continue
      }
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

  /// A letter of `ScalarTable.letters`, or `nil`.
  @inline(__always)
  private func simpleLetter(_ scalar: UInt32) -> UInt32? {
    let letter = table.letters[Int(scalar)]
    return letter == 0 ? nil : letter
  }

  @inline(__always)
  private func appendFolded(_ scalar: UInt32, to hash: inout TokenHash) {
    let folded = scalar < 0x10000 ? UInt32(table.folds[Int(scalar)]) : scalar
    if folded == 1 {
      let (first, second) = table.double(scalar)
      hash.append(scalar: UInt32(first))
      hash.append(scalar: UInt32(second))
    } else {
      hash.append(scalar: folded)
    }
  }

  private static func isFormat(_ scalar: UInt32) -> Bool {
    scalar == 0xAD || (0x200B...0x206F).contains(scalar) || scalar == 0xFEFF
  }
}

/// The letters and digits met while a token is read.
struct WordCounter {
  var lower = 0
  var upper = 0
  var digits = 0
  var standsAlone = false
  private var firstIsUpper = false

  var letters: Int { lower + upper }
  var isEmpty: Bool { letters + digits == 0 }

  /// Adds the first bytes of eight, ASCII letters and digits; `kept` has their bits set.
  @inline(__always)
  mutating func add(_ bytes: EightBytes, _ kept: UInt64, _ length: Int) {
    let capitals = bytes.capitals & kept
    let digits = (bytes.digits & kept).nonzeroBitCount
    let small = bytes.wordBytes & ~bytes.capitals & ~bytes.digits & kept
    if letters == 0 {
      // No small letter before the first capital.
      firstIsUpper = capitals != 0 && (capitals ^ (capitals &- 1)) & small == 0
    }
    upper &+= capitals.nonzeroBitCount
    lower &+= length &- digits &- capitals.nonzeroBitCount
    self.digits &+= digits
  }

  @inline(__always)
  mutating func add(isCapital: Bool) { if isCapital { addUpper() } else { addLower() } }

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
