import Gazetteers

/// Splits a run of prose into sentences at `.`, `!`, `?`, `…` and their like in other scripts.
///
/// A mark ends a sentence where white space follows (behind closing quotes and brackets) and then
/// no small letter. A single period also must not stand behind a title or an initial; behind an
/// abbreviation that may end a sentence it does so before a word that usually begins one. Where the
/// space was lost (`sanctions.Read`), a small letter before and a capitalised word behind suffice.
struct SentenceSplitter: Sendable {
  private let tokenizer = Tokenizer()

  /// Appends the sentences of a range.
  ///
  /// - Parameter marks: Where marks may stand in the text, read up to somewhere before the range.
  func split(
    _ text: Span<UInt8>, _ range: Range<Int>, passage: Int, _ marks: inout BreakScan,
    into sentences: inout [Sentence]
  ) {
    var start = range.lowerBound
    var place = marks.next(from: start)
    let limit = range.upperBound
    // A mark that is the last byte ends what ends anyway.
    let last = limit &- 1
    while place < last {
      if let next = capital(behind: place, text, limit) {
        if periodEnds(text, at: place, start: start, next: next, limit: limit) {
          append(text, start..<(place + 1), passage, into: &sentences)
          start = next
        }
        place = marks.next(from: next)
        continue
      }
      let mark = Mark(text, at: place, limit: limit)
      var next = place + 1
      if mark.length > 0 {
        next = place + mark.length
        if let boundary = boundary(text, mark, at: place, start: start, limit: limit) {
          append(text, start..<boundary.end, passage, into: &sentences)
          start = boundary.begin
          next = boundary.begin
        }
      }
      place = next < last ? marks.next(from: next) : limit
    }
    append(text, start..<limit, passage, into: &sentences)
  }

  /// Where a capital stands behind a period and a space: what nearly all marks are, of which `boundary`
  /// would ask the same.
  @inline(__always)
  private func capital(behind place: Int, _ text: Span<UInt8>, _ limit: Int) -> Int? {
    let next = place &+ 2
    guard next < limit, text[place] == 0x2E, text[place &+ 1] == 0x20 else { return nil }
    if text[next] &- 0x41 < 26 { return next }
    guard text[next] >= 0x80,
      tokenizer.classify(text, at: next, limit: limit).class == ScalarClass.upper
    else { return nil }
    return next
  }

  private func append(
    _ text: Span<UInt8>, _ range: Range<Int>, _ passage: Int, into sentences: inout [Sentence]
  ) {
    let trimmed = Segmenter.trim(text, range)
    if !trimmed.isEmpty {
      sentences.append(
        Sentence(start: trimmed.lowerBound, end: trimmed.upperBound, passage: passage))
    }
  }

  /// Where the sentence ends and the next begins, if the mark at a place ends one.
  private func boundary(
    _ text: Span<UInt8>, _ mark: Mark, at place: Int, start: Int, limit: Int
  ) -> (end: Int, begin: Int)? {
    var end = place + mark.length
    while let length = Self.closer(text, at: end, limit: limit) { end += length }
    if end == limit { return nil }
    var next = end
    while next < limit {
      let (kind, after) = tokenizer.classify(text, at: next, limit: limit)
      guard kind == ScalarClass.space else { break }
      next = after
    }
    if next == limit { return nil }
    if mark.needsNoSpace { return (end, next) }
    if next == end { return lostSpace(text, mark, at: place, end: end, limit: limit) }
    var opened = next
    while let length = Self.opener(text, at: opened, limit: limit) { opened += length }
    guard opened < limit else { return (end, next) }
    let (kind, _) = tokenizer.classify(text, at: opened, limit: limit)
    if Self.isLowercase(text, opened, kind) { return nil }
    if mark.isPeriod, end == place + 1,
      !periodEnds(text, at: place, start: start, next: opened, limit: limit)
    {
      return nil
    }
    return (end, next)
  }

  /// `sanctions.Read more`, but not `Asian-News.net`, `U.S.A` or `Node.js`.
  private func lostSpace(
    _ text: Span<UInt8>, _ mark: Mark, at place: Int, end: Int, limit: Int
  ) -> (end: Int, begin: Int)? {
    guard place >= 2, text[place - 1] &- 0x61 < 26, text[place - 2] &- 0x61 < 26 || mark.length > 1
    else { return nil }
    guard end + 1 < limit, text[end] &- 0x41 < 26,
      text[end + 1] &- 0x61 < 26 || text[end + 1] == 0x20
    else { return nil }
    return (end, end)
  }

