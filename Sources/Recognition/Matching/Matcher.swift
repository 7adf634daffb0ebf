import Gazetteers

/// Finds every place where a text spells a name of the lexicon.
///
/// `NameStartScan` gives the tokens that may begin a name. From each the trie is followed token by
/// token; whenever a pattern is complete its entries are checked against the text's capitals and
/// signs, and the last pattern with an entry left is the hit: leftmost first, then longest. The search
/// goes on behind a hit, so hits do not overlap. Context words never hide a name.
///
/// The page `docs/matching.md` explains it from the beginning.
public struct Matcher: Sendable {
  public let lexicon: Lexicon
  let tables: LexiconTables
  let tokenizer = Tokenizer()
  private let check: EntryCheck
  private let boundary = Boundary()
  private let wantsAll: Bool

  /// Working memory; shared with copies of the matcher until one of them is used.
  private var starts = NameStartList()

  /// - Parameters:
  ///   - lexicon: The names.
  ///   - caseRule: A case rule for all of them, or `nil` for each its own.
  public init(_ lexicon: Lexicon, caseRule: CaseRule? = nil) {
    self.lexicon = lexicon
    check = EntryCheck(lexicon: lexicon, caseRule: caseRule)
    tables = lexicon.tables
    wantsAll = caseRule == .ignore
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
    if !isKnownUniquelyReferenced(&starts) { starts = NameStartList() }
    search(text, sentences, starts, into: &buffer)
  }

