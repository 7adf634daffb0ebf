import Gazetteers

/// Finds every place where a text spells a name of the lexicon.
///
/// From each token that may begin a name the trie is followed token by token; whenever a pattern is
/// complete its entries are checked against the text's capitals and signs, and the last pattern with
/// an entry left is the hit: leftmost first, then longest. The scan goes on behind a hit, so hits do
/// not overlap. Context words never hide a name.
public struct Matcher: Sendable {
  public let lexicon: Lexicon
  private let check: EntryCheck
  private let boundary = Boundary()
  private let tokenizer = Tokenizer()
  private let skipsLowercase: Bool

  // The tokens of the match at hand and the gaps behind them.
  private var tokens: [Token] = []
  private var gaps: [Gap] = []
  private var found: [UInt32] = []

  /// - Parameters:
  ///   - lexicon: The names.
  ///   - caseRule: A case rule for all of them, or `nil` for each its own.
  public init(_ lexicon: Lexicon, caseRule: CaseRule? = nil) {
    self.lexicon = lexicon
    check = EntryCheck(lexicon: lexicon, caseRule: caseRule)
    skipsLowercase = !lexicon.hasLowerStarts && caseRule != .ignore
  }

  /// Appends the hits of one sentence.
  ///
  /// - Parameters:
  ///   - text: The document, valid UTF-8.
  ///   - range: The sentence, in bytes; no hit leaves it.
  ///   - sentence: Its number.
  ///   - buffer: Where hits are appended.
  /// - Complexity: O(length of the sentence), times the length of the longest name in the worst case.
  public mutating func match(
    _ text: Span<UInt8>, in range: Range<Int>, sentence: Int, into buffer: inout HitBuffer
  ) {
    var place = range.lowerBound
    let limit = range.upperBound
    while place < limit {
      let (kind, next) = tokenizer.classify(text, at: place, limit: limit)
      guard Tokenizer.beginsToken(kind) else {
        place = next
        continue
      }
      if skipsLowercase, kind == ScalarClass.word {
        let end = endOfWord(text, from: next, limit: limit)
        // Before a period it may be an initial, with which those behind it make one token: `e.V.`
        let mayBeInitial = end < limit && text[end] == UInt8(ascii: ".")
        place = mayBeInitial ? tokenizer.token(text, at: place, limit: limit).end : end
        continue
      }
      let token = tokenizer.token(text, at: place, limit: limit)
      guard let state = lexicon.transitions.next(token.hash, from: TransitionTable.root) else {
        place = token.end
        continue
      }
      place = follow(text, token, state, range, sentence, into: &buffer) ?? token.end
    }
  }

  private func endOfWord(_ text: Span<UInt8>, from place: Int, limit: Int) -> Int {
    var place = place
    while place < limit {
      let (kind, next) = tokenizer.classify(text, at: place, limit: limit)
      guard kind == ScalarClass.word || kind == ScalarClass.upper || kind == ScalarClass.mark else {
        break
      }
      place = next
    }
    return place
  }

  /// Follows the trie from a token; the end of the hit it appended, if any.
  private mutating func follow(
    _ text: Span<UInt8>, _ first: Token, _ entered: UInt32, _ range: Range<Int>, _ sentence: Int,
    into buffer: inout HitBuffer
  ) -> Int? {
    tokens.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    var hit: Hit?
    var state = entered
    var token = first
    var sequence: UInt64 = 0
    let left = boundary.before(text, first.start, from: range.lowerBound)
    while true {
      tokens.append(token)
      sequence = TokenHash.combine(sequence, token.hash)
      if left != .refused, let pattern = lexicon.pattern(endingIn: state),
        lexicon.hash(of: pattern) == sequence
      {
        if let next = accept(text, pattern, left, range, sentence, &buffer) {
          if let old = hit { buffer.entries.removeSubrange(old.entries) }
          hit = next
          let shift = buffer.entries.count - next.entries.count
          hit?.entries = shift..<buffer.entries.count
        }
      }
      guard let (gap, next) = tokenizer.gap(text, at: token.end, limit: range.upperBound) else {
        break
      }
      gaps.append(gap)
      token = tokenizer.token(text, at: next, limit: range.upperBound)
      guard let following = lexicon.transitions.next(token.hash, from: state) else { break }
      state = following
    }
    if let hit { buffer.hits.append(hit) }
    return hit?.end
  }

  /// A hit for the tokens read so far, its entries appended to the buffer; context words apart.
  private mutating func accept(
    _ text: Span<UInt8>, _ pattern: PatternIndex, _ left: Boundary.Verdict, _ range: Range<Int>,
    _ sentence: Int, _ buffer: inout HitBuffer
  ) -> Hit? {
    let last = tokens[tokens.count - 1]
    let right = boundary.behind(text, last.end, lastToken: last.start, limit: range.upperBound)
    if right == .refused { return nil }
    found.removeAll(keepingCapacity: true)
    for index in lexicon.entryRange(of: pattern) {
      let entry = lexicon.entry(index)
      guard check.allows(entry, tokens, gaps, count: tokens.count) else { continue }
      switch entry.role {
      case .context: buffer.context.append((UInt32(index), sentence))
      case .combining:
        if isCombining(text, last.end, range.upperBound) { found.append(UInt32(index)) }
      case .name, .shortKey: found.append(UInt32(index))
      }
    }
    if found.isEmpty { return nil }
    let begin = buffer.entries.count
    buffer.entries.append(contentsOf: found)
    var hit = Hit(
      start: tokens[0].start, end: last.end, sentence: sentence,
      entries: begin..<buffer.entries.count)
    hit.tokenCount = tokens.count
    if case .needsName(let place) = left { hit.needsNameBefore = place }
    if case .needsName(let place) = right { hit.needsNameBehind = place }
    return hit
  }

  /// Whether a hyphen and a capital follow, as behind `Sino` in `Sino-Russian`.
  private func isCombining(_ text: Span<UInt8>, _ end: Int, _ limit: Int) -> Bool {
    guard end < limit else { return false }
    let (kind, next) = tokenizer.classify(text, at: end, limit: limit)
    guard kind == ScalarClass.hyphen || kind == ScalarClass.dash, next < limit else { return false }
    return tokenizer.classify(text, at: next, limit: limit).class == ScalarClass.upper
  }
}
