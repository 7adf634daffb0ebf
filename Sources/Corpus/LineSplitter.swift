import TextFiles

/// Puts lines together from pieces of text that break anywhere.
///
///     split("ab\ncd"), split("e\nf"), finish()   →   "ab", "cde", "f"
struct LineSplitter {
  /// The longest line that is kept, in bytes; of a longer one the beginning comes, cut there.
  private let limit: Int
  private var broken: [UInt8] = []

  init(limit: Int) {
    self.limit = limit
  }

  /// Gives the lines that end in this piece, without their line feeds.
  mutating func split(_ piece: Span<UInt8>, line: (Span<UInt8>) throws -> Void) throws {
    var start = 0
    while start < piece.count {
      let end = ByteSearch.first(0x0A, in: piece, from: start)
      if end == piece.count {
        keep(piece.extracting(start...))
        return
      }
      if broken.isEmpty {
        try line(piece.extracting(start..<end))
      } else {
        keep(piece.extracting(start..<end))
        try line(broken.span)
        broken.removeAll(keepingCapacity: true)
      }
      start = end + 1
    }
  }

  /// Gives the line that no line feed ended, if there is one.
  mutating func finish(line: (Span<UInt8>) throws -> Void) throws {
    guard !broken.isEmpty else { return }
    try line(broken.span)
    broken.removeAll()
  }

  /// One byte beyond the limit is kept, which shows that the line was too long.
  private mutating func keep(_ piece: Span<UInt8>) {
    broken.append(copying: piece.extracting(first: max(0, limit + 1 - broken.count)))
  }
}
