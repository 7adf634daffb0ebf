/// The beginning of a token that has no capital in front, as the filter of such names knows it.
///
/// Five bits of each of its first three bytes make a place in a table of 2^15 bits, 4 kB, which stays in
/// the nearest cache. Where one of the bytes is not ASCII, or a period stands behind the first letter,
/// the token is always looked at: a text may write any letter with a diacritic, or all with periods.
enum SmallStart {
  /// The bits of the table.
  static let bits = 1 << 15

  /// How `and` begins.
  static let and: UInt32 = 0x64_6E61

  /// The first three folded letters of a name's token, the first lowest; zeros from the first that
  /// has no ASCII form. `u.n.` begins like `un`, and `&` like `and`.
  static func of(folding text: Span<UInt8>, at place: Int, end: Int) -> UInt32 {
    var (start, letters, place): (UInt32, UInt32, Int) = (0, 0, place)
    while place < end, letters < 3 {
      let (value, next) = Tokenizer.scalar(text, at: place, limit: end)
      place = next
      let kind = ScalarTable.shared.classOf(value)
      if kind == ScalarClass.mark || kind == ScalarClass.period { continue }
      guard let scalar = Unicode.Scalar(value) else { break }
      let folded = kind == ScalarClass.ampersand ? "and" : ScalarTable.shared.folded(scalar)
      guard let first = folded.utf8.first, first < 0x80 else { break }
      for byte in folded.utf8 where letters < 3 {
        start |= UInt32(byte) << (letters * 8)
        letters += 1
      }
    }
    return start
  }

  /// The places of the table that a token of a text may have which begins so.
  ///
  /// - Parameter start: What `of(folding:at:end:)` gave; behind a shorter token anything may stand.
  static func places(_ start: UInt32) -> [UInt64] {
    let place = UInt64(index(start))
    if start > 0xFFFF { return [place] }
    if start > 0xFF { return (0..<32).map { place | $0 << 10 } }
    return (0..<1024).map { place | $0 << 5 }
  }

  /// The place in the table of a token that begins with three bytes, the first lowest.
  @inline(__always)
  static func index(_ bytes: UInt32) -> UInt32 {
    bytes & 0x1F | bytes &>> 3 & 0x3E0 | bytes &>> 6 & 0x7C00
  }
}
