import TextFiles

/// Orders texts by their UTF-8 bytes, which is by their Unicode scalars.
///
/// The order of `String` is that of canonical equivalence: slower, and not that of other languages.
public enum Utf8Order {
  /// Whether a text stands before another.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    left.withUTF8Span { left in right.withUTF8Span { precedes(left, $0) } }
  }

  /// Whether the bytes of a text stand before those of another.
  public static func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    let shared = min(left.count, right.count)
    for place in 0..<shared where left[place] != right[place] { return left[place] < right[place] }
    return left.count < right.count
  }

  /// The places of texts in their order.
  ///
  /// Texts are compared by eight bytes at once, taken where they begin to differ (identifiers share
  /// their beginning), and whole only where these are equal.
  ///
  /// - Parameter texts: The texts, in any order.
  /// - Returns: Their indices, ordered.
  /// - Complexity: O(n log n) comparisons.
  public static func sorted(_ texts: [String]) -> [Int] {
    guard let first = texts.first else { return [] }
    let shared = texts.reduce(first.utf8.count) { min($0, sharedBytes(first, $1)) }
    let keys = texts.enumerated().map { index, text in
      (bytes: bytes(of: text, from: shared), index: index)
    }
    return keys.sorted { left, right in
      if left.bytes != right.bytes { return left.bytes < right.bytes }
      return precedes(texts[left.index], texts[right.index])
    }.map(\.index)
  }

  private static func sharedBytes(_ left: String, _ right: String) -> Int {
    left.withUTF8Span { a in
      right.withUTF8Span { b in
        var count = 0
        while count < a.count, count < b.count, a[count] == b[count] { count += 1 }
        return count
      }
    }
  }

  /// Eight bytes of a text, the first highest; zeros behind its end.
  private static func bytes(of text: String, from start: Int) -> UInt64 {
    text.withUTF8Span { bytes in
      var value: UInt64 = 0
      for offset in 0..<8 {
        let place = start + offset
        value = value << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0)
      }
      return value
    }
  }
}
