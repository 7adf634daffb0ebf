import CByteMasks

/// Reading tokens of ASCII letters and digits, which nearly all are, sixteen bytes at once.
///
/// Bit masks tell where the word ends and which of its letters are capitals (`CByteMasks`); its hash
/// takes two loads and no loop. What is longer, stands at the end of the text or may hold anything else
/// is left to `anyToken` and `anyWord`.
extension Tokenizer {
  /// The bytes that are looked at; a word is shorter.
  @usableFromInline static var reach: Int { 16 }

  /// Reads a token of ASCII letters and digits.
  ///
  /// - Returns: The token, or `nil` where it may hold anything else (another script, a mark, dotted
  ///   initials), is too long or stands too near the end, and `anyToken` must read it.
  @inlinable @inline(__always)
  func asciiToken(_ text: Span<UInt8>, at place: Int, limit: Int) -> Token? {
    guard let masks = Self.masks(text, at: place, limit: limit),
      let length = Self.length(masks, text, at: place)
    else { return nil }
    let kept = (1 as UInt32) &<< UInt32(length) &- 1
    let capitals = masks.capitals & kept
    let letters = kept & ~masks.digits
    let shape: UInt8
    if capitals == 0 {
      shape = TokenShape.lower
    } else if capitals == letters {
      shape = TokenShape.capitals
    } else if capitals & letters & (0 &- letters) == 0 {
      // The first letter is small; a digit in front does not take its place.
      shape = TokenShape.camel
    } else {
      shape = capitals & (capitals &- 1) == 0 ? TokenShape.initial : TokenShape.mixed
    }
    return Token(
      start: place, end: place &+ length, hash: Self.hash(text, at: place, length), shape: shape,
      isInitial: length == 1 && letters == 1, standsAlone: false)
  }

  /// Reads a word of ASCII letters and digits.
  ///
  /// - Returns: The word, or `nil` where it must be read by `anyWord`.
  @inlinable @inline(__always)
  func asciiWord(_ text: Span<UInt8>, at place: Int, limit: Int) -> Word? {
    guard let masks = Self.masks(text, at: place, limit: limit),
      let length = Self.length(masks, text, at: place)
    else { return nil }
    return Word(
      end: place &+ length, hash: Self.hash(text, at: place, length), standsAlone: false)
  }

  /// The masks of the bytes from a place on, none of them behind the limit; `nil` near the end of the
  /// text.
  @inlinable @inline(__always)
  static func masks(_ text: Span<UInt8>, at place: Int, limit: Int) -> RelataWordMasks? {
    guard place >= 0, place &+ reach <= text.count else { return nil }
    // Bounds: as the line above says.
    let masks: RelataWordMasks? = unsafe text.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return nil }
      return unsafe relata_word_masks(start + place)
    }
    guard var masks else { return nil }
    let room = (1 as UInt32) &<< UInt32(min(max(limit &- place, 0), reach)) &- 1
    masks.words &= room
    masks.others &= room
    return masks
  }

  /// The length of the word at the first byte, or `nil` where there is none or its end is not certain.
  @inlinable @inline(__always)
  static func length(_ masks: RelataWordMasks, _ text: Span<UInt8>, at place: Int) -> Int? {
    let length = (~masks.words).trailingZeroBitCount
    guard length > 0, length < reach, masks.others &>> UInt32(length) & 1 == 0 else { return nil }
    return length == 1 && text[place &+ 1] == 0x2E ? nil : length
  }

  /// The hash of an ASCII word.
  ///
  /// - Parameter length: From 1 to 16; so many bytes, rounded up to sixteen, are before the limit.
  @inlinable @inline(__always)
  static func hash(_ text: Span<UInt8>, at place: Int, _ length: Int) -> UInt64 {
    TokenHash.ofASCII(
      EightBytes(text, at: place, limit: text.count),
      EightBytes(text, at: place &+ 8, limit: text.count), length)
  }
}
