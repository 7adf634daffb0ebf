/// The words around a span, in one line.
struct DifferenceContext {
  /// How many scalars at each side are shown at most.
  static let width = 40

  let before: String
  let text: String
  let behind: String

  init(_ scalars: [Unicode.Scalar], _ span: Range<Int>) {
    func isSpace(_ place: Int) -> Bool { scalars[place].properties.isWhitespace }
    var start = max(0, span.lowerBound - Self.width)
    // A word that would be cut is left out.
    if start > 0 {
      while start < span.lowerBound, !isSpace(start - 1) { start += 1 }
    }
    var end = min(scalars.count, span.upperBound + Self.width)
    while end > span.upperBound, isSpace(end - 1) { end -= 1 }
    if end < scalars.count {
      while end > span.upperBound, !isSpace(end) { end -= 1 }
    }
    func line(_ range: Range<Int>) -> String {
      String(
        String.UnicodeScalarView(
          scalars[range].map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : $0 }))
    }
    before = line(start..<span.lowerBound)
    text = line(span)
    behind = line(span.upperBound..<end)
  }
}
