import Gazetteers
import Recognition

/// Chooses, sorts and words the suggestions when all documents are read.
struct SuggestionList {
  let lexicon: Lexicon
  let options: SuggestionOptions
  let smallWords: CountSketch
  private var lookup: NameLookup

  init(_ lexicon: Lexicon, _ options: SuggestionOptions, smallWords: CountSketch) {
    self.lexicon = lexicon
    self.options = options
    self.smallWords = smallWords
    lookup = NameLookup(lexicon)
  }

  /// The suggestions, those in most documents first.
  mutating func suggestions(_ table: [UInt64: NameTally]) -> [Suggestion] {
    let names = withoutOpeningWords(table).filter { !isListedWord($0) }
    let groups = VariantGroups(names, isOneDocument: false).roots
    var found: [Suggestion] = []
    for group in groups where group.count >= options.minCount {
      guard let name = preferredName(of: group), !isListed(name), isStrong(group) else {
        continue
      }
      let suggestion = suggestion(name, group)
      guard options.kinds.isEmpty || options.kinds.contains(suggestion.kind.name) else { continue }
      found.append(suggestion)
    }
    found.sort { left, right in
      if left.documents != right.documents { return left.documents > right.documents }
      if left.count != right.count { return left.count > right.count }
      return Utf8Order.precedes(left.name, right.name)
    }
    if let top = options.top { found = Array(found.prefix(top)) }
    nameIDs(&found)
    return found
  }

  // MARK: Choosing

  /// Takes the first word off names that only ever open sentences, where that word also stands in
  /// small letters: `Police Marta Lindqvist` there is `Police` and a name.
  private func withoutOpeningWords(_ table: [UInt64: NameTally]) -> [NameTally] {
    var result: [UInt64: NameTally] = [:]
    func add(_ name: NameTally) {
      if result[name.key] == nil { result[name.key] = name } else { result[name.key]?.add(name) }
    }
    for name in table.values {
      guard name.openings >= name.count, let first = name.parts.first,
        smallWords.count(of: first.hash) > 0
      else {
        add(name)
        continue
      }
      guard name.parts.count > 2 else { continue }
      var rest = name
      rest.parts.removeFirst()
      rest.spellings = [:]
      for (text, spelling) in name.spellings {
        guard let space = text.firstIndex(of: " ") else { continue }
        rest.add(
          spelling: String(text[text.index(after: space)...]), rest.key, words: spelling.words - 1,
          count: spelling.count)
      }
      rest.openings = 0
      add(rest)
    }
    return Array(result.values)
  }

  /// Whether the evidence says that this is a name, and not a word with a capital.
  private func isStrong(_ name: NameTally) -> Bool {
    let inside = name.count - name.openings
    guard let first = name.parts.first else { return false }
    if name.parts.count == 1 {
      if name.isPersonLike { return true }
      // A capital at the beginning of a sentence says nothing; a word that is mostly small, little.
      return inside > 0 && smallWords.count(of: first.hash) * 2 <= inside
    }
    let hasKind =
      name.isOrganisationLike || name.isPlaceLike || name.isPersonLike
      || name.count(of: .givenName) > 0
    if hasKind { return true }
    return !name.parts.allSatisfy { smallWords.count(of: $0.hash) > 0 }
  }

  /// Whether a gazetteer holds the name.
  private mutating func isListed(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return !lookup.bearers(of: bytes.span).isEmpty
  }

  /// Whether a word by itself is a name, or somebody's family name, in a gazetteer: it would only be
  /// taken for a variant of somebody else.
  private mutating func isListedWord(_ name: NameTally) -> Bool {
    guard name.parts.count == 1, let spelling = name.spellings.keys.first else { return false }
    let bytes = Array(spelling.utf8)
    return !lookup.bearers(of: bytes.span).isEmpty
  }

  // MARK: Wording

  private func sorted(_ spellings: [String: NameTally.Spelling]) -> [(String, NameTally.Spelling)] {
    spellings.map { ($0.key, $0.value) }.sorted { left, right in
      if left.1.count != right.1.count { return left.1.count > right.1.count }
      if left.1.words != right.1.words { return left.1.words > right.1.words }
      return Utf8Order.precedes(left.0, right.0)
    }
  }

  /// The most frequent spelling of several words that is not in capitals alone, or the most frequent.
  private func preferredName(of name: NameTally) -> String? {
    let spellings = sorted(name.spellings)
    let full = spellings.filter { $0.1.words > 1 && !Self.isCapitals($0.0) && !Self.isShort($0.0) }
    let readable = spellings.filter { !Self.isCapitals($0.0) }
    // Of a company's spellings the one without its legal form, where both are as frequent.
    if name.count(of: .corporateSuffix) > 0, let first = full.first,
      let plain = full.filter({ $0.1.count == first.1.count }).min(by: { $0.1.words < $1.1.words })
    {
      return plain.0
    }
    if full.isEmpty, readable.isEmpty, name.count(of: .dateline) > 0, let first = spellings.first {
      return Self.capitalised(first.0)
    }
    return (full.first ?? spellings.first { $0.1.words > 1 } ?? readable.first ?? spellings.first)?
      .0
  }

  /// `HRABOVE` of a dateline as `Hrabove`, which matches both.
  private static func capitalised(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
  }

  private static func isCapitals(_ text: String) -> Bool {
    text == text.uppercased() && text.utf8.count > 1
  }

  /// Whether a name begins with an initial: `M. Lindqvist`.
  private static func isShort(_ text: String) -> Bool {
    text.prefix { $0 != " " }.filter { $0 != "." }.count == 1
  }

  private func suggestion(_ name: String, _ group: NameTally) -> Suggestion {
    let (kind, reasons) = NameKind.find(group)
    let spellings = sorted(group.spellings)
    var seen: Set<UInt64> = [group.spellings[name]?.key ?? group.key]
    var (aliases, short): ([String], [String]) = ([], [])
    let abbreviations = group.abbreviations.sorted {
      $0.value != $1.value ? $0.value > $1.value : Utf8Order.precedes($0.key, $1.key)
    }.map(\.key)
    var shortCapitals: [String] = []
    for (text, spelling) in spellings where seen.insert(spelling.key).inserted {
      if spelling.words > 1 {
        aliases.append(text)
      } else if Self.isCapitals(text), text.count <= 6 {
        if !abbreviations.contains(text) { shortCapitals.append(text) }
      } else if kind != .person, !abbreviations.contains(text) {
        short.append(text)
      }
    }
    let isAbbreviation = Self.isCapitals(name) && name.count <= 6
    let neighbours = group.neighbours.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }
    return Suggestion(
      id: EntityID(""), kind: kind, name: name, aliases: aliases,
      abbreviations: abbreviations.filter { $0 != name }
        + (kind == .person || isAbbreviation ? [] : shortCapitals),
      short: short, count: group.count, documents: group.documents, reasons: reasons,
      neighbours: neighbours.prefix(3).map { "\(lexicon.entity($0.key).name) \($0.value)" },
      spellings: spellings.map(\.0), example: group.example?.text ?? "",
      exampleDocument: group.example?.document ?? "")
  }

  /// Gives each suggestion an identifier that neither a gazetteer nor another suggestion has.
  private func nameIDs(_ suggestions: inout [Suggestion]) {
    var taken = Set(lexicon.entities.map(\.id.text))
    for index in suggestions.indices {
      let base = "\(suggestions[index].kind)/\(Slug.of(suggestions[index].name))"
      var id = base
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(base)-\(number)"
        number += 1
      }
      suggestions[index].id = EntityID(id)
    }
  }
}
