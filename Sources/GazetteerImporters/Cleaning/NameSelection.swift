import Gazetteers

/// Chooses among the names that a source gives one entity: the preferred one, aliases, abbreviations.
struct NameSelection {
  /// What came of it.
  struct Outcome {
    /// The preferred name; nil where no name is of use.
    var name: String?
    var names: [Name] = []
    var dropped: [NameDrop] = []
  }

  private struct Choice {
    var text: String
    var form: NameForm?
    var rank: Int
  }

  /// What follows a comma without being a given name.
  private static let suffixes: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "obe", "cbe", "mbe", "qc", "kc", "mp",
  ]

  private let kind: Kind
  private let languages: [String]
  private var choices: [Choice] = []
  private var dropped: [NameDrop] = []

  /// - Parameters:
  ///   - kind: The entity's kind.
  ///   - languages: The languages that are kept, the preferred one first; all where it is empty.
  init(kind: Kind, languages: [String]) {
    self.kind = kind
    self.languages = languages
  }

  /// Takes a name in.
  mutating func add(_ name: ImportedName) {
    guard let rank = rank(name.language) else { return dropped.append(.language) }
    switch NameCleaner.clean(name.text) {
    case .failure(let reason): dropped.append(reason)
    case .success(let text):
      choices.append(Choice(text: ordered(text), form: name.form, rank: rank))
    }
  }

  /// The names by their forms; the preferred one is a label in the best language there is.
  func result() -> Outcome {
    var outcome = Outcome(dropped: dropped)
    guard let first = preferred() else { return outcome }
    var seen: Set<NameKey> = []
    let name = displayed(choices[first])
    outcome.name = name
    seen.insert(NameKey(name))
    let words = kind == .person ? fullNameWords() : []
    var order = Array(choices.indices)
    order.removeAll { $0 == first }
    // A name in capitals is shown as the source writes it, and found as others write it.
    add(choices[first], words, to: &outcome, &seen, isPreferred: true)
    for index in order { add(choices[index], words, to: &outcome, &seen, isPreferred: false) }
    return outcome
  }

  private func add(
    _ choice: Choice, _ words: Set<UInt64>, to outcome: inout Outcome,
    _ seen: inout Set<NameKey>, isPreferred: Bool
  ) {
    let text = Capitals.ordinary(choice.text, kind: kind)
    var form = choice.form ?? .alias
    if form == .preferred { form = .alias }
    if form == .alias, Capitals.isAbbreviation(text, kind: kind) { form = .abbreviation }
    if !isPreferred, form == .alias, kind == .person, !text.contains(" "),
      words.contains(FoldedName.key(text))
    {
      return outcome.dropped.append(.partOfFullName)
    }
    guard seen.insert(NameKey(text)).inserted else {
      if !isPreferred { outcome.dropped.append(.repeated) }
      return
    }
    outcome.names.append(Name(text, form))
  }

  private func preferred() -> Int? {
    let labels = choices.indices.filter { choices[$0].form == .preferred }
    // Nothing but a demonym or a capital is no name to show.
    let others = choices.indices.filter {
      [nil, .alias, .abbreviation].contains(choices[$0].form)
    }
    return (labels.isEmpty ? others : labels).min { left, right in
      (choices[left].rank, left) < (choices[right].rank, right)
    }
  }

  /// One word in capitals may be how the entity writes itself (`UNESCO`); more words are how the
  /// source writes everybody.
  private func displayed(_ choice: Choice) -> String {
    choice.text.contains(" ") || kind == .person
      ? Capitals.ordinary(choice.text, kind: kind) : choice.text
  }

  /// The folded words of all names of several words.
  private func fullNameWords() -> Set<UInt64> {
    var words: Set<UInt64> = []
    for choice in choices {
      let parts = choice.text.split(separator: " ")
      if parts.count > 1 { words.formUnion(parts.map { FoldedName.key(String($0)) }) }
    }
    return words
  }

  /// The place of a language in the wanted order; nil where its names are not wanted.
  private func rank(_ language: String) -> Int? {
    let base = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    if languages.isEmpty { return base == "en" ? 0 : base.isEmpty || base == "mul" ? 1 : 2 }
    if base.isEmpty || base == "mul" { return languages.count }
    return languages.firstIndex(of: String(base))
  }

  /// `PUTIN, Vladimir` as `Vladimir PUTIN`: registers turn persons' names round, news does not.
  private func ordered(_ name: String) -> String {
    guard kind == .person else { return name }
    let parts = name.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ") }
    guard parts.count == 2, (1...4).contains(parts[0].count), (1...4).contains(parts[1].count),
      !parts[1].contains(where: { Self.suffixes.contains($0.lowercased().filter(\.isLetter)) })
    else { return name }
    return (parts[1] + parts[0]).joined(separator: " ")
  }
}

/// What two names share that match the same texts.
private struct NameKey: Hashable {
  var folded: UInt64
  var hasSmall: Bool

  init(_ name: String) {
    folded = FoldedName.key(name)
    hasSmall = Capitals.hasSmall(name)
  }
}
