import TextFiles

/// Reads a name, or one of its spellings, token by token.
struct NameReader {
  /// The hashes of its tokens.
  private(set) var hashes: [UInt64] = []

  /// The shapes of its tokens, and the gaps behind them.
  private(set) var details: [TokenDetail] = []

  /// For each token its first folded scalar.
  private(set) var firstScalars: [UInt32] = []

  /// For each token whether it begins with a capital.
  private(set) var areCapitalised: [Bool] = []

  /// The first letters of the name, as `SmallStart` has them.
  private(set) var start: UInt32 = 0

  /// Whether hyphens may not stand for the spaces of the name.
  var isStrict = false

  private let tokenizer = Tokenizer()

  /// Demands that a text begin one of the tokens up to a position with a capital.
  mutating func demandCapital(through position: Int) { details[position].endsLead = true }

  /// Reads a name in place of the one before.
  ///
  /// - Complexity: O(length of the name).
  mutating func read(_ name: String) {
    hashes.removeAll(keepingCapacity: true)
    details.removeAll(keepingCapacity: true)
    firstScalars.removeAll(keepingCapacity: true)
    areCapitalised.removeAll(keepingCapacity: true)
    name.withUTF8Span { read($0) }
  }

  private mutating func read(_ text: Span<UInt8>) {
    var place = 0
    while let token = tokenizer.nextToken(text, from: place, limit: text.count) {
      if hashes.isEmpty { start = SmallStart.of(folding: text, at: token.start, end: token.end) }
      firstScalars.append(Self.foldedScalar(text, at: token.start))
      areCapitalised.append(tokenizer.isCapitalised(token, in: text))
      hashes.append(token.hash)
      var gap: Gap = []
      place = token.end
      if let (found, next) = tokenizer.gap(text, at: token.end, limit: text.count) {
        gap = found
        place = next
      }
      if isStrict { gap.insert(.strict) }
      if gap.contains(.dash) { gap = gap.subtracting(.dash).union(.hyphen) }
      details.append(TokenDetail(shape: token.shape, gap: gap))
    }
    if let last = details.indices.last { details[last].gap = [] }
  }

  /// The first scalar of what the scalar at a place folds to.
  private static func foldedScalar(_ text: Span<UInt8>, at place: Int) -> UInt32 {
    let (value, _) = Tokenizer.scalar(text, at: place, limit: text.count)
    if value == 0x26 { return 0x61 }  // `&` is `and`
    return ScalarTable.shared.foldedFirst(value)
  }
}
