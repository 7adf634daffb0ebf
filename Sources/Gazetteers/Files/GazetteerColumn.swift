/// The columns of a gazetteer that have a meaning of their own; any other is an attribute.
enum GazetteerColumn: String, CaseIterable {
  case id, kind, name, aliases, abbreviations, demonyms, metonyms, short
  case caseRule = "case"
  case context, prior, family, given

  /// Columns that hold names of a form.
  var form: NameForm? {
    switch self {
    case .aliases: .alias
    case .abbreviations: .abbreviation
    case .demonyms: .demonym
    case .metonyms: .metonym
    case .short: .short
    default: nil
    }
  }

  /// The fixed column that a header word seems to mean, where it is none.
  static func nearest(to word: String) -> GazetteerColumn? {
    let lower = word.lowercased()
    return allCases.first { column in
      lower == column.rawValue || editDistance(lower, column.rawValue) == 1
        || (column.rawValue.count > 6 && editDistance(lower, column.rawValue) == 2)
    }
  }

  /// Levenshtein's distance (1966), in characters.
  static func editDistance(_ left: String, _ right: String) -> Int {
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
