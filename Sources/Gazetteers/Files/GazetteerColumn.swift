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
    // So long a word is none of ours misspelt, and its distance would be long to compute.
    guard word.utf8.count <= 20 else { return nil }
    let lower = word.lowercased()
    let letters = Self.letters(lower)
    return allCases.first { column in
      // An edit takes one letter out of a word and puts one in: what has more of its own is farther
      // off. Nearly all columns are, and the distance is long to compute.
      let others = Self.letters(column.rawValue)
      guard (letters & ~others).nonzeroBitCount <= 2, (others & ~letters).nonzeroBitCount <= 2
      else {
        return false
      }
      return isNear(lower, column)
    }
  }

  /// The letters of a word, a bit for each; what is no letter falls together with one.
  private static func letters(_ word: String) -> UInt32 {
    word.unicodeScalars.reduce(0) { $0 | 1 << ($1.value & 31) }
  }

  private static func isNear(_ lower: String, _ column: GazetteerColumn) -> Bool {
    lower == column.rawValue || NameDistance.between(lower, column.rawValue) == 1
      || (column.rawValue.count > 6 && NameDistance.between(lower, column.rawValue) == 2)
  }
}
