import TextFiles

/// A token of a name: what the trie, the entries and the filters of beginnings need of it.
struct NameToken {
  /// `TokenHash` of its folded bytes.
  var hash: UInt64

  /// `TokenHash.combine` over the tokens of the name up to this one.
  var sequence: UInt64

  /// Its first folded scalar.
  var firstScalar: UInt32

  /// Its shape, and the gap behind it.
  var detail: TokenDetail

  /// Whether it begins with a capital.
  var isCapitalised: Bool

  /// Of the first token of a name that a text may write without a capital in front: how it begins
  /// (`SmallStart`).
  var start: UInt64 = 0

  /// The same by its first three letters, whatever their script (`OtherStart`).
  var otherStart: UInt64 = 0

  /// Whether it is a character that is a token by itself.
  var standsAlone: Bool

  /// Whether a text must begin it with a capital, as it is the first of a name.
  func needsCapital(_ rule: CaseRule) -> Bool {
    rule != .ignore && isCapitalised && detail.shape != TokenShape.lower
      && detail.shape != TokenShape.camel
  }
}

/// Reads names, or their spellings, token by token, one name behind another into one array.
struct NameReader {
  /// The tokens of all names since the last `removeAll`.
  private(set) var tokens: [NameToken] = []

  private let tokenizer = Tokenizer()

  /// Forgets the names and keeps the room.
  mutating func removeAll() { tokens.removeAll(keepingCapacity: true) }

  /// Demands that a text begin one of the tokens up to a place with a capital.
  ///
  /// - Parameter place: The index of a token.
  mutating func demandCapital(through place: Int) { tokens[place].detail.endsLead = true }

  /// Reads a name, valid UTF-8.
  ///
  /// - Parameters:
  ///   - text: The name, or what it stands in: words are read fastest where bytes stand behind them.
  ///   - range: Where the name stands.
  ///   - rule: Which capitals it must have.
  ///   - isStrict: Whether hyphens may not stand for its spaces.
  /// - Returns: The indices of its tokens.
  /// - Complexity: O(length of the name).
  mutating func read(
    _ text: Span<UInt8>, _ range: Range<Int>, _ rule: CaseRule, isStrict: Bool
  ) -> Range<Int> {
    let begin = tokens.count
    let limit = range.upperBound
    var (place, sequence): (Int, UInt64) = (range.lowerBound, 0)
    var wasInitial = false
    while let token = tokenizer.nextToken(text, from: place, limit: limit) {
      var gap: Gap = []
      place = token.end
      if let (found, next) = tokenizer.gap(text, at: token.end, limit: limit) {
        gap = found
        place = next
      }
      if isStrict { gap.insert(.strict) }
      if gap.contains(.dash) { gap = gap.subtracting(.dash).union(.hyphen) }
      let first = Self.foldedScalar(text, at: token.start)
      let isCapitalised = tokenizer.isCapitalised(token, in: text)
      if !wasInitial, tokens.count > begin, tokens[tokens.count - 1].detail.gap == .period,
        first &- 0x61 < 26, !isCapitalised, !token.standsAlone
      {
        tokens[tokens.count - 1].detail.gap = .address
      }
      wasInitial = token.isInitial
      sequence = TokenHash.combine(sequence, token.hash)
      tokens.append(
        NameToken(
          hash: token.hash, sequence: sequence, firstScalar: first,
          detail: TokenDetail(shape: token.shape, gap: gap), isCapitalised: isCapitalised,
          standsAlone: token.standsAlone))
      let last = tokens.count - 1
      if last == begin, !tokens[last].needsCapital(rule) {
        tokens[last].start = SmallStart.of(folding: text, at: token.start, end: token.end)
        tokens[last].otherStart = OtherStart.word(folding: text, at: token.start, end: token.end)
      }
    }
    if tokens.count > begin { tokens[tokens.count - 1].detail.gap = [] }
    return begin..<tokens.count
  }

  /// The first scalar of what the scalar at a place folds to.
  private static func foldedScalar(_ text: Span<UInt8>, at place: Int) -> UInt32 {
    let (value, _) = Tokenizer.scalar(text, at: place, limit: text.count)
    if value == 0x26 { return 0x61 }  // `&` is `and`
    return ScalarTable.shared.foldedFirst(value)
  }
}
