import Gazetteers

/// An entity as its source describes it, before names are cleaned.
struct ImportedEntity {
  /// No entity has as many names; the work for one with more would grow with their square.
  static let mostNames = 2_000

  /// Of the parts of a person's name so many are used.
  static let mostParts = 100

  /// The source's own identifier.
  var sourceID: String

  /// The identifier in our form, where the source has one that we share (`country/RU`).
  var id: String?

  /// What the source says of the kind; empty where it says nothing.
  var kind = ""

  /// Names in the order of the source.
  var names: [ImportedName] = []

  /// A person's name parts.
  var family: [String] = []
  var given: [String] = []

  /// Values by column; columns that the importer does not declare are not written.
  var attributes: [String: String] = [:]

  init(sourceID: String) {
    self.sourceID = sourceID
  }

  /// Adds a name.
  ///
  /// - Parameters:
  ///   - text: The name as the source writes it.
  ///   - language: Its language tag, empty where none is stated.
  ///   - form: The form, where the source tells it.
  mutating func add(_ text: String, language: String = "", as form: NameForm? = nil) {
    names.append(ImportedName(text: text, language: language, form: form))
  }
}

/// A name with what its source says of it.
struct ImportedName {
  var text: String
  /// A language tag such as `en` or `zh-hans`; empty where none is stated.
  var language: String
  /// `preferred` for a label; nil for a name that may be an alias or an abbreviation.
  var form: NameForm?
}
