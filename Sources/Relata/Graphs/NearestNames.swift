import Gazetteers

/// Finds the names that are nearest to one that nobody bears.
enum NearestNames {
  /// - Parameters:
  ///   - name: What was typed.
  ///   - names: The names there are.
  /// - Returns: At most three of them, the nearest first.
  static func of(_ name: String, among names: [String]) -> [String] {
    let typed = scalars(name)
    let words = Set(typed.split(separator: space))
    let ranked = names.map { name -> (score: Int, name: String) in
      let other = scalars(name)
      let parts = other.split(separator: space)
      let shared = words.intersection(parts).count
      let whole = NameDistance.between(typed, other)
      // `Puttin` is near to `Vladimir Putin` by one of its words.
      let one = parts.map { NameDistance.between(typed, Array($0)) }.min() ?? whole
      return (min(whole, one + 1) - shared * 8, name)
    }
    var nearest: [String] = []
    for (_, name) in ranked.sorted(by: { ($0.score, $0.name) < ($1.score, $1.name) })
    where nearest.count < 3 && !nearest.contains(name) {
      nearest.append(name)
    }
    return nearest
  }

  private static let space = UInt32(UInt8(ascii: " "))

  /// The beginning of a name in small letters.
  private static func scalars(_ name: String) -> [UInt32] {
    name.lowercased().unicodeScalars.prefix(100).map(\.value)
  }
}
