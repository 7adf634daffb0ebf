/// Which of a gazetteer's columns of names in a language (`aliases:ru`) are used.
///
/// Columns without a language are always used.
public enum NameLanguages: Sendable, Equatable {
  case all
  /// Languages by the codes that the columns have; none where the set is empty.
  case only(Set<String>)

  /// Whether names in a language are used.
  public func contains(_ language: String) -> Bool {
    switch self {
    case .all: true
    case .only(let languages): languages.contains(language)
    }
  }
}
