import CByteMasks

/// How a word is written: where it ends and which capitals it has, and no hash.
public struct Writing: Sendable {
  /// Byte offset of the first byte.
  public var start: Int

  /// Byte offset behind the last byte, as a token's.
  public var end: Int

  /// Its letters and digits, each of which folds to a letter or two; 0 where they were not counted.
  public var count: Int

  /// Whether it begins with a capital.
  public var isCapitalised: Bool

  /// Whether it has a capital anywhere.
  public var hasCapital: Bool

  /// Whether all its letters are capitals.
  public var isCapitals: Bool

  @inlinable
  init(
    start: Int, end: Int, count: Int, isCapitalised: Bool, hasCapital: Bool, isCapitals: Bool
  ) {
    self.start = start
    self.end = end
    self.count = count
    self.isCapitalised = isCapitalised
    self.hasCapital = hasCapital
    self.isCapitals = isCapitals
  }
}

/// Reading words for rules that ask for the capitals of a whole sentence, and of few words what they are.
extension Tokenizer {
  /// Reads how the next token is written: what `nextToken` gives of its place and shape, at less cost.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - place: The byte offset of a scalar.
  ///   - limit: The byte offset that the text ends at.
  /// - Complexity: O(distance to the end of the token).
  @inlinable @inline(__always)
  public func nextWriting(_ text: Span<UInt8>, from place: Int, limit: Int) -> Writing? {
    var place = place
    // Between most words a space stands.
    if place < limit, text[place] == 0x20 { place &+= 1 }
    if place < limit, let word = asciiWriting(text, at: place, limit: limit) { return word }
    return nextOtherWriting(text, from: place, limit: limit)
  }

  /// The same, for what is not a word of ASCII or stands behind other signs than a space.
  @usableFromInline
  func nextOtherWriting(_ text: Span<UInt8>, from place: Int, limit: Int) -> Writing? {
    var place = place
    while place < limit {
      let (kind, next) = classify(text, at: place, limit: limit)
      if Self.beginsToken(kind) {
        return asciiWriting(text, at: place, limit: limit)
          ?? letterWriting(text, at: place, limit: limit)
          ?? anyWriting(text, at: place, limit: limit)
      }
      place = next
    }
    return nil
  }

  /// Passes over words of nothing but Cyrillic letters (U+0400 to U+047F), four letters at once.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - place: The end of a token, or the beginning of the text.
  ///   - limit: The byte offset that the text ends at.
  /// - Returns: The end of the last of them, with a space before each; the place where none is there.
  /// - Complexity: O(length of what is passed over).
  public func behindCyrillic(_ text: Span<UInt8>, from place: Int, limit: Int) -> Int {
    var place = place
    while place < limit {
      let start = text[place] == 0x20 ? place &+ 1 : place
      var (end, letters) = (start, 4)
      while letters == 4, end < limit {
        // Each letter is 0xD0 or 0xD1 and one byte more.
        let pairs = EightBytes(text, at: end, limit: limit).raw ^ 0x00D0_00D0_00D0_00D0
        letters = (pairs & 0x00FE_00FE_00FE_00FE).trailingZeroBitCount &>> 4
        end &+= letters &* 2
      }
      // What goes on in other letters, or with the period of an initial, is for others to read.
      guard end > start, end >= limit || Self.endsWord(text[end], behind: end &- start) else {
        return place
      }
      place = end
    }
    return place
  }

  /// Whether a byte ends the word before it, of so many bytes.
  private static func endsWord(_ byte: UInt8, behind length: Int) -> Bool {
    let kind = ScalarTable.ascii(byte)
    return byte < 0x80 && kind != ScalarClass.word && kind != ScalarClass.upper
      && (kind != ScalarClass.period || length > 2)
  }

  /// Reads a word of ASCII letters and digits, sixteen bytes at once as `asciiToken` does.
  ///
  /// - Returns: `nil` where it may hold anything else.
  @inlinable @inline(__always)
  func asciiWriting(_ text: Span<UInt8>, at place: Int, limit: Int) -> Writing? {
    guard let masks = Self.masks(text, at: place, limit: limit),
      let length = Self.length(masks, text, at: place)
    else { return nil }
    let kept = (1 as UInt32) &<< UInt32(length) &- 1
    let capitals = masks.capitals & kept
    return Writing(
      start: place, end: place &+ length, count: length, isCapitalised: capitals & 1 == 1,
      hasCapital: capitals != 0, isCapitals: capitals != 0 && capitals == kept & ~masks.digits)
  }

  /// Reads a word of letters that fold to one letter each, and of digits.
  ///
  /// - Returns: `nil` where it may hold anything else, or may be the first of dotted initials.
  private func letterWriting(_ text: Span<UInt8>, at start: Int, limit: Int) -> Writing? {
    var (place, count, capitals, digits) = (start, 0, 0, 0)
    var isCapitalised = false
    while place < limit {
      let byte = text[place]
      if byte < 0x80 {
        let kind = ScalarTable.ascii(byte)
        guard kind == ScalarClass.word || kind == ScalarClass.upper else { break }
        if kind == ScalarClass.upper { capitals &+= 1 }
        if byte &- 0x30 < 10 { digits &+= 1 }
        place &+= 1
      } else {
        let (scalar, next) = Self.scalar(text, at: place, limit: limit)
        guard scalar < 0x2000 else {
          // A quotation mark or a dash ends the word; a mark or another letter may not.
          guard Self.isSign(scalar) else { return nil }
          break
        }
        let letter = table.letters[Int(scalar)]
        if letter == 0 { return nil }
        if letter & ScalarTable.capital != 0 { capitals &+= 1 }
        place = next
      }
      count &+= 1
      if count == 1 { isCapitalised = capitals == 1 }
    }
    if count == 0 || count == 1 && place < limit && text[place] == 0x2E { return nil }
    return Writing(
      start: start, end: place, count: count, isCapitalised: isCapitalised,
      hasCapital: capitals > 0, isCapitals: capitals > 0 && capitals == count &- digits)
  }

  /// Dashes, quotation marks and the like, from U+2010 to U+2027.
  @inline(__always)
  private static func isSign(_ scalar: UInt32) -> Bool { scalar >= 0x2010 && scalar < 0x2028 }

  /// Reads any token.
  private func anyWriting(_ text: Span<UInt8>, at place: Int, limit: Int) -> Writing {
    let token = token(text, at: place, limit: limit)
    return Writing(
      start: place, end: token.end, count: 0, isCapitalised: isCapitalised(token, in: text),
      hasCapital: token.shape != TokenShape.lower, isCapitals: token.shape == TokenShape.capitals)
  }
}
