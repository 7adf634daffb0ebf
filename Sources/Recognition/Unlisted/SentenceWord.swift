import Gazetteers

/// A word of a sentence, with what the search for names must know of it.
struct SentenceWord {
  /// What stands between a word and the one before it.
  enum Joint {
    /// Nothing is before it.
    case start
    case space
    case hyphen
    case apostrophe
    /// An apostrophe and a space, behind a plural: `Voters' Union`.
    case possessive
    /// A period and a space.
    case period
    case comma
    /// An opening bracket.
    case bracket
    /// A dash with spaces or without.
    case dash
    /// Quotation marks, colons and all else: behind these a capital says little.
    case other
  }

  var token: Token
  var isCapital: Bool
  var joint: Joint
  /// Index of the mention that it is a part of; -1 where it is a part of none.
  var mention: Int
}

/// Reads sentences into words.
struct SentenceWords {
  private let tokenizer = Tokenizer()

  /// Replaces the words by those of a sentence.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - sentence: The sentence.
  ///   - mentions: All mentions of the document, in order.
  ///   - next: The first mention that may lie in the sentence; moved on.
  ///   - words: Replaced.
  func read(
    _ text: Span<UInt8>, _ sentence: Sentence, _ mentions: [Mention], next: inout Int,
    into words: inout [SentenceWord]
  ) {
    words.removeAll(keepingCapacity: true)
    var place = sentence.start
    var gap = place
    while let token = tokenizer.nextToken(text, from: place, limit: sentence.end) {
      while next < mentions.count, mentions[next].end <= token.start { next += 1 }
      let isInside = next < mentions.count && mentions[next].start < token.end
      let joint = words.isEmpty ? .start : joint(text, gap..<token.start)
      words.append(
        SentenceWord(
          token: token, isCapital: tokenizer.isCapitalised(token, in: text), joint: joint,
          mention: isInside ? next : -1))
      place = token.end
      gap = token.end
    }
  }

  private func joint(_ text: Span<UInt8>, _ gap: Range<Int>) -> SentenceWord.Joint {
    var classes = (space: 0, hyphen: 0, apostrophe: 0, period: 0, comma: 0, dash: 0, other: 0)
    var isBracket = false
    var place = gap.lowerBound
    while place < gap.upperBound {
      let (kind, next) = tokenizer.classify(text, at: place, limit: gap.upperBound)
      switch kind {
      case ScalarClass.space: classes.space += 1
      case ScalarClass.hyphen: classes.hyphen += 1
      case ScalarClass.apostrophe: classes.apostrophe += 1
      case ScalarClass.period: classes.period += 1
      case ScalarClass.comma: classes.comma += 1
      case ScalarClass.dash: classes.dash += 1
      case ScalarClass.mark: break
      default:
        classes.other += 1
        if text[place] == 0x28 { isBracket = true }
      }
      place = next
    }
    if classes.other > 0 { return isBracket && classes.other == 1 ? .bracket : .other }
    if classes.dash > 0 || classes.hyphen > 1 || (classes.hyphen > 0 && classes.space > 0) {
      return .dash
    }
    let signs = classes.hyphen + classes.apostrophe + classes.period + classes.comma
    if signs == 0 { return .space }
    guard signs == 1 else { return .other }
    if classes.hyphen == 1 { return .hyphen }
    if classes.apostrophe == 1 {
      if classes.space == 0 { return .apostrophe }
      let isBehindWord = tokenizer.classify(text, at: gap.lowerBound, limit: gap.upperBound).class
      return isBehindWord == ScalarClass.apostrophe ? .possessive : .other
    }
    if classes.period == 1 { return classes.space > 0 ? .period : .other }
    return .comma
  }
}
