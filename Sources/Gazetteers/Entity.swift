/// The stable, readable identifier of an entity, such as `country/KP` or `person/vladimir-putin`.
public struct EntityID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The identifier as the gazetteer writes it.
  public let text: String

  /// - Parameter text: The identifier as the gazetteer writes it.
  public init(_ text: String) {
    self.text = text
  }

  public var description: String { text }

  /// Orders by the UTF-8 bytes of the identifier: the order of every output.
  public static func < (left: EntityID, right: EntityID) -> Bool {
    Utf8Order.precedes(left.text, right.text)
  }
}

/// What sort of thing an entity is: `person`, `country`, `organisation`, or any word that a
/// gazetteer brings.
public struct Kind: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The word itself.
  public let name: String

  /// - Parameter name: The word as the gazetteer writes it.
  public init(_ name: String) {
    self.name = name
  }

  public static let person = Kind("person")
  public static let country = Kind("country")
  public static let organisation = Kind("organisation")

  /// The kind of a look-alike: it is matched, so that no other entity is seen inside it
  /// (`guinea pig`, `New Mexico`), and never becomes a mention.
  public static let none = Kind("none")

  public var description: String { name }

  /// Orders by the UTF-8 bytes of the word.
  public static func < (left: Kind, right: Kind) -> Bool {
    left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}
