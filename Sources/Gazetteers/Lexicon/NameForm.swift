/// How a name relates to its entity.
public enum NameForm: UInt8, Sendable, CaseIterable, Comparable, CustomStringConvertible {
  case preferred
  case alias
  case abbreviation
  case demonym
  case metonym
  /// A short form that may stand alone, or a family or given name that needs the full name nearby.
  case short

  public var description: String {
    switch self {
    case .preferred: "preferred"
    case .alias: "alias"
    case .abbreviation: "abbreviation"
    case .demonym: "demonym"
    case .metonym: "metonym"
    case .short: "short"
    }
  }

  /// The written order of forms: the earlier one counts where one entity owns a name in two forms.
  @inlinable
  public static func < (left: NameForm, right: NameForm) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Which capitals a name must have in a text.
public enum CaseRule: UInt8, Sendable, CaseIterable {
  /// The very capitals of the name.
  case exact
  /// Its own capitals or capitals alone; later words may be in small letters.
  case smart
  /// Any.
  case ignore

  /// - Parameter word: `exact`, `smart` or `ignore`.
  public init?(word: String) {
    switch word {
    case "exact": self = .exact
    case "smart": self = .smart
    case "ignore": self = .ignore
    default: return nil
    }
  }

  /// Whether a token of a text may stand for a token of a name.
  ///
  /// - Parameters:
  ///   - text: The `TokenShape` in the text.
  ///   - name: The `TokenShape` in the name.
  ///   - isFirst: Whether the token is the name's first.
  @inlinable
  public func allows(text: UInt8, name: UInt8, isFirst: Bool, isInitial: Bool) -> Bool {
    // One capital alone is both: `J` in `J. Smith` and in `J SMITH`.
    if isInitial, text == TokenShape.capitals, name != TokenShape.lower { return true }
    switch self {
    case .ignore: return true
    case .exact: return text == name
    case .smart:
      if name == TokenShape.lower || text == TokenShape.capitals { return true }
      if text == TokenShape.lower { return !isFirst }
      return text == name || name == TokenShape.camel
        || name == TokenShape.mixed && text != TokenShape.camel
    }
  }
}
