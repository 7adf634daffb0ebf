/// Gathers how the names of a lexicon begin, so that a search looks at few places of a text.
///
/// Most names begin with a capital, which is seldom in a text. Some begin with small words and have a
/// capital behind (`al-Assad`, `von der Leyen`): a text must write one of their words with a capital
/// in front, and is searched backwards from there. How the names begin that are left, those without any
/// capital, is kept in filters that every word of the text has to pass.
struct NameStartBuilder {
  private(set) var leads = LeadTokens()

  private var starts: NameStarts = []
  private var longestLead = 0
  private var smallStarts: Set<UInt64> = []
  private var smallTokens: Set<UInt64> = []
  private var otherStarts: Set<UInt64> = []

  // First folded scalars of names: any, and of those that a text may begin with a small letter.
  private var scalars = ScalarSet()
  private var smallScalars = ScalarSet()

  /// Scalars below U+10000, one bit each.
  private struct ScalarSet {
    private var bits = HashFilter(bits: 0x10000)

    mutating func insert(_ scalar: UInt32) {
      if scalar < 0x10000 { bits.insert(UInt64(scalar)) }
    }

    func contains(_ scalar: UInt32) -> Bool {
      scalar < 0x10000 && bits.words[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1
    }
  }

  /// Adds a name.
  ///
  /// - Parameters:
  ///   - tokens: The indices of its tokens, at least one.
  ///   - reader: What has read it.
  ///   - rule: Which capitals it must have.
  ///   - isLookalike: Whether it is that of a look-alike.
  /// - Returns: Whether a text must write one of its tokens with a capital in front.
  mutating func add(
    _ tokens: Range<Int>, of reader: inout NameReader, _ rule: CaseRule, isLookalike: Bool
  ) -> Bool {
    let first = reader.tokens[tokens.lowerBound]
    let begin = first.firstScalar
    scalars.insert(begin)
    if first.standsAlone {
      if tokens.count == 1 {
        addCharacter(begin)
      } else {
        let second = reader.tokens[tokens.lowerBound + 1].firstScalar
        otherStarts.insert(OtherStart.pair(OtherStart.code(begin), OtherStart.code(second)))
      }
    }
    if first.needsCapital(rule) { return false }
    otherStarts.insert(first.otherStart)
    let (isLetter, isDigit) = (begin &- 0x61 < 26, begin &- 0x30 < 10)
    smallScalars.insert(begin)
    if first.start == SmallStart.and { starts.insert(.ampersand) }
    if isDigit { starts.insert(.digit) }
    if rule == .ignore {
      if isLetter || isDigit { addSmall(first) }
    } else if first.detail.shape != TokenShape.lower {
      if !isDigit { starts.insert(.innerCapital) }
    } else if isLetter {
      let capital = tokens.first { reader.tokens[$0].isCapitalised }
      if let last = capital ?? (isLookalike ? tokens.last : nil) {
        addLeads(of: reader, tokens.lowerBound...last)
        reader.demandCapital(through: last)
        return true
      }
      addSmall(first)
    }
    return false
  }

  /// Notes that a name may be found from one of its words, written with a capital: any from the second
  /// to the first that the name itself writes so.
  private mutating func addLeads(of reader: NameReader, _ places: ClosedRange<Int>) {
    for place in places.dropFirst() {
      leads.words.insert(reader.tokens[place - 1].hash)
      leads.behind.insert(reader.tokens[place].hash)
      let scalar = reader.tokens[place].firstScalar
      scalars.insert(scalar)
      if reader.tokens[place].standsAlone { addCharacter(scalar) }
    }
    longestLead = max(longestLead, places.count - 1)
  }

  /// Notes a character that is a token and matters whatever stands behind it.
  private mutating func addCharacter(_ scalar: UInt32) {
    guard scalar >= 0x800 else { return }
    starts.insert(.character)
    otherStarts.insert(OtherStart.single(OtherStart.code(scalar)))
  }

  private mutating func addSmall(_ token: NameToken) {
    if token.detail.gap == .address {
      starts.insert(.address)
      return
    }
    starts.insert(.small)
    smallTokens.insert(token.hash)
    smallStarts.insert(token.start)
    switch SmallStart.length(token.start) {
    case ...2: starts.insert(.smallOfTwo)
    case 3: starts.insert(.smallOfThree)
    default: break
    }
  }

  /// Writes the sections of beginnings.
  func write(to builder: inout LexiconImageBuilder) {
    builder[.flags] = UInt64(starts.rawValue)
    builder[.longestLead] = UInt64(longestLead)
    builder.set(.smallLetters, SmallStart.letterSets(of: smallStarts))
    builder.set(.smallStarts, HashFilter(of: Set(smallStarts.map { SmallStart.hash($0) })).words)
    builder.set(.smallTokens, HashFilter(of: smallTokens).words)
    builder.set(.startScalars, startScalars().words)
    builder.set(.otherStarts, HashFilter(of: otherStarts).words)
  }

  /// The scalars that are not ASCII and may begin a name in a text.
  private func startScalars() -> HashFilter {
    var filter = HashFilter(bits: 0x10000)
    let table = ScalarTable.shared
    for scalar in UInt32(0x80)..<0x10000 {
      let kind = table.classOf(scalar)
      guard Tokenizer.beginsToken(kind) else { continue }
      let folded = table.foldedFirst(scalar)
      if kind == ScalarClass.word ? smallScalars.contains(folded) : scalars.contains(folded) {
        filter.insert(UInt64(scalar))
      }
    }
    return filter
  }
}
