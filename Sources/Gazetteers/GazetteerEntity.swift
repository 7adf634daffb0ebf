/// An entity as a gazetteer file describes it: a row before compilation.
public struct GazetteerEntity: Sendable, Equatable {
  public var id: EntityID
  public var kind: Kind

  /// The preferred name, which outputs show.
  public var name: String

  /// All other names with their forms, in the order of the row.
  public var names: [Name]

  /// The case rule of the row, or `nil` where the form decides.
  public var caseRule: CaseRule?

  /// Names and words that support the entity where one of its names is ambiguous.
  public var context: [String]

  /// The names for which this entity is the reading where the text does not decide.
  public var prior: [String]

  /// A person's family names, as written: the short forms that need the full name nearby.
  public var family: [String]

  /// A person's given names, as written.
  public var given: [String]

  /// All other columns that are not empty, in the order of the file.
  public var attributes: [EntityAttribute]

  public init(
    id: EntityID, kind: Kind, name: String, names: [Name] = [], caseRule: CaseRule? = nil,
    context: [String] = [], prior: [String] = [], family: [String] = [], given: [String] = [],
    attributes: [EntityAttribute] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.names = names
    self.caseRule = caseRule
    self.context = context
    self.prior = prior
    self.family = family
    self.given = given
    self.attributes = attributes
  }

  /// The value of a column that is an attribute, or `nil`.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}

/// A surface form of an entity.
public struct Name: Sendable, Equatable, Hashable {
  public var text: String
  public var form: NameForm

  public init(_ text: String, _ form: NameForm) {
    self.text = text
    self.form = form
  }
}

/// A column of a gazetteer that is none of the fixed ones.
public struct EntityAttribute: Sendable, Equatable, Hashable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
