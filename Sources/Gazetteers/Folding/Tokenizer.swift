/// Reads tokens and the gaps between them from UTF-8, the same way for names and for texts.
///
/// `United Nations (U.N.)` holds the tokens `united`, `nations` and `un`. Reading builds no string
/// and allocates nothing.
public struct Tokenizer: Sendable {
  @usableFromInline let table: ScalarTable

  @inlinable
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

  /// Reads the first token that begins at a place or behind it, if any.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - place: The byte offset of a scalar.
  ///   - limit: The byte offset that the text ends at.
  /// - Complexity: O(distance to the end of the token).
  @inlinable
  public func nextToken(_ text: Span<UInt8>, from place: Int, limit: Int) -> Token? {
    var place = place
    while place < limit {
      let (kind, next) = classify(text, at: place, limit: limit)
      if Self.beginsToken(kind) { return token(text, at: place, limit: limit) }
      place = next
    }
    return nil
  }

  /// Whether a token begins with a capital.
  @inlinable
  public func isCapitalised(_ token: Token, in text: Span<UInt8>) -> Bool {
    classify(text, at: token.start, limit: token.end).class == ScalarClass.upper
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
    if text[place] < 0x80 {
      if let token = asciiToken(text, at: place, limit: limit) { return token }
    } else if let word = unspacedWord(text, at: place, limit: limit) {
      return Token(
        start: place, end: word.end, hash: word.hash, shape: TokenShape.lower, isInitial: false,
        standsAlone: true)
    }
    return anyToken(text, at: place, limit: limit)
  }
}
