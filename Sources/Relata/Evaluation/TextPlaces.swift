/// Turns offsets in a text into lines and columns of the file that holds it.
///
/// A text may differ from its file: marks are taken out, `\n` is read as a line break, tokens are
/// joined. An anchor says that from some offset on the file stands at some line and column; behind
/// the last anchor lines and columns are counted in the text itself.
public struct TextPlaces: Sendable {
  private var anchors: [(scalar: Int, line: Int, column: Int)] = [(0, 1, 1)]

  public init() {}

  /// States where the file stands from an offset on; offsets must not decrease.
  mutating func anchor(_ scalar: Int, line: Int, column: Int) {
    if anchors.last?.scalar == scalar { anchors.removeLast() }
    anchors.append((scalar, line, column))
  }

  /// The line and column of an offset, from 1.
  ///
  /// - Complexity: O(log of the number of anchors + distance from the anchor).
  func place(of scalar: Int, in text: [Unicode.Scalar]) -> (line: Int, column: Int) {
    var (low, high) = (0, anchors.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if anchors[middle].scalar <= scalar { low = middle } else { high = middle - 1 }
    }
    var (line, column) = (anchors[low].line, anchors[low].column)
    for place in anchors[low].scalar..<max(scalar, anchors[low].scalar) where place < text.count {
      if text[place] == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }
}
