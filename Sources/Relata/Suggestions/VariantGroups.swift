import Gazetteers
import Recognition

/// Brings the variants of one name together: `Mr Lindqvist` and `Marta Lindqvist`, `Acme` and
/// `Acme Corp`, `G. W. Bush` and `George W. Bush`, `HSC` and `Harbour Study Centre`.
///
/// Longer names come first, and each shorter one is looked for among them by its first and its last
/// word and by its letters. A shorter name that fits several longer ones is nobody's variant: a
/// family name by itself then tells nothing and is dropped.
struct VariantGroups {
  /// Whether the names are those of one document, where a short form means the long one beside it.
  let isOneDocument: Bool

  private(set) var roots: [NameTally] = []
  /// The place in `roots` that each key of a name or variant led to.
  private(set) var rootOfKey: [UInt64: Int] = [:]

  private var byFirst: [UInt64: [Int]] = [:]
  private var byLast: [UInt64: [Int]] = [:]
  private var byLetters: [String: [Int]] = [:]
  private var byAbbreviation: [String: [Int]] = [:]
  /// Roots by the keys of the variants that single documents gave them.
  private var byVariant: [UInt64: [Int]] = [:]

  /// More names than this with one first or last word are told apart by nothing.
  private static let mostOfOneWord = 64

  /// - Parameters:
  ///   - names: The names, each once.
  ///   - isOneDocument: Whether they are those of one document.
  /// - Complexity: O(n log n).
  init(_ names: [NameTally], isOneDocument: Bool) {
    self.isOneDocument = isOneDocument
    let order = names.indices.sorted { left, right in
      let (a, b) = (names[left], names[right])
      if a.parts.count != b.parts.count { return a.parts.count > b.parts.count }
      let (initialsA, initialsB) = (Self.initials(a), Self.initials(b))
      if initialsA != initialsB { return initialsA < initialsB }
      if a.count != b.count { return a.count > b.count }
      return a.key < b.key
    }
    for index in order { place(names[index]) }
  }

  /// Adds to a name what was found of it elsewhere.
  mutating func add(_ tally: NameTally, to root: Int) {
    roots[root].add(tally)
  }

  private static func initials(_ name: NameTally) -> Int { name.parts.count { $0.isInitial } }

  private mutating func place(_ name: NameTally) {
    let owners = owners(of: name)
    if owners.count == 1 {
      rootOfKey[name.key] = owners[0]
      roots[owners[0]].add(merged(name, into: roots[owners[0]]))
      addVariants(of: name, to: owners[0])
      return
    }
    // A family name of several persons.
    if owners.count > 1, name.parts.count == 1 { return }
    let place = roots.count
    roots.append(name)
    rootOfKey[name.key] = place
    if let first = name.parts.first { byFirst[first.hash, default: []].append(place) }
    if let last = name.parts.last { byLast[last.hash, default: []].append(place) }
    if let base = name.base.last, base.hash != name.parts.last?.hash {
      byLast[base.hash, default: []].append(place)
    }
    let capitals = name.base.filter(\.isCapital)
    if capitals.count > 2 { byLetters[Self.letters(capitals), default: []].append(place) }
    addVariants(of: name, to: place)
    for text in name.abbreviations.keys { byAbbreviation[text, default: []].append(place) }
  }

  private mutating func addVariants(of name: NameTally, to place: Int) {
    for key in Set(name.spellings.values.map(\.key)) where key != roots[place].key {
      if byVariant[key]?.contains(place) != true { byVariant[key, default: []].append(place) }
    }
  }

  /// What a variant adds; in one document that is the same document.
  private func merged(_ name: NameTally, into root: NameTally) -> NameTally {
    var name = name
    if isOneDocument { name.documents = 0 }
    // The words of the short form say less than those of the long one.
    if root.isOrganisationLike || !root.isPersonLike, name.parts.count == 1 {
      name.clues[NameClues.acronym.number] = 0
    }
    if isOneDocument, name.parts.count == 1, root.parts.count > 1,
      name.parts[0].hash == root.parts.last?.hash
    {
      name.clues[NameClues.familyName.number] += 1
    }
    return name
  }

