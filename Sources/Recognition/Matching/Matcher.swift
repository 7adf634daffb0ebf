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
  private let tables: LexiconTables
  private let wantsSmall: Bool
  private let wantsAll: Bool

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
    tables = lexicon.tables
    wantsAll = caseRule == .ignore
    wantsSmall = wantsAll || lexicon.tables.hasSmallStarts
  }

  /// Appends the hits of a document.
  ///
  /// - Parameters:
  ///   - text: The document, valid UTF-8.
  ///   - sentences: Its sentences, in order; no hit leaves one.
  ///   - buffer: Where hits are appended.
  /// - Complexity: O(length of the text), times the length of the longest name in the worst case.
  public mutating func match(
    _ text: Span<UInt8>, _ sentences: [Sentence], into buffer: inout HitBuffer
  ) {
    guard let last = sentences.last else { return }
    var starts = TokenStarts(from: sentences[0].start, limit: last.end)
    var number = 0
    var sentence = sentences[0]
    while true {
      let place = starts.nextStart(text, tables, wantsSmall: wantsSmall, wantsAll: wantsAll)
      guard place < last.end else { return }
      while place >= sentence.end {
        number += 1
        sentence = sentences[number]
      }
      guard place >= sentence.start else { continue }
      let end = visit(text, place, sentence.start..<sentence.end, number, into: &buffer)
      if end > place { starts.skip(to: end) }
    }
  }

  /// Appends the hits of one sentence.
  ///
  /// - Parameters:
  ///   - text: The document, valid UTF-8.
  ///   - range: The sentence, in bytes; no hit leaves it.
  ///   - sentence: Its number.
  ///   - buffer: Where hits are appended.
  public mutating func match(
    _ text: Span<UInt8>, in range: Range<Int>, sentence: Int, into buffer: inout HitBuffer
  ) {
    var starts = TokenStarts(from: range.lowerBound, limit: range.upperBound)
    while true {
      let place = starts.nextStart(text, tables, wantsSmall: wantsSmall, wantsAll: wantsAll)
      guard place < range.upperBound else { return }
      let end = visit(text, place, range, sentence, into: &buffer)
      if end > place { starts.skip(to: end) }
    }
  }

  /// Looks for a name at a place; the end of what it read, or the place itself where no token begins.
  @inline(__always)
  private mutating func visit(
    _ text: Span<UInt8>, _ place: Int, _ range: Range<Int>, _ sentence: Int,
    into buffer: inout HitBuffer
  ) -> Int {
    guard beginsToken(text, place, range) else { return place }
    let token = tokenizer.token(text, at: place, limit: range.upperBound)
    guard tables.mayBegin(token.hash) else { return token.end }
    let state = tables.next(token.hash, from: TransitionTable.root)
    guard state != 0 else { return token.end }
    return follow(text, token, state, range, sentence, into: &buffer) ?? token.end
  }

  /// Whether a token begins at a place that `TokenStarts` gave: not within a word, nor behind the
  /// first letter of dotted initials.
  @inline(__always)
  private func beginsToken(_ text: Span<UInt8>, _ place: Int, _ range: Range<Int>) -> Bool {
    let before = place > range.lowerBound ? text[place &- 1] : 0x20
    if text[place] < 0x80, before < 0x80, before != 0x2E { return true }
    return beginsTokenBesideOthers(text, place, range)
  }

  private func beginsTokenBesideOthers(
    _ text: Span<UInt8>, _ place: Int, _ range: Range<Int>
  ) -> Bool {
    if text[place] & 0xC0 == 0x80 { return false }
    let (kind, next) = tokenizer.classify(text, at: place, limit: range.upperBound)
    guard Tokenizer.beginsToken(kind) else { return false }
    var back = place
    while back > range.lowerBound {
      let scalar = TextPlace.before(text, back, from: range.lowerBound)
      let (before, _) = tokenizer.classify(text, at: scalar, limit: back)
      back = scalar
      switch before {
      case ScalarClass.mark: continue
      case ScalarClass.word, ScalarClass.upper:
        return kind != ScalarClass.word && kind != ScalarClass.upper
      case ScalarClass.period where back == place - 1:
        return !isInsideInitials(text, place, next, period: back, range)
      default: return true
      }
    }
    return true
  }

  /// Whether a letter behind a period belongs to initials that begin before it: `N` in `U.N.`
  private func isInsideInitials(
    _ text: Span<UInt8>, _ place: Int, _ next: Int, period: Int, _ range: Range<Int>
  ) -> Bool {
    let word = TextPlace.wordStart(text, endingAt: period, from: range.lowerBound)
    guard word < period else { return false }
    let first = tokenizer.token(text, at: word, limit: range.upperBound)
    return first.end > place
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
      if left != .refused, let pattern = tables.pattern(endingIn: state, hash: sequence) {
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
      state = tables.next(token.hash, from: state)
      guard state != 0 else { break }
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
