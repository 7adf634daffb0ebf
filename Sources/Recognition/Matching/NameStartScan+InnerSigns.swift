import CByteMasks
import Gazetteers

/// Names that begin with a small letter and are found from what stands behind it: a capital (`iPhone`), or a
/// period between two words (`theguardian.com`).
extension NameStartScan {
  /// The bits of what may be capitals behind a small letter in words that begin with an ASCII one.
  ///
  /// - Parameters:
  ///   - masks: The masks of the block.
  ///   - letters: The bytes of letters outside ASCII.
  ///   - begins: Where words begin, and where they go on behind a scalar that is not known to be a letter.
  ///   - carries: What the block before says.
  @inline(__always)
  func inner(
    _ masks: RelataByteMasks, _ letters: UInt64, _ begins: UInt64, _ carries: inout Carries
  ) -> UInt64 {
    let inWord = masks.words | letters
    let small = masks.words & ~masks.capitals
    let signs = masks.others & ~letters
    // A run of bits is turned over by adding its lowest: so all of it is found at once.
    let seeds = begins & (small | signs &<< 1 | carries.sign) | inWord & carries.begunSmall
    let begunSmall = (inWord &+ seeds ^ inWord) & inWord
    let behind = (small | masks.others) &<< 1 | carries.small
    carries.sign = signs &>> 63
    carries.begunSmall = begunSmall &>> 63
    return behind & (masks.capitals & begunSmall | masks.leads & (begunSmall | ~letters))
  }

  /// Where the words begin that have a capital behind a small letter (`iPhone`). Those that begin in
  /// another script are found by themselves.
  ///
  /// - Parameters:
  ///   - capitals: What `inner` gave.
  ///   - block: Where the block begins.
  ///   - words: Words that began in an earlier block are added.
  /// - Returns: Bits of the block.
  func innerStarts(_ capitals: UInt64, at block: Int, _ words: inout WordList) -> UInt64 {
    let text = unsafe Span(_unsafeStart: bytes, count: limit)
    var (left, found) = (capitals, capitals)
    while left != 0 {
      let bit = left & (0 &- left)
      let place = block &+ left.trailingZeroBitCount
      left &= left &- 1
      if tokenizer.classify(text, at: place, limit: limit).class != ScalarClass.upper {
        found &= ~bit
      }
    }
    return found == 0 ? 0 : startsOfWords(at: found, block: block, &words)
  }

  /// The bits of periods between two words, with nothing at their sides (`theguardian.com`).
  @inline(__always)
  func innerPeriods(_ masks: RelataByteMasks, _ carries: inout Carries) -> UInt64 {
    let parts = masks.words | masks.others
    // What stands behind the block is not known, and `&` is `and`.
    let behind = (parts | masks.ampersands) &>> 1 | 1 &<< 63
    let periods = masks.periods & (parts &<< 1 | carries.part) & behind
    carries.part = parts &>> 63
    return periods
  }

  /// Where the words begin that hold some places or end at them, if they begin with a small ASCII letter
  /// or a digit.
  ///
  /// - Returns: Bits of the block; a word that began in an earlier one is added at once, before everything
  ///   that begins in this one.
  func startsOfWords(
    at places: UInt64, block: Int, _ words: inout WordList
  ) -> UInt64 {
    let text = unsafe Span(_unsafeStart: bytes, count: limit)
    var (left, result): (UInt64, UInt64) = (places, 0)
    while left != 0 {
      let place = block &+ left.trailingZeroBitCount
      left &= left &- 1
      guard place < limit else { break }
      // A word is longer only in text that is none.
      let run = TextPlace.wordStart(text, endingAt: place, from: max(0, place - 256))
      let start = TextPlace.afterMarks(text, run, limit: place)
      guard start < place, text[start] < 0x80, ScalarTable.ascii(text[start]) == ScalarClass.word
      else { continue }
      if start >= block {
        result |= 1 &<< UInt64(start &- block)
      } else {
        words.append(WordStart(place: start, length: 0, isSmall: false))
      }
    }
    return result
  }
}