  private static func letters(_ parts: [NamePart]) -> String {
    var text = String.UnicodeScalarView()
    for part in parts { text.append(Unicode.Scalar(part.first) ?? "?") }
    return String(text)
  }

  /// The longer names that a name may be a variant of.
  private func owners(of name: NameTally) -> [Int] {
    var found: [Int] = []
    func look(_ places: [Int]?, _ fits: (NameTally) -> Bool) {
      guard let places, places.count <= Self.mostOfOneWord else { return }
      for place in places where !found.contains(place) && fits(roots[place]) {
        found.append(place)
      }
    }
    guard let first = name.parts.first, let last = name.parts.last else { return [] }
    // What stands as a place by itself is no short form: `Dublin` beside `Dublin Castle`.
    if name.parts.count == 1, name.standsAsPlace, !name.isPersonLike { return [] }
    if name.parts.count == 1 {
      for spelling in name.spellings.keys {
        let bare = spelling.filter { $0 != "." }
        look(byAbbreviation[bare]) { _ in true }
        if isOneDocument, bare.count > 2, bare == bare.uppercased() {
          look(byLetters[bare.lowercased()]) { $0.isOrganisationLike }
        }
      }
      if !found.isEmpty { return found }
    }
    if !isOneDocument {
      look(byVariant[name.key]) { _ in true }
      if !found.isEmpty { return found }
    }
    look(byFirst[first.hash]) { isCompanyVariant(name, $0) || isFamilyFirst(name, $0) }
    look(byLast[last.hash]) { isPersonVariant(name, $0) }
    return found
  }

  /// `Acme`, `Acme Corp` and `Acme Corporation`; in one document `Harlow` and `Harlow Shipping Lines`.
  private func isCompanyVariant(_ short: NameTally, _ long: NameTally) -> Bool {
    guard !short.isPersonLike else { return false }
    let (a, b) = (short.base.map(\.hash), long.base.map(\.hash))
    if a == b { return short.parts.count != a.count || long.parts.count != b.count }
    guard isOneDocument, long.isOrganisationLike, a.count < b.count, !short.standsAsPlace,
      long.parts.last.map({ $0.isCommercial || $0.isSuffix }) ?? false
    else { return false }
    return Array(b.prefix(a.count)) == a
  }

  /// `Xi` and `Xi Jinping`, where a title before the short name says that it is a family name.
  private func isFamilyFirst(_ short: NameTally, _ long: NameTally) -> Bool {
    guard short.parts.count == 1, isPersonName(long) else { return false }
    return (2...3).contains(long.parts.count)
      && (isOneDocument || short.count(of: .honorific) + short.count(of: .title) > 0)
  }

  /// `Lindqvist`, `M. Lindqvist` and `Marta E. Lindqvist`.
  private func isPersonVariant(_ short: NameTally, _ long: NameTally) -> Bool {
    guard isPersonName(long), !short.isOrganisationLike, !short.isPlaceLike,
      long.parts.count > 1
    else { return false }
    if short.parts.count == 1 {
      // In other documents the word may be another name, the more so the more often it stands alone.
      return isOneDocument
        || (short.documents <= long.documents
          && (short.isPersonLike || short.count(of: .speech) > 0))
    }
    let family = long.parts.suffix(short.parts.count)
    if short.parts.count < long.parts.count,
      short.parts.elementsEqual(family, by: { $0.hash == $1.hash })
    {
      return true
    }
    // `van der Berg`, without a given name.
    if let first = short.parts.first, !first.isCapital { return true }
    guard let a = short.parts.first, let b = long.parts.first,
      a.hash == b.hash || ((a.isInitial || b.isInitial) && a.first == b.first)
    else { return false }
    // Every further name of the shorter must be in the longer, at least as an initial.
    let middle = long.parts.dropFirst().dropLast()
    return short.parts.dropFirst().dropLast().allSatisfy { part in
      middle.contains {
        $0.hash == part.hash || (($0.isInitial || part.isInitial) && $0.first == part.first)
      }
    }
  }

  private func isPersonName(_ name: NameTally) -> Bool {
    !name.isOrganisationLike && !name.isPlaceLike && name.parts.count <= 5
  }
}
