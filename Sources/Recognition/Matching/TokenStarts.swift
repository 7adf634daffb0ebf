import Gazetteers

/// Finds where the tokens of a text begin that could begin a name, 64 bytes at a time.
///
/// For 64 bytes two bit masks are made, eight bytes to an instruction: which bytes are part of a word
/// (ASCII letters and digits, and every byte of another script), and which of these are capitals or of
/// another script. A token begins where a word byte follows a byte that is none; it is looked at if it
/// begins with a capital or in another script, or, where names begin in small letters, if its first
/// three bytes pass a filter. In English one token in eight is left. Every token that can begin a name
/// is given; some places that are given begin no token.
struct TokenStarts {
  /// The bits of the block at hand that are still to be given.
  private var pending: UInt64 = 0
  private var block: Int
  private var next: Int
  private let limit: Int
  /// Whether the byte before the next block is part of a word, and whether it is of another script.
  private var carry: UInt64 = 0
  private var markCarry: UInt64 = 0

  // What stays of the block: the starts without a capital, and the ASCII letters and digits.
  private var small: UInt64 = 0
  private var asciiWords: UInt64 = 0

  init(from start: Int, limit: Int) {
    block = start
    next = start
    self.limit = limit
  }

  /// The byte offset of the next token to look at; `limit` at the end.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - tables: The lexicon's filters.
  ///   - wantsSmall: Whether tokens that begin without a capital are wanted too.
  @inline(__always)
  mutating func nextStart(
    _ text: Span<UInt8>, _ tables: LexiconTables, wantsSmall: Bool, wantsAll: Bool
  ) -> Int {
    while true {
      while pending != 0 {
        let bit = pending.trailingZeroBitCount
        pending &= pending &- 1
        let place = block &+ bit
        if small &>> UInt64(bit) & 1 == 1, !wantsAll, !mayBeginSmall(text, place, bit, tables) {
          continue
        }
        return place
      }
      guard next < limit else { return limit }
      fill(text, wantsSmall)
    }
  }

  /// Whether a token without a capital may begin a name, by its first three bytes.
  @inline(__always)
  private func mayBeginSmall(
    _ text: Span<UInt8>, _ place: Int, _ bit: Int, _ tables: LexiconTables
  ) -> Bool {
    // Near the end of the block, or of the text, the length is not known: look at the token.
    guard bit < 60, place &+ 4 <= limit else { return true }
    let length = (~(asciiWords &>> UInt64(bit))).trailingZeroBitCount
    // Bounds: place + 4 <= limit, which the load checks again; any bits are a valid integer.
    let bytes = UInt32(
      littleEndian: unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self))
    return tables.mayBeginSmall(SmallStart.of(bytes, length: min(length, 3)))
  }

  /// Drops the starts before a place, behind a match.
  @inline(__always)
  mutating func skip(to place: Int) {
    if place >= block &+ 64 {
      pending = 0
      if place > next {
        // The place is the end of a token: what follows is no part of a word.
        next = place
        carry = 0
        markCarry = 0
      }
    } else if place > block {
      pending &= ~0 &<< UInt64(place &- block)
    }
  }

  private mutating func fill(_ text: Span<UInt8>, _ wantsSmall: Bool) {
    block = next
    var words: UInt64 = 0
    var leads: UInt64 = 0
    var marks: UInt64 = 0
    var offset = 0
    while offset < 64, block &+ offset < limit {
      let bytes = EightBytes(text, at: block &+ offset, limit: limit)
      let other = EightBytes.gathered(bytes.nonASCII)
      let shift = UInt64(offset)
      words |= EightBytes.gathered(bytes.wordBytes) &<< shift
      marks |= other &<< shift
      leads |= EightBytes.gathered(bytes.capitals) &<< shift
      leads |= EightBytes.gathered(bytes.equal(to: 0x26)) &<< shift
      offset &+= 8
    }
    next = min(block &+ 64, limit)
    let inWord = words | marks
    let starts = inWord & ~(inWord &<< 1 | carry)
    carry = inWord &>> 63
    // A scalar of another script may begin a token after any byte: quotes, ideographs, dashes. An
    // ASCII letter may begin one behind such a scalar. Whether they do is for the caller to see.
    let afterOther = words & (marks &<< 1 | markCarry)
    markCarry = marks &>> 63
    // `&` is a token of its own.
    let ampersands = leads & ~inWord
    let all = starts | afterOther | marks | ampersands
    let capital = all & (leads | marks)
    small = wantsSmall ? all & ~capital : 0
    asciiWords = words
    pending = capital | small
  }
}
