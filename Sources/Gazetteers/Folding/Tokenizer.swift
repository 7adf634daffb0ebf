/// Reads tokens and the gaps between them from UTF-8, the same way for names and for texts.
///
/// `United Nations (U.N.)` holds the tokens `united`, `nations` and `un`. Reading builds no string
/// and allocates nothing.
public struct Tokenizer: Sendable {
  @usableFromInline let table: ScalarTable

  public init() {
    table = .shared
  }

  /// The scalar at a place and the byte offset behind it.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8; a broken sequence reads as U+FFFD, one byte long.
  ///   - place: A byte offset below `limit`.
  ///   - limit: The byte offset that the text ends at.
  @inlinable @inline(__always)
  public static func scalar(
    _ text: Span<UInt8>, at place: Int, limit: Int
  ) -> (value: UInt32, next: Int) {
    let first = UInt32(text[place])
    if first < 0x80 { return (first, place &+ 1) }
    if first < 0xE0, first >= 0xC2, place &+ 1 < limit {
      return ((first & 0x1F) &<< 6 | UInt32(text[place &+ 1]) & 0x3F, place &+ 2)
    }
    if first < 0xF0, first >= 0xE0, place &+ 2 < limit {
      let value =
        (first & 0x0F) &<< 12 | (UInt32(text[place &+ 1]) & 0x3F) &<< 6
        | UInt32(text[place &+ 2]) & 0x3F
      // An overlong `&` would begin a token of no length.
      if value >= 0x800 { return (value, place &+ 3) }
    }
    if first >= 0xF0, place &+ 3 < limit {
      let high = (first & 0x07) &<< 18 | (UInt32(text[place &+ 1]) & 0x3F) &<< 12
      let low = (UInt32(text[place &+ 2]) & 0x3F) &<< 6 | UInt32(text[place &+ 3]) & 0x3F
      if high | low >= 0x10000 { return (high | low, place &+ 4) }
    }
    return (0xFFFD, place &+ 1)
  }

  /// The class of the scalar at a place, and the byte offset behind it.
  @inlinable @inline(__always)
  public func classify(
    _ text: Span<UInt8>, at place: Int, limit: Int
  ) -> (class: UInt8, next: Int) {
    let first = text[place]
    if first < 0x80 { return (ScalarTable.ascii(first), place &+ 1) }
    let (value, next) = Self.scalar(text, at: place, limit: limit)
    return (table.classOf(value), next)
  }

  /// Whether a class can begin a token.
  @inlinable @inline(__always)
  public static func beginsToken(_ scalarClass: UInt8) -> Bool {
    scalarClass == ScalarClass.word || scalarClass == ScalarClass.upper
      || scalarClass == ScalarClass.unspaced || scalarClass == ScalarClass.hangul
      || scalarClass == ScalarClass.ampersand
  }

  /// Reads the token that begins at a place.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - place: The byte offset of a scalar that begins a token (`beginsToken`).
  ///   - limit: The byte offset that the text ends at.
  /// - Complexity: O(length of the token).
  @inlinable @inline(__always)
  public func token(_ text: Span<UInt8>, at place: Int, limit: Int) -> Token {
    asciiToken(text, at: place, limit: limit) ?? anyToken(text, at: place, limit: limit)
  }

  /// Reads a token of ASCII letters and digits eight bytes at a time.
  ///
  /// - Returns: The token, or `nil` where it may hold anything else (another script, a mark, dotted
  ///   initials) and `anyToken` must read it.
  @inlinable @inline(__always)
  func asciiToken(_ text: Span<UInt8>, at place: Int, limit: Int) -> Token? {
    var hash: UInt64 = 0
    var (length, capitals, digits) = (0, 0, 0)
    while true {
      let bytes = EightBytes(text, at: place &+ length, limit: limit)
      let stops = ~bytes.wordBytes & EightBytes.highBits
      let count = stops == 0 ? 8 : stops.trailingZeroBitCount &>> 3
      let kept: UInt64 = count == 8 ? ~0 : (1 &<< UInt64(count &* 8)) &- 1
      capitals &+= (bytes.capitals & kept).nonzeroBitCount
      digits &+= (bytes.digits & kept).nonzeroBitCount
      if count > 0 { hash = TokenHash.mix(hash, bytes.smallLetters & kept) }
      length &+= count
      if count == 8 {
        if place &+ length < limit { continue }
        break
      }
      if bytes.nonASCII &>> UInt64(count &* 8) & 0xFF != 0 { return nil }
      if length <= 1, length == 0 || bytes.raw &>> 8 & 0xFF == 0x2E { return nil }
      break
    }
    let letters = length &- digits
    let shape: UInt8
    if capitals == 0 {
      shape = TokenShape.lower
    } else if capitals == letters {
      shape = TokenShape.capitals
    } else {
      let startsUpper = text[place] &- 0x41 < 26
      // A digit in front does not take the place of the first letter.
      let leads = startsUpper || text[place] &- 0x30 < 10 && firstLetterIsCapital(text, place)
      shape = capitals == 1 && leads ? TokenShape.initial : TokenShape.mixed
    }
    return Token(
      start: place, end: place &+ length, hash: TokenHash.finish(hash, length: UInt64(length)),
      shape: shape, isInitial: length == 1 && letters == 1, standsAlone: false)
  }

  @usableFromInline
  func firstLetterIsCapital(_ text: Span<UInt8>, _ place: Int) -> Bool {
    var place = place
    while place < text.count, text[place] &- 0x30 < 10 { place += 1 }
    return place < text.count && text[place] &- 0x41 < 26
  }

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

  /// Reads what stands between a token and the next one.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - place: The byte offset behind a token.
  ///   - limit: The byte offset that the text ends at.
  /// - Returns: The gap and the offset of the next token, or `nil` where no name could go on: at the
  ///   end, at a blank line, or at a longer run of signs than any name has.
  @inlinable @inline(__always)
  public func gap(_ text: Span<UInt8>, at place: Int, limit: Int) -> (gap: Gap, next: Int)? {
    // Nearly always a single space.
    if place &+ 1 < limit, text[place] == 0x20 {
      let next = text[place &+ 1]
      if (next | 0x20) &- 0x61 < 26 || next &- 0x30 < 10 { return (.space, place &+ 1) }
    }
    return anyGap(text, at: place, limit: limit)
  }

  @usableFromInline
  func anyGap(_ text: Span<UInt8>, at place: Int, limit: Int) -> (gap: Gap, next: Int)? {
    var gap: Gap = []
    var (place, lines, signs) = (place, 0, 0)
    while place < limit {
      let (kind, next) = classify(text, at: place, limit: limit)
      switch kind {
      case ScalarClass.space:
        let byte = text[place]
        if byte == 0x0A || (byte == 0x0D && !(next < limit && text[next] == 0x0A)) { lines += 1 }
        if lines > 1 { return nil }
        gap.insert(.space)
      case ScalarClass.hyphen:
        gap.insert(.hyphen)
        signs += 1
      case ScalarClass.dash:
        gap.insert(.dash)
        signs += 1
      case ScalarClass.period:
        gap.insert(.period)
        signs += 1
      case ScalarClass.comma:
        gap.insert(.comma)
        signs += 1
      case ScalarClass.apostrophe:
        gap.insert(.apostrophe)
        signs += 1
      case ScalarClass.mark: break
      case ScalarClass.other:
        gap.insert(.other)
        signs += 1
      default: return (gap, place)
      }
      if signs > 3 { return nil }
      place = next
    }
    return nil
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
    return upper == 1 && firstIsUpper ? TokenShape.initial : TokenShape.mixed
  }
}
