import Gazetteers

/// An entity that a hit may mean.
struct Candidate {
  var entity: EntityIndex
  var form: NameForm

  /// Whether the gazetteer states the entity as the default reading of the name.
  var isPrior: Bool

  /// Whether the name is a family or given name and the document names the person in full.
  var isShort = false

  /// For a short name: whether it is the given name.
  var isGiven = false

  /// What speaks for the entity; the rules add to it.
  var score = 0.0
}

extension Candidate {
  /// Whether the name is a person's family or given name, or a listed short form.
  ///
  /// - Parameter traits: Those of the entity.
  func isShortName(_ traits: EntityTraits) -> Bool {
    traits.contains(.person) && (isShort || form == .short)
  }

  /// The entity that a name of the lexicon stands for.
  init(_ entry: LexiconEntry) {
    self.init(entity: entry.entity, form: entry.form, isPrior: entry.isPrior)
  }
}
