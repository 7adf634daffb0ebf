/// Reading words for a search: their ends and hashes and nothing else.
extension Tokenizer {
  /// A word of a text: what a search needs to know of a token.
  public struct Word: Sendable {
    /// Byte offset behind the last byte.
    public var end: Int

    /// `TokenHash` of the folded bytes.
    public var hash: UInt64

    /// Whether it needs nothing between it and its neighbours.
    public var standsAlone: Bool

    @inlinable
    init(end: Int, hash: UInt64, standsAlone: Bool) {
      self.end = end
      self.hash = hash
      self.standsAlone = standsAlone
    }
  }

  /// Reads the token that begins at a place, if it is a plain word: what is read does not hang on where
  /// the text ends behind it.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - place: The byte offset of a scalar that begins a token (`beginsToken`).
  ///   - limit: The byte offset that the text ends at.
  /// - Returns: The word, or `nil` where a period follows a single letter, with which dotted initials may
  ///   begin.
  /// - Complexity: O(length of the word).
  @inlinable @inline(__always)
  public func word(_ text: Span<UInt8>, at place: Int, limit: Int) -> Word? {
    if text[place] < 0x80 {
      if let word = asciiWord(text, at: place, limit: limit) { return word }
    } else if let word = unspacedWord(text, at: place, limit: limit) {
      return word
    }
    return anyWord(text, at: place, limit: limit)
  }

  /// Reads a letter of a script without spaces, or a Hangul syllable: three bytes that make a token by
  /// themselves and fold to three bytes.
  ///
  /// - Returns: The word, or `nil` where anything else stands at the place.
  @inlinable @inline(__always)
  public func unspacedWord(_ text: Span<UInt8>, at place: Int, limit: Int) -> Word? {
    guard place &+ 2 < limit, text[place] & 0xF0 == 0xE0 else { return nil }
    let (value, end) = Self.scalar(text, at: place, limit: limit)
    guard value < 0x10000 else { return nil }
    let kind = table.classes[Int(value)]
    guard kind == ScalarClass.unspaced || kind == ScalarClass.hangul else { return nil }
    let folded = UInt64(table.folds[Int(value)])
    guard folded >= 0x800 else { return nil }
    let bytes = 0x80_80E0 | folded &>> 12 | (folded &>> 6 & 0x3F) &<< 8 | (folded & 0x3F) &<< 16
    return Word(
      end: end, hash: TokenHash.finish(TokenHash.mix(0, bytes), length: 3), standsAlone: true)
  }

  @usableFromInline
  func anyWord(_ text: Span<UInt8>, at place: Int, limit: Int) -> Word? {
    if let word = letterWord(text, at: place, limit: limit) { return word }
    var hash = TokenHash()
    var count = WordCounter()
    let (end, next) = readWord(text, at: place, limit: limit, hash: &hash, count: &count)
    if count.letters == 1, count.digits == 0, next < limit, text[next] == 0x2E { return nil }
    return Word(end: end, hash: hash.value, standsAlone: count.standsAlone)
  }
}
