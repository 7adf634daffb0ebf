import CByteMasks
import Gazetteers

/// What the wording of a span is, whatever its signs, in 64 bits.
extension Tokenizer {
  /// A hash of the folded tokens of a span.
  ///
  /// Of 64 bytes at once a few instructions tell which are letters and digits (`CByteMasks`), so that a
  /// token is found by counting bits. Nearly all are ASCII words of up to eight letters, whose hash costs
  /// one load. What may hold anything else, and the last bytes of a text, are read token by token.
  /// `plainWording` is the same without that.
  func wording(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    var place = range.lowerBound
    let limit = range.upperBound
    while place < limit {
      if place + Self.readable <= text.count {
        let (end, isDone) = append(wordsFrom: place, text, limit: limit, to: &key)
        place = end
        if isDone { continue }
      }
      place = append(tokenAt: place, text, limit: limit, to: &key)
    }
    return key
  }

  /// The bytes from the beginning of a block that may be read: its 64, and what is loaded at once with
  /// the last.
  private static let readable = 72

  /// Appends the words of 64 bytes, up to the first token that may be no ASCII word.
  ///
  /// Invariant of the unsafe code: `readable` bytes stand from `block` on, as the caller has made sure;
  /// loads begin at a byte of a word, which is one of the first 64.
  ///
  /// - Returns: Where to go on, and whether that is not such a token.
  @inline(__always)
  private func append(
    wordsFrom block: Int, _ text: Span<UInt8>, limit: Int, to key: inout UInt64
  ) -> (place: Int, isDone: Bool) {
    unsafe text.withUnsafeBytes { bytes in
      guard let start = unsafe bytes.baseAddress?.advanced(by: block) else { return (limit, true) }
      let masks = unsafe relata_byte_masks(start.assumingMemoryBound(to: UInt8.self))
      let inside: UInt64 = limit &- block < 64 ? (1 &<< UInt64(limit &- block)) &- 1 : ~0
      let (words, others) = (masks.words & inside, masks.others & inside)
      var left = words | others | masks.ampersands & inside
      while left != 0 {
        let place = left.trailingZeroBitCount
        let length = (~(words &>> UInt64(place))).trailingZeroBitCount
        let end = place &+ length
        if end == 64, block &+ 64 < limit {
          // The word may go on behind. One of 64 letters is none that needs to be fast.
          return (block &+ place, place > 0)
        }
        // A single letter with a period behind may begin an abbreviation.
        let goesOn = end < 64 && others &>> UInt64(end) & 1 == 1
        let isInitial = unsafe length == 1 && Self.byte(start, place &+ 1) == 0x2E
        if length == 0 || goesOn || isInitial {
          return (block &+ place, false)
        }
        key = TokenHash.combine(key, unsafe Self.hash(start + place, length))
        left = end < 64 ? left & (~0 &<< UInt64(end)) : 0
      }
      return (block &+ 64, true)
    }
  }

  @inline(__always)
  private static func byte(_ start: UnsafeRawPointer, _ place: Int) -> UInt8 {
    unsafe start.load(fromByteOffset: place, as: UInt8.self)
  }

  /// The hash of an ASCII word of one letter or more.
  @inline(__always)
  private static func hash(_ start: UnsafeRawPointer, _ length: Int) -> UInt64 {
    var (hash, offset): (UInt64, Int) = (0, 0)
    while true {
      let bytes = UInt64(
        littleEndian: unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let small = bytes | 0x2020_2020_2020_2020
      let rest = length &- offset
      if rest <= 8 {
        hash = TokenHash.mix(hash, small & (~0 &>> UInt64(64 &- rest &* 8)))
        return TokenHash.finish(hash, length: UInt64(length))
      }
      hash = TokenHash.mix(hash, small)
      offset &+= 8
    }
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
