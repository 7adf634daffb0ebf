/// How a name begins that a text may begin with a letter outside ASCII, as the filter of such beginnings
/// knows it.
///
/// A word is told by its first three letters. A character that is a token by itself (Han, kana, Thai,
/// Hangul) is told with the one behind it, or alone where a name may end there. A letter is known by
/// the UTF-8 bytes of what it folds to (`code`), so that `é` is `e`.
enum OtherStart {
  /// The number of a folded letter: its UTF-8 bytes, the first lowest.
  ///
  /// - Parameter scalar: A Unicode scalar value; 0 where it is none.
  static func code(_ scalar: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(scalar) else { return 0 }
    var (code, shift): (UInt32, UInt32) = (0, 0)
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      code |= UInt32(byte) << shift
      shift += 8
    }
    return code
  }

  /// The same of a scalar from U+0800 to U+FFFF.
  @inline(__always)
  static func code(threeBytes scalar: UInt32) -> UInt32 {
    0x80_80E0 | scalar &>> 12 | (scalar &>> 6 & 0x3F) &<< 8 | (scalar & 0x3F) &<< 16
  }

  /// The hash of a word's beginning.
  ///
  /// - Parameters:
  ///   - first: The number of its first letter.
  ///   - second: Of its second one; 0 where the word has ended.
  ///   - third: Of its third one; 0 where the word has ended.
  @inline(__always)
  static func word(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    TokenHash.mix(TokenHash.mix(0, UInt64(first) | UInt64(second) &<< 32), UInt64(third))
  }

  /// The hash of a character that is a token, and of the one behind it.
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    TokenHash.mix(1, UInt64(first) | UInt64(second) &<< 32)
  }

  /// The hash of a character that is a token, whatever follows.
  @inline(__always)
  static func single(_ first: UInt32) -> UInt64 { pair(first, 0) }

  /// The hash of the beginning of a name's token; `u.n.` begins like `un`, and `&` like `and`.
  static func word(folding text: Span<UInt8>, at place: Int, end: Int) -> UInt64 {
    let letters = SmallStart.letters(folding: text, at: place, end: end, most: 3)
    var codes = letters.map { code($0.value) }
    while codes.count < 3 { codes.append(0) }
    return word(codes[0], codes[1], codes[2])
  }
}
