import TextFiles

/// What a file says of the look of a tie, which its count decides: made anew only where the count is not
/// that of the tie before. Nearly all ties have few windows.
struct CountMarkup: ~Copyable {
  private var count: Int?
  private var markup = ByteBuffer()

  /// Appends the markup of a count.
  ///
  /// - Parameters:
  ///   - count: The count.
  ///   - buffer: Where to append.
  ///   - make: Appends the markup, always the same for a count.
  mutating func append(
    _ count: Int, to buffer: inout ByteBuffer, _ make: (inout ByteBuffer) -> Void
  ) {
    if count != self.count {
      markup.clear()
      make(&markup)
      self.count = count
    }
    buffer.append(markup)
  }
}
