import Gazetteers

/// What the wording of a span is, whatever its signs, in 64 bits.
extension Tokenizer {
  /// A hash of the folded tokens of a span.
  ///
  /// Nearly all tokens are ASCII words of less than eight letters with a space behind: they are read,
  /// hashed and left by one load of eight bytes; longer ones take a load more for each eight letters.
  /// `plainWording` is the same without that.
  func wording(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    var place = range.lowerBound
    let limit = range.upperBound
    while place < limit {
      let bytes = EightBytes(text, at: place, limit: limit)
      let stops = ~bytes.wordBytes & EightBytes.highBits
      let count = stops.trailingZeroBitCount &>> 3
      // What ends the token. The bit that makes letters small leaves what is asked for below what it
      // is, but for controls (NUL becomes a space, U+0006 `&`, U+000E a period): the first is no more
      // of a token than a space is, and after the others only the slow way is taken in vain.
      let sign = count < 8 ? bytes.smallLetters &>> UInt64(count &* 8) & 0xFF : 0
      if count > 0, count < 8, sign < 0x80, count > 1 || sign != 0x2E {
        let kept: UInt64 = (1 &<< UInt64(count &* 8)) &- 1
        let hash = TokenHash.mix(0, bytes.smallLetters & kept)
        key = TokenHash.combine(key, TokenHash.finish(hash, length: UInt64(count)))
        place &+= count &+ (sign == 0x20 ? 1 : 0)
      } else if count == 0, sign < 0x80, sign != 0x26 {
        place &+= 1
      } else if count == 8, let end = append(longWordAt: place, text, limit: limit, to: &key) {
        place = end
      } else {
        place = append(tokenAt: place, text, limit: limit, to: &key)
      }
    }
    return key
  }

  /// Appends an ASCII word of eight letters or more; `nil` where it may hold anything else.
  private func append(
    longWordAt place: Int, _ text: Span<UInt8>, limit: Int, to key: inout UInt64
  ) -> Int? {
    var (hash, end): (UInt64, Int) = (0, place)
    while end < limit {
      let bytes = EightBytes(text, at: end, limit: limit)
      let stops = ~bytes.wordBytes & EightBytes.highBits
      let count = stops.trailingZeroBitCount &>> 3
      if count > 0 {
        let kept: UInt64 = count == 8 ? ~0 : (1 &<< UInt64(count &* 8)) &- 1
        hash = TokenHash.mix(hash, bytes.smallLetters & kept)
        end &+= count
      }
      if count < 8 {
        if bytes.smallLetters &>> UInt64(count &* 8) & 0x80 != 0 { return nil }
        break
      }
    }
    key = TokenHash.combine(key, TokenHash.finish(hash, length: UInt64(end &- place)))
    return end
  }

  /// The same hash, token by token.
  func plainWording(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    var place = range.lowerBound
    while place < range.upperBound {
      place = append(tokenAt: place, text, limit: range.upperBound, to: &key)
    }
    return key
  }

  /// Appends the token that begins at a place, if one does; gives the place behind.
  private func append(
    tokenAt place: Int, _ text: Span<UInt8>, limit: Int, to key: inout UInt64
  ) -> Int {
    let (kind, next) = classify(text, at: place, limit: limit)
    guard Self.beginsToken(kind) else { return next }
    let token = token(text, at: place, limit: limit)
    key = TokenHash.combine(key, token.hash)
    return token.end
  }
}
