/// Counts of very many things in a memory of fixed size: never less than the truth, seldom more
/// (count-min sketch; Cormode and Muthukrishnan 2005).
///
/// Counts add up, so the order in which they come does not matter.
struct CountSketch: Sendable {
  private static let rows = 4
  /// Counters of a row; a power of two.
  private static let width = 1 << 18

  private var counters = [UInt32](repeating: 0, count: rows * width)

  /// Adds to the count of a thing.
  ///
  /// - Parameters:
  ///   - key: A hash of the thing.
  ///   - count: 0 or more.
  mutating func add(_ key: UInt64, _ count: Int) {
    for row in 0..<Self.rows {
      let place = Self.place(key, row)
      let sum = UInt64(counters[place]) + UInt64(count)
      counters[place] = UInt32(min(sum, UInt64(UInt32.max)))
    }
  }

  /// The count of a thing, or a little more.
  func count(of key: UInt64) -> Int {
    (0..<Self.rows).reduce(Int.max) { min($0, Int(counters[Self.place(key, $1)])) }
  }

  private static func place(_ key: UInt64, _ row: Int) -> Int {
    var mixed = key &+ UInt64(row + 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 31
    return row * width + Int(mixed & UInt64(width - 1))
  }
}