  private func periodEnds(
    _ text: Span<UInt8>, at place: Int, start: Int, next: Int, limit: Int
  ) -> Bool {
    var word = place
    var bits: UInt8 = 0
    while word > start, text[word - 1] > 0x7F || TextPlace.isAlphanumeric(text[word - 1]) {
      word -= 1
      bits |= text[word]
    }
    guard word < place else { return true }
    if isOrdinary(text, word..<place, isASCII: bits < 0x80) { return true }
    let (kind, _) = tokenizer.classify(text, at: word, limit: place)
    guard Tokenizer.beginsToken(kind) else { return true }
    let token = tokenizer.token(text, at: word, limit: place)
    let isInitial = token.isInitial && text[word] &- 0x30 >= 10
    let isDotted = isInitial && word > start && text[word - 1] == 0x2E
    if Abbreviations.all.contains(token) {
      // `No.` and `St.` take what follows; but "said no. The" ends a sentence.
      if Abbreviations.open.contains(token), !isDotted, text[word] &- 0x61 >= 26 { return false }
      return opensSentence(text, next, limit)
    }
    if isInitial { return opensSentence(text, next, limit) }
    // The number of a list item: `1. Putin`.
    if text[word] &- 0x30 < 10, word == start, place - word <= 2 { return false }
    return true
  }

  /// Whether a word is no abbreviation, initial or number of an item, as most are told without their hash:
  /// by their length, or by a script that no abbreviation is in.
  func isOrdinary(_ text: Span<UInt8>, _ word: Range<Int>, isASCII: Bool) -> Bool {
    if isASCII { return word.count > Abbreviations.all.lengths.upperBound }
    // Of two letters at least.
    let second = word.lowerBound + 2
    guard TextPlace.isForeign(text[word.lowerBound]), second < word.upperBound else { return false }
    let (kind, _) = tokenizer.classify(text, at: second, limit: word.upperBound)
    return kind == ScalarClass.word || kind == ScalarClass.upper
  }

  private func opensSentence(_ text: Span<UInt8>, _ place: Int, _ limit: Int) -> Bool {
    let (kind, _) = tokenizer.classify(text, at: place, limit: limit)
    guard Tokenizer.beginsToken(kind) else { return true }
    let token = tokenizer.token(text, at: place, limit: limit)
    // `U.S. I ...`: a lone capital is as likely an initial.
    if token.isInitial { return false }
    return Abbreviations.sentenceOpeners.contains(token)
  }

  private static func isLowercase(_ text: Span<UInt8>, _ place: Int, _ kind: UInt8) -> Bool {
    let byte = text[place]
    if byte < 0x80 { return byte &- 0x61 < 26 }
    guard kind == ScalarClass.word else { return false }
    let value = Tokenizer.scalar(text, at: place, limit: text.count).value
    // Small letters of Western Europe and of Cyrillic.
    if value >= 0xDF && value < 0x100 || value >= 0x430 && value < 0x460 { return true }
    return Unicode.Scalar(value)?.properties.isLowercase ?? false
  }

  /// The length of a closing quote or bracket at a place.
  private static func closer(_ text: Span<UInt8>, at place: Int, limit: Int) -> Int? {
    guard place < limit else { return nil }
    switch text[place] {
    case 0x22, 0x27, 0x29, 0x5D: return 1
    case 0xC2: return place + 1 < limit && text[place + 1] == 0xBB ? 2 : nil
    case 0xE2:
      guard place + 2 < limit, text[place + 1] == 0x80 else { return nil }
      return text[place + 2] == 0x99 || text[place + 2] == 0x9D || text[place + 2] == 0xBA ? 3 : nil
    case 0xE3:
      guard place + 2 < limit, text[place + 1] == 0x80 else { return nil }
      return text[place + 2] == 0x8D || text[place + 2] == 0x8F ? 3 : nil
    default: return nil
    }
  }

  /// The length of an opening quote, bracket or dash at a place.
  private static func opener(_ text: Span<UInt8>, at place: Int, limit: Int) -> Int? {
    guard place < limit else { return nil }
    switch text[place] {
    case 0x22, 0x27, 0x28, 0x5B: return 1
    case 0xC2: return place + 1 < limit && text[place + 1] == 0xAB ? 2 : nil
    case 0xE2:
      guard place + 2 < limit, text[place + 1] == 0x80 else { return nil }
      return [0x98, 0x9C, 0xB9].contains(text[place + 2]) ? 3 : nil
    default: return nil
    }
  }
}

/// A run of marks that may end a sentence.
private struct Mark {
  /// Bytes; 0 where no mark stands.
  var length = 0
  var isPeriod = false
  /// Chinese and Japanese put no space behind a full stop.
  var needsNoSpace = false

  init(_ text: Span<UInt8>, at place: Int, limit: Int) {
    var place = place
    let start = place
    isPeriod = text[place] == 0x2E
    while place < limit {
      switch text[place] {
      case 0x21, 0x2E, 0x3F: place += 1
      case 0xD8 where place + 1 < limit && text[place + 1] == 0x9F: place += 2
      case 0xE0 where place + 2 < limit && text[place + 1] == 0xA5 && text[place + 2] == 0xA4:
        place += 3
      case 0xE2 where place + 2 < limit && text[place + 1] == 0x80 && text[place + 2] == 0xA6:
        place += 3
      case 0xE3 where place + 2 < limit && text[place + 1] == 0x80 && text[place + 2] == 0x82:
        place += 3
        needsNoSpace = true
      case 0xEF
      where place + 2 < limit && text[place + 1] == 0xBC
        && (text[place + 2] == 0x81 || text[place + 2] == 0x9F):
        place += 3
        needsNoSpace = true
      default:
        length = place - start
        return
      }
    }
    length = place - start
  }
}
