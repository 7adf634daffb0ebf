import Gazetteers

/// Where names begin that do not begin with the token that was found: `al` before `Assad`, the `u` of
/// `u.N.`; and what looks like a beginning but is none.
extension Matcher {
  /// Whether a token begins at a place that `NameStartScan` gave: not within a word, nor behind the
  /// first letter of dotted initials.
  func beginsToken(_ text: Span<UInt8>, _ place: Int, _ range: Range<Int>) -> Bool {
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

  /// Looks for a name at dotted initials that begin with a small letter, from a capital among them.
  func visitInitials(
    before capital: Int, _ text: Span<UInt8>, _ place: inout SearchPlace,
    into buffer: inout HitBuffer
  ) {
    let lower = place.range.lowerBound
    var start = capital
    while start > lower, text[start - 1] == 0x2E {
      let word = TextPlace.wordStart(text, endingAt: start - 1, from: lower)
      guard word < start - 1, isSingleLetter(text, word..<start - 1) else { break }
      start = word
    }
    guard start < capital else { return }
    // What stands behind in the same initials begins no token either.
    let token = tokenizer.token(text, at: start, limit: place.range.upperBound)
    place.tokenEnd = max(place.tokenEnd, token.end)
    guard tables.starts.contains(.innerCapital), start >= place.reached, token.end > capital,
      text[start] &- 0x61 < 26, tables.mayBegin(token.hash)
    else { return }
    follow(
      text,
      NameStart(
        place: start, end: token.end, hash: token.hash, target: tables.first(token.hash)), &place,
      into: &buffer)
  }

  /// Whether a word is a single letter, with or without marks.
  private func isSingleLetter(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    if text[word.lowerBound] < 0x3A { return false }
    let (_, next) = tokenizer.classify(text, at: word.lowerBound, limit: word.upperBound)
    return TextPlace.afterMarks(text, next, limit: word.upperBound) == word.upperBound
  }

  /// Looks for a name that begins with small words before a token: `von der Leyen`.
  ///
  /// The first token with a capital would do, but for names that begin between: in `al 北京 Assad` the
  /// second word must not become a hit before the whole was looked for.
  ///
  /// - Returns: Whether a hit was appended.
  func visitLeads(
    before start: NameStart, _ text: Span<UInt8>, _ place: inout SearchPlace,
    _ buffer: inout HitBuffer
  ) -> Bool {
    let limit = place.range.upperBound
    // Nearly always the word before says that there is none.
    guard mayFollowLead(start.place, text, place.range) else { return false }
    var leads: [Int] = []
    var next = start.place
    while leads.count < tables.longestLead, let lead = tokenStart(before: next, text, place.range),
      lead >= place.reached
    {
      let token = tokenizer.token(text, at: lead, limit: limit)
      guard tokenizer.classify(text, at: lead, limit: limit).class != ScalarClass.upper,
        tokenizer.gap(text, at: token.end, limit: limit)?.next == next
      else { break }
      leads.append(lead)
      next = lead
    }
    for lead in leads.reversed() where lead > place.lead && !isGiven(lead, text) {
      place.lead = lead
      if follow(from: lead, text, &place, into: &buffer) { return true }
    }
    return false
  }

  /// Whether the word before a place may be one of those that begin a name; told at once where a
  /// single space or hyphen stands between them and the word is ASCII.
  private func mayFollowLead(
    _ place: Int, _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let end = place - 1
    guard end > range.lowerBound, text[end] == 0x20 || text[end] == 0x2D else { return true }
    var start = end
    while start > range.lowerBound, text[start - 1] < 0x80,
      ScalarTable.ascii(text[start - 1]) == ScalarClass.word
    { start -= 1 }
    let before = start > range.lowerBound ? text[start - 1] : 0x20
    // A sign, another script, initials, a capital within the word: only a closer look tells.
    if start == end || before >= 0x80 || before == 0x2E || before &- 0x41 < 26 { return true }
    return tables.mayLead(tokenizer.token(text, at: start, limit: end).hash)
  }

  @discardableResult
  private func follow(
    from start: Int, _ text: Span<UInt8>, _ place: inout SearchPlace, into buffer: inout HitBuffer
  ) -> Bool {
    let token = tokenizer.token(text, at: start, limit: place.range.upperBound)
    guard tables.mayBegin(token.hash) else { return false }
    return follow(
      text,
      NameStart(
        place: start, end: token.end, hash: token.hash, target: tables.first(token.hash)), &place,
      into: &buffer)
  }

  /// Whether the scan gives a token by itself, so that it need not be looked at again from behind. Of
  /// small words it gives those that pass its filters, which are few: they are looked at again.
  private func isGiven(_ place: Int, _ text: Span<UInt8>) -> Bool {
    let byte = text[place]
    if byte >= 0x80 || byte == 0x26 { return true }
    return byte &- 0x30 < 10 && tables.starts.contains(.digit)
  }

  /// Where the last token begins before a place.
  private func tokenStart(before place: Int, _ text: Span<UInt8>, _ range: Range<Int>)
    -> Int?
  {
    var back = place
    // No name has a longer gap.
    for _ in 0..<16 {
      guard back > range.lowerBound else { return nil }
      let scalar = TextPlace.before(text, back, from: range.lowerBound)
      let (kind, _) = tokenizer.classify(text, at: scalar, limit: back)
      switch kind {
      case ScalarClass.unspaced, ScalarClass.hangul, ScalarClass.ampersand: return scalar
      case ScalarClass.word, ScalarClass.upper:
        let run = TextPlace.wordStart(text, endingAt: back, from: range.lowerBound)
        let word = TextPlace.afterMarks(text, run, limit: back)
        if beginsToken(text, word, range) { return word }
        back = run
      default: back = scalar
      }
    }
    return nil
  }
}
