/// How a token begins that has no capital in front, as the filters of such names know it.
///
/// Up to eight folded letters of it are told by a hash. A text may write any letter with a diacritic:
/// then the first three are (`OtherStart`). It may write all of them with periods: then the token is
/// always looked at.
@usableFromInline enum SmallStart {
  /// How `and` begins.
  static let and: UInt64 = 0x64_6E61

  /// The first eight folded letters of a name's token, the first lowest; zeros from the first that
  /// has no ASCII form. `u.n.` begins like `un`, and `&` like `and`.
  static func of(folding text: Span<UInt8>, at place: Int, end: Int) -> UInt64 {
    var (start, count): (UInt64, UInt64) = (0, 0)
    for letter in letters(folding: text, at: place, end: end, most: 8) {
      guard letter.isASCII else { break }
      start |= UInt64(letter.value) << (count * 8)
      count += 1
    }
    return start
  }

  /// The first folded letters of a name's token, marks and periods left out.
  ///
  /// - Parameter most: How many at most.
  static func letters(
    folding text: Span<UInt8>, at place: Int, end: Int, most: Int
  ) -> ArraySlice<Unicode.Scalar> {
    var (letters, place): ([Unicode.Scalar], Int) = ([], place)
    while place < end, letters.count < most {
      let (value, next) = Tokenizer.scalar(text, at: place, limit: end)
      place = next
      let kind = ScalarTable.shared.classOf(value)
      if kind == ScalarClass.mark || kind == ScalarClass.period { continue }
      guard let scalar = Unicode.Scalar(value) else { break }
      let folded = kind == ScalarClass.ampersand ? "and" : ScalarTable.shared.folded(scalar)
      letters += folded.unicodeScalars
    }
    return letters.prefix(most)
  }

  /// The hash of a beginning.
  static func hash(_ start: UInt64) -> UInt64 { hash(start, length: length(start)) }

  /// 1 in the lowest bit where the byte behind some letters is not ASCII.
  ///
  /// - Parameters:
  ///   - bytes: The letters and what follows.
  ///   - length: How many ASCII letters and digits there are, from 1 to 8; of eight none is asked behind.
  @inlinable @inline(__always)
  static func diacritic(_ bytes: EightBytes, behind length: Int) -> UInt64 {
    // The highest bit of that byte; behind eight the shift comes round to the first letter's, which is 0.
    bytes.raw &>> UInt64(truncatingIfNeeded: length &* 8 &+ 7)
  }

  /// The number of letters that `of(folding:at:end:)` gave.
  static func length(_ start: UInt64) -> Int { 8 - start.leadingZeroBitCount / 8 }

  /// The hash of some letters in small form.
  ///
  /// - Parameters:
  ///   - letters: The first lowest; what is behind them does not count.
  ///   - length: How many, from 1 to 8.
  @inlinable @inline(__always)
  static func hash(_ letters: UInt64, length: Int) -> UInt64 {
    // What is behind them is shifted out.
    let kept = letters &<< UInt64(truncatingIfNeeded: 64 &- length &* 8)
    let product = kept &* TokenHash.multiplier
    return product ^ product &>> 32
  }

  /// Which letters stand first, second and third in some beginnings, as `RelataLetterSets` holds them:
  /// for the low four bits of a letter, bit 2p + b is set where letters with that low half and the fifth
  /// bit b stand at place p. Behind a shorter beginning anything may stand.
  static func letterSets(of starts: Set<UInt64>) -> [UInt8] {
    var low = [UInt8](repeating: 0, count: 16)
    for start in starts {
      for position in 0..<3 {
        let byte = UInt8(truncatingIfNeeded: start >> (position * 8))
        for letter in byte == 0 ? 0...31 : byte & 0x1F...byte & 0x1F {
          low[Int(letter & 0x0F)] |= 1 << (UInt8(position) * 2 + letter >> 4)
        }
      }
    }
    return low
  }
}
