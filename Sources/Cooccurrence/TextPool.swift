import TextFiles

/// Texts one after another in pieces of a megabyte, so that growing moves none of them.
struct TextPool: Sendable {
  /// Where a text stands.
  struct Place: Sendable {
    fileprivate var piece: Int
    fileprivate var bytes: Range<Int>

    var count: Int { bytes.count }
  }

  private static let pieceSize = 1 << 20

  private var pieces: [[UInt8]] = []

  /// Adds a text. One that is longer than a piece gets a piece of its own.
  mutating func add(_ text: Span<UInt8>) -> Place {
    if let last = pieces.last, last.count + text.count <= Self.pieceSize {
    } else {
      pieces.append([])
      pieces[pieces.count - 1].reserveCapacity(max(text.count, Self.pieceSize))
    }
    let piece = pieces.count - 1
    let start = pieces[piece].count
    pieces[piece].append(copying: text)
    return Place(piece: piece, bytes: start..<start + text.count)
  }

  /// Lends a text for the duration of a call.
  func withText<Result>(_ place: Place, _ body: (Span<UInt8>) -> Result) -> Result {
    let piece = pieces[place.piece]
    return body(piece.span.extracting(place.bytes))
  }
}
