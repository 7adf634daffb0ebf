/// Which beginnings of names, other than a capital or another script, a lexicon holds.
public struct NameStarts: OptionSet, Sendable {
  public let rawValue: UInt8

  @inlinable
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Names without any capital, or that a text may write so.
  @inlinable public static var small: NameStarts { NameStarts(rawValue: 1) }
  /// `38 North`.
  @inlinable public static var digit: NameStarts { NameStarts(rawValue: 2) }
  /// `iPhone`: a capital later in the first word.
  @inlinable public static var innerCapital: NameStarts { NameStarts(rawValue: 4) }
  /// `&`, and what begins with `and`, for which it may stand.
  @inlinable public static var ampersand: NameStarts { NameStarts(rawValue: 8) }
}

/// The tokens of names that begin with small words: `von der Leyen`.
struct LeadTokens {
  /// All but the last: `von`, `der`.
  var words: Set<UInt64> = []

  /// All but the first: `der`, `leyen`.
  var behind: Set<UInt64> = []
}

/// Gathers how the names of a lexicon begin, so that a search looks at few places of a text.
///
/// Most names begin with a capital, which is seldom in a text. Some begin with small words and have a
/// capital behind (`al-Assad`, `von der Leyen`): a text must write one of their words with a capital
/// in front, and is searched backwards from there. The first three letters of what is left, names
/// without any capital, are kept in a filter that every word of the text has to pass.
struct NameStartBuilder {
  private(set) var leads = LeadTokens()

  private var starts: NameStarts = []
  private var longestLead = 0
  private var smallStarts: Set<UInt32> = []
  private var smallTokens: Set<UInt64> = []

  // First folded scalars of names: any, and of those that a text may begin with a small letter.
  private var scalars: Set<UInt32> = []
  private var smallScalars: Set<UInt32> = []

  private static let and = [UInt8]("and".utf8)

  /// Adds a name.
  ///
  /// - Returns: Whether a text must write one of its tokens with a capital in front.
  mutating func add(_ name: inout NameReader, _ rule: CaseRule, isLookalike: Bool) -> Bool {
    let first = name.details[0]
    let begin = name.firstScalars[0]
    let (isLetter, isDigit) = (begin &- 0x61 < 26, begin &- 0x30 < 10)
    scalars.insert(begin)
    if rule != .ignore, first.shape != TokenShape.lower, first.shape != TokenShape.camel,
      name.areCapitalised[0]
    {
      return false
    }
    smallScalars.insert(begin)
    if Self.beginsWithAnd(name) { starts.insert(.ampersand) }
    if isDigit { starts.insert(.digit) }
    if rule == .ignore {
      if isLetter || isDigit { addSmallStart(name) }
    } else if first.shape != TokenShape.lower {
      if !isDigit { starts.insert(.innerCapital) }
    } else if isLetter {
      let last = isLookalike ? name.hashes.indices.last : nil
      if let last = name.areCapitalised.firstIndex(of: true) ?? last {
        addLeads(of: name, through: last)
        name.demandCapital(through: last)
        return true
      }
      addSmallStart(name)
    }
    return false
  }

  /// Notes that a name may be found from one of its words, written with a capital: any from the second
  /// to the first that the name itself writes so.
  private mutating func addLeads(of name: NameReader, through last: Int) {
    for position in 0...last where position > 0 {
      leads.words.insert(name.hashes[position - 1])
      leads.behind.insert(name.hashes[position])
      scalars.insert(name.firstScalars[position])
    }
    longestLead = max(longestLead, last)
  }

  private static func beginsWithAnd(_ name: NameReader) -> Bool {
    name.start == UInt32(and[0]) | UInt32(and[1]) << 8 | UInt32(and[2]) << 16
  }

  private mutating func addSmallStart(_ name: NameReader) {
    starts.insert(.small)
    smallTokens.insert(name.hashes[0])
    let start = name.start
    smallStarts.insert(start)
  }

  /// Writes the sections of beginnings.
  func write(to builder: inout LexiconImageBuilder) {
    builder[.flags] = UInt64(starts.rawValue)
    builder[.longestLead] = UInt64(longestLead)
    var filter = HashFilter(bits: SmallStart.bits)
    for start in smallStarts {
      for place in SmallStart.places(start) { filter.insert(place) }
    }
    builder.set(.smallStarts, filter.words)
    builder.set(.smallTokens, HashFilter(of: smallTokens).words)
    builder.set(.startScalars, startScalars().words)
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
