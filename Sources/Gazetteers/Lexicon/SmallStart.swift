/// The beginning of a token that has no capital in front, as the filter of such names knows it.
///
/// Only ASCII letters and digits count: a token that begins with another scalar is always looked at,
/// and one with such a scalar among its first three bytes is known by what stands before it. Since a
/// text may write any letter with a diacritic, a name is entered with its first one, two and three
/// letters.
public enum SmallStart {
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

  /// The first three bytes of a token, from four bytes of the text and its length.
  ///
  /// - Parameters:
  ///   - bytes: The four bytes that the token begins, the first lowest.
  ///   - length: The token's length in ASCII letters and digits, as far as three.
  @inlinable @inline(__always)
  public static func of(_ bytes: UInt32, length: Int) -> UInt32 {
    (bytes | 0x2020_2020) & ((1 &<< UInt32(length &* 8)) &- 1)
  }
}