  /// The search itself, which changes nothing in the matcher: so nothing of it is copied on the way.
  private func search(
    _ text: Span<UInt8>, _ sentences: [Sentence], _ starts: NameStartList,
    into buffer: inout HitBuffer
  ) {
    guard let first = sentences.first, let last = sentences.last else { return }
    var place = SearchPlace(range: first.start..<first.end)
    // The scan reads the bytes of `text` while this call holds them.
    unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let scan = unsafe NameStartScan(
        base, limit: min(last.end, bytes.count), tables, wantsAll: wantsAll)
      var progress = NameStartScan.Progress(from: first.start)
      while scan.fill(starts, &progress) {
        look(ahead: starts, text)
        for index in 0..<starts.count {
          let start = starts[index]
          guard start.place >= place.reached else { continue }
          while start.place >= place.range.upperBound, place.sentence + 1 < sentences.count {
            place.sentence += 1
            let sentence = sentences[place.sentence]
            place.range = sentence.start..<sentence.end
          }
          guard place.range.contains(start.place) else { continue }
          visit(start, text, &place, into: &buffer)
        }
      }
    }
  }

  /// Looks for a name that begins at a start, or in small words before it.
  @inline(__always)
  private func visit(
    _ start: NameStart, _ text: Span<UInt8>, _ place: inout SearchPlace,
    into buffer: inout HitBuffer
  ) {
    guard start.place >= place.tokenEnd else { return }
    var start = start
    let before = start.place > place.range.lowerBound ? text[start.place &- 1] : 0x20
    if start.hash == 0 || before == 0x2E || (before >= 0x80 && !start.standsAlone) {
      guard beginsToken(text, start.place, place.range) else {
        visitInitials(before: start.place, text, &place, into: &buffer)
        return
      }
      let token = tokenizer.token(text, at: start.place, limit: place.range.upperBound)
      place.tokenEnd = token.end
      guard tables.mayBegin(token.hash) else { return }
      start = NameStart(
        place: start.place, end: token.end, hash: token.hash, target: tables.first(token.hash))
    }
    if tables.mayFollowLead(start.hash), visitLeads(before: start, text, &place, &buffer) {
      return
    }
    if start.target != 0 { follow(text, start, &place, into: &buffer) }
  }

  /// Follows the trie from the target of a start; whether a hit was appended.
  ///
  /// Only the path is followed here. Capitals and signs are looked at when a pattern is complete,
  /// which is seldom: then the tokens are read again.
  @discardableResult
  func follow(
    _ text: Span<UInt8>, _ start: NameStart, _ place: inout SearchPlace,
    into buffer: inout HitBuffer
  ) -> Bool {
    var target = start.target
    if target == 0 { return false }
    let limit = place.range.upperBound
    var hit: Hit?
    var path = Path(start: start.place, last: start.place, end: start.end, count: 1)
    var sequence = TokenHash.combine(0, start.hash)
    var (second, secondEnd, secondHash) = (start.second, start.secondEnd, start.secondHash)
    // A token that the end of the sentence cuts is read again.
    if secondEnd > limit { secondEnd = 0 }
    let isAhead = secondEnd != 0
    while true {
      var pattern = target & ~LexiconTables.leaf
      var followers: UInt32 = 0
      if target & LexiconTables.leaf == 0 {
        (pattern, followers) = tables.state(target)
        pattern &-= 1
      }
      if pattern != .max, tables.matches(pattern, hash: sequence),
        var found = accept(text, path, PatternIndex(pattern), place, &buffer)
      {
        if let old = hit { buffer.entries.removeSubrange(old.entries) }
        let last = buffer.entries.count
        found.entries = (last - found.entries.count)..<last
        hit = found
      }
      if followers == 0 { break }
      if secondEnd == 0 {
        guard let (_, next) = tokenizer.gap(text, at: path.end, limit: limit) else { break }
        let token = tokenizer.token(text, at: next, limit: limit)
        (second, secondEnd, secondHash) = (next, token.end, token.hash)
      }
      if path.count == 1, isAhead {
        target = start.secondTarget
      } else {
        guard followers & LexiconTables.follower(secondHash) != 0 else { break }
        target = tables.next(secondHash, from: target)
      }
      guard target != 0 else { break }
      if target & LexiconTables.leaf != 0 { tables.prepareEntries(target & ~LexiconTables.leaf) }
      sequence = TokenHash.combine(sequence, secondHash)
      path = Path(start: path.start, last: second, end: secondEnd, count: path.count + 1)
      secondEnd = 0
    }
    guard let hit else { return false }
    buffer.hits.append(hit)
    place.reached = hit.end
    return true
  }

  /// Tokens that spell a pattern.
  private struct Path {
    /// Where the first begins.
    var start: Int
    /// Where the last begins.
    var last: Int
    /// Where it ends.
    var end: Int
    /// How many there are.
    var count: Int
  }

  /// A hit for a pattern that tokens spell, its entries appended to the buffer; context words apart.
  private func accept(
    _ text: Span<UInt8>, _ path: Path, _ pattern: PatternIndex, _ place: SearchPlace,
    _ buffer: inout HitBuffer
  ) -> Hit? {
    let range = place.range
    let left = boundary.before(text, path.start, from: range.lowerBound)
    if left == .refused { return nil }
    let right = boundary.behind(text, path.end, lastToken: path.last, limit: range.upperBound)
    if right == .refused { return nil }
    let begin = buffer.entries.count
    for index in lexicon.entryRange(of: pattern) {
      let entry = lexicon.entry(index)
      guard check.allows(entry, text, at: path.start, path.count, limit: range.upperBound) else {
        continue
      }
      switch entry.role {
      case .context: buffer.context.append((UInt32(index), place.sentence))
      case .combining where !isCombining(text, path.end, range.upperBound): break
      case .combining, .name, .shortKey: buffer.entries.append(UInt32(index))
      }
    }
    if buffer.entries.count == begin { return nil }
    var hit = Hit(
      start: path.start, end: path.end, sentence: place.sentence,
      entries: begin..<buffer.entries.count)
    hit.tokenCount = path.count
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

/// Where a search stands in a document.
struct SearchPlace {
  /// The sentence, in bytes.
  var range: Range<Int>

  /// Its number.
  var sentence = 0

  /// The end of the last hit; no other begins before it.
  var reached = 0

  /// The end of the last token that was read in full; no other begins within it.
  var tokenEnd = 0

  /// The start of the last small word that was looked at as the beginning of a name.
  var lead = -1
}
