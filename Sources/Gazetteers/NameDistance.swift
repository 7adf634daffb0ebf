/// How far two names are apart.
public enum NameDistance {
  /// The least number of elements, characters of a text, to add, delete or change (Levenshtein 1966).
  ///
  /// - Complexity: O(product of the lengths).
  @inlinable
  public static func between<Text: Collection>(_ left: Text, _ right: Text) -> Int
  where Text.Element: Equatable {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let change = diagonal + (right[j] == character ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j + 1] + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
