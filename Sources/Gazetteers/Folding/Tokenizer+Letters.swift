/// Reading words of letters that fold to one letter each, in any script below U+2000: Cyrillic, Greek,
/// Arabic, Latin with accents.
///
/// A table gives the folded bytes of each letter, which are gathered eight at a time as the hash takes
/// them in. Whatever else may be part of a word is left to `readWord`.
extension Tokenizer {
  /// Reads a word of such letters, and of ASCII letters and digits among them.
  ///
  /// - Returns: The word, or `nil` where it holds anything else, or is a single letter.
  @inline(__always)
  func letterWord(_ text: Span<UInt8>, at start: Int, limit: Int) -> Word? {
    let letters = table.letters
    var (state, group): (UInt64, UInt64) = (0, 0)
    // Of the folded bytes: how many, and how many bits of the last eight are filled.
    var (length, filled): (UInt64, UInt64) = (0, 0)
    var (place, count) = (start, 0)
    while place < limit {
      let byte = text[place]
      var letter: UInt32
      var next = place &+ 1
      if byte < 0x80 {
        let small = byte | 0x20
        if small &- 0x61 < 26 {
          letter = UInt32(small)
        } else if byte &- 0x30 < 10 {
          letter = UInt32(byte)
        } else {
          break
        }
        letter |= 1 &<< ScalarTable.lengthShift
      } else {
        let (scalar, behind) = Self.scalar(text, at: place, limit: limit)
        letter = scalar < 0x2000 ? letters[Int(scalar)] : 0
        if letter == 0 {
          switch table.classOf(scalar) {
          case ScalarClass.word, ScalarClass.upper, ScalarClass.mark: return nil
          default: break
          }
          break
        }
        next = behind
      }
      let bytes = UInt64(letter & 0xFF_FFFF)
      let added = UInt64(letter &>> ScalarTable.lengthShift & 3)
      group |= bytes &<< filled
      if filled &+ added &* 8 >= 64 {
        state = TokenHash.mix(state, group)
        // Where the group was empty before it would not be full now.
        group = bytes >> (64 &- filled)
        filled = filled &+ added &* 8 &- 64
      } else {
        filled = filled &+ added &* 8
      }
      length &+= added
      count &+= 1
      place = next
    }
    guard count > 1 else { return nil }
    if filled > 0 { state = TokenHash.mix(state, group) }
    return Word(end: place, hash: TokenHash.finish(state, length: length), standsAlone: false)
  }
}
