import Gazetteers

/// The readable matcher that the fast one is compared with.
///
/// It gives the same hits as `Matcher` and shares nothing of its search: it turns the sentence into
/// an array of tokens by code of its own, keeps the names in a dictionary under their folded tokens,
/// and from each token tries the longest run of tokens first. No trie, no hash, no span. It is slow
/// (some megabytes a minute) and is not for use in a run: tests feed both matchers random names and
/// texts, and a difference is a fault in one of them. Shared on purpose are the rules that say what
/// matching means: `Gap.matches`, `CaseRule.allows`, `Boundary`, the spellings of a name, and class
/// and folding of one scalar.
///
///     PlainMatcher([GazetteerEntity(id: "country/KP", …)]).hits(in: bytes.span, 0..<bytes.count)
package struct PlainMatcher {
  /// A name that a hit may be.
  package struct Reading: Hashable {
    /// The entity, or `nil` for a family or given name that needs a full name nearby.
    package var entity: EntityID?
    package var form: NameForm
    package var role: EntryRole
  }

  /// A place where the text spells a name; offsets in bytes.
  package struct PlainHit: Equatable {
    package var start: Int
    package var end: Int
    package var readings: Set<Reading>
  }

  private var names: [[PlainToken.Text]: [PlainName]] = [:]
  private var longest = 0
  private let caseRule: CaseRule?
  private let boundary = Boundary()

  /// - Parameters:
  ///   - entities: Each identifier once.
  ///   - caseRule: A case rule for all names, or `nil` for each its own.
  package init(_ entities: [GazetteerEntity], caseRule: CaseRule? = nil) {
    self.caseRule = caseRule
    for entity in entities { add(entity) }
  }

  private mutating func add(_ entity: GazetteerEntity) {
    for name in [Name(entity.name, .preferred)] + entity.names {
      let isCombining = name.form == .demonym && name.text.hasSuffix("-")
      let reading = Reading(
        entity: entity.id, form: name.form, role: isCombining ? .combining : .name)
      let rule = entity.caseRule ?? (name.form == .abbreviation ? .exact : .smart)
      let text = isCombining ? String(name.text.dropLast()) : name.text
      for spelling in NameSpellings.of(text, kind: entity.kind) {
        add(spelling, reading, rule, isStrict: entity.kind == .none)
      }
    }
    for (name, _) in ShortNames.of(entity) {
      let reading = Reading(entity: nil, form: .short, role: .shortKey)
      add(name, reading, entity.caseRule ?? .smart, isStrict: false)
    }
  }

  private mutating func add(
    _ name: String, _ reading: Reading, _ rule: CaseRule, isStrict: Bool
  ) {
    let scalars = PlainScalar.all(of: name)
    let tokens = PlainToken.all(of: scalars)
    if tokens.isEmpty { return }
    let gaps = tokens.indices.dropLast().map { index -> Gap in
      var gap = PlainToken.gap(scalars, behind: tokens[index]) ?? []
      if gap.remove(.dash) != nil { gap.insert(.hyphen) }
      if isStrict { gap.insert(.strict) }
      let next = tokens[index + 1]
      let isSmall =
        !next.isCapitalised && !next.standsAlone
        && (0x61...0x7A).contains(next.text.first?.value ?? 0)
      return gap == .period && isSmall && !tokens[index].isInitial ? .address : gap
    }
    // `al-Assad` and look-alikes such as `guinea pig`: some word of the text must have a capital.
    let first = tokens[0].text.first?.value ?? 0
    let beginsSmall =
      rule != .ignore && tokens[0].shape == TokenShape.lower && (0x61...0x7A).contains(first)
    let last = tokens.firstIndex(where: \.isCapitalised) ?? (isStrict ? tokens.count - 1 : nil)
    names[tokens.map(\.text), default: []].append(
      PlainName(
        reading: reading, rule: rule, shapes: tokens.map(\.shape), gaps: gaps,
        lead: beginsSmall ? last : nil))
    longest = max(longest, tokens.count)
  }

  /// The hits of one sentence, in order.
  ///
  /// - Parameters:
  ///   - text: The document, valid UTF-8.
  ///   - range: The sentence, in bytes, whole scalars.
  /// - Complexity: O(n²) for a sentence of n scalars.
  package func hits(in text: Span<UInt8>, _ range: Range<Int>) -> [PlainHit] {
    let bytes = [UInt8](copying: text.extracting(range))
    let scalars = PlainScalar.all(of: String(decoding: bytes, as: UTF8.self), at: range.lowerBound)
    let tokens = PlainToken.all(of: scalars)
    let gaps = tokens.map { PlainToken.gap(scalars, behind: $0) }
    var result: [PlainHit] = []
    var first = 0
    while first < tokens.count {
      let most = min(longest, tokens.count - first)
      let counts = stride(from: most, to: 0, by: -1)
      let found = counts.lazy.compactMap { count -> (count: Int, hit: PlainHit)? in
        let last = first + count - 1
        let between = gaps[first..<last].compactMap { $0 }
        guard between.count == count - 1 else { return nil }
        return hit(Array(tokens[first...last]), between, text, range).map { (count, $0) }
      }.first
      if let found { result.append(found.hit) }
      first += found?.count ?? 1
    }
    return result
  }

  /// The hit that a run of tokens is, if it spells a name.
  private func hit(
    _ tokens: [PlainToken], _ gaps: [Gap], _ text: Span<UInt8>, _ range: Range<Int>
  ) -> PlainHit? {
    guard let candidates = names[tokens.map(\.text)] else { return nil }
    let (first, last) = (tokens[0], tokens[tokens.count - 1])
    let limit = range.upperBound
    guard boundary.before(text, first.start, from: range.lowerBound) != .refused,
      boundary.behind(text, last.end, lastToken: last.start, limit: limit) != .refused
    else { return nil }
    var readings: Set<Reading> = []
    for name in candidates where fits(name, tokens, gaps) {
      if name.reading.role == .combining, !hyphenAndCapital(text, last.end, limit) { continue }
      readings.insert(name.reading)
    }
    return readings.isEmpty
      ? nil : PlainHit(start: first.start, end: last.end, readings: readings)
  }

  private func fits(_ name: PlainName, _ tokens: [PlainToken], _ gaps: [Gap]) -> Bool {
    if let last = name.lead, (caseRule ?? name.rule) != .ignore,
      !tokens[...last].contains(where: \.isCapitalised)
    {
      return false
    }
    let capitalsFit = tokens.indices.allSatisfy { index in
      (caseRule ?? name.rule).allows(
        text: tokens[index].shape, name: name.shapes[index], isFirst: index == 0,
        isInitial: tokens[index].isInitial)
    }
    let gapsFit = gaps.indices.allSatisfy { index in
      gaps[index].matches(
        name.gaps[index], afterInitial: tokens[index].isInitial,
        standsAlone: tokens[index].standsAlone || tokens[index + 1].standsAlone)
    }
    return capitalsFit && gapsFit
  }

  /// Whether a text goes on as behind `Sino` in `Sino-Russian`.
  private func hyphenAndCapital(_ text: Span<UInt8>, _ place: Int, _ limit: Int) -> Bool {
    let bytes = [UInt8](copying: text.extracting(place..<min(limit, place + 8)))
    let next = PlainScalar.all(of: String(decoding: bytes, as: UTF8.self))
    guard next.count > 1 else { return false }
    return [ScalarClass.hyphen, ScalarClass.dash].contains(next[0].kind)
      && next[1].kind == ScalarClass.upper
  }
}

/// A name as `PlainMatcher` keeps it under its folded tokens.
private struct PlainName {
  var reading: PlainMatcher.Reading
  var rule: CaseRule
  var shapes: [UInt8]
  /// What stands between its tokens: one less than there are.
  var gaps: [Gap]
  /// One of the words up to this one must begin with a capital.
  var lead: Int?
}
