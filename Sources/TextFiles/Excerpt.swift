/// Cuts a long window to what a reader would look at.
public enum Excerpt {
  /// Bytes of a window that evidence shows at most; longer ones end in `…`.
  public static let longest = 2000

  /// The part of a window that is shown: as many bytes as may be, and no part of a character.
  ///
  /// - Parameters:
  ///   - window: The bytes of the window.
  ///   - text: The text it stands in, valid UTF-8.
  ///   - longest: How many bytes are shown at most.
  public static func range(
    of window: Range<Int>, in text: Span<UInt8>, longest: Int = Excerpt.longest
  ) -> Range<Int> {
    guard window.count > longest else { return window }
    var end = window.lowerBound + longest
    while end > window.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    return window.lowerBound..<end
  }
}
