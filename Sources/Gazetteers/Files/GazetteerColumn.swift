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
      lower == column.rawValue || NameDistance.between(lower, column.rawValue) == 1
        || (column.rawValue.count > 6 && NameDistance.between(lower, column.rawValue) == 2)
    }
  }
}
