import Gazetteers

/// Finds the names that are nearest to one that nobody bears.
enum NearestNames {
  /// - Parameters:
  ///   - name: What was typed.
  ///   - names: The names there are.
  /// - Returns: At most three of them, the nearest first.
  static func of(_ name: String, among names: [String]) -> [String] {
    let typed = name.lowercased().prefix(100)
    let words = Set(typed.split(separator: " ").map(String.init))
    let ranked = names.map { name -> (score: Int, name: String) in
      let lower = name.lowercased()
      let shared = words.intersection(lower.split(separator: " ").map(String.init)).count
      let whole = NameDistance.between(String(typed), String(lower.prefix(100)))
      // `Puttin` is near to `Vladimir Putin` by one of its words.
      let words = lower.prefix(100).split(separator: " ")
      let one = words.map { NameDistance.between(String(typed), String($0)) }.min() ?? whole
      return (min(whole, one + 1) - shared * 8, name)
    }
    var nearest: [String] = []
    for (_, name) in ranked.sorted(by: { ($0.score, $0.name) < ($1.score, $1.name) })
    where nearest.count < 3 && !nearest.contains(name) {
      nearest.append(name)
    }
    return nearest
  }
}
