import TextFiles

/// What a file says of the look of a tie, which its count decides: made once for each count, since
/// nearly all ties have few windows.
struct CountMarkup: ~Copyable {
  private var markup = ByteBuffer()
  /// Where the markup of each small count stands; empty until it is made.
  private var places = [Range<Int>](repeating: 0..<0, count: 256)

  /// Appends the markup of a count.
  ///
  /// - Parameters:
  ///   - count: The count.
  ///   - buffer: Where to append.
  ///   - make: Appends the markup, always the same for a count.
  mutating func append(
    _ count: Int, to buffer: inout ByteBuffer, _ make: (inout ByteBuffer) -> Void
  ) {
    guard places.indices.contains(count) else { return make(&buffer) }
    if places[count].isEmpty {
      let start = markup.count
      make(&markup)
      places[count] = start..<markup.count
    }
    markup.withBytes { buffer.append($0.extracting(places[count])) }
  }
}
