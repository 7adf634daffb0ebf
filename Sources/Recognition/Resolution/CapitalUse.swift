import Gazetteers

/// What a sentence writes with capitals, and so what a capital beside a name tells.
enum CapitalUse {
  /// Names and little else.
  case names
  /// All words but small ones: a headline.
  case allWords
  /// Every noun: German.
  case nouns
}

extension Surroundings {
  /// What a sentence writes with capitals.
  ///
  /// Its words are read once, and of nearly all no more than how they are written.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - range: The sentence, in bytes.
  func capitals(_ text: Span<UInt8>, _ range: Range<Int>) -> CapitalUse {
    var title = TitleCase(text, range)
    var (germanWords, mayBeTitle, place) = (0, true, range.lowerBound)
    let german = Languages.german
    while let word = tokenizer.nextWriting(text, from: place, limit: range.upperBound) {
      place = word.end
      if mayBeTitle { mayBeTitle = title.takes(word, text, self) }
      if contains(german, word, text) { germanWords += 1 }
      if mayBeTitle { continue }
      if germanWords > 1 { return .nouns }
      // What is no headline is read for German alone.
      if word.isCyrillic(text) {
        place = tokenizer.behindCyrillic(text, from: place, limit: range.upperBound)
      }
    }
    if mayBeTitle, title.isWhole { return .allWords }
    return germanWords > 1 ? .nouns : .names
  }

  /// Whether a sentence writes all its words with a capital, but for small words, as headlines do.
  func isTitleCase(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var title = TitleCase(text, range)
    var place = range.lowerBound
    while let word = tokenizer.nextWriting(text, from: place, limit: range.upperBound) {
      if !title.takes(word, text, self) { return false }
      place = word.end
    }
    return title.isWhole
  }

  /// Whether a word is one of some Latin words in small letters.
  @inline(__always)
  private func contains(_ words: WordSet, _ word: Writing, _ text: Span<UInt8>) -> Bool {
    // Told of most without their hash. No word has more letters than bytes, folded.
    guard !word.hasCapital, word.count <= words.lengths.upperBound,
      word.end &- word.start >= words.lengths.lowerBound, !TextPlace.isForeign(text[word.start]),
      words.mayHold(text, at: word.start)
    else { return false }
    return words.contains(token(at: word.start, in: text, limit: word.end))
  }
}

/// The words of a sentence, as far as they are those of a headline.
private struct TitleCase {
  /// A sentence that a period ends is a headline only if all of it is in capitals.
  private let hasPeriod: Bool

  private var (words, capitals, isAllCapitals) = (0, 0, true)

  /// - Parameters:
  ///   - text: The document.
  ///   - range: The sentence, in bytes.
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    hasPeriod = text[range.upperBound - 1] == 0x2E
  }

  /// Adds the next word.
  ///
  /// - Returns: Whether the sentence may still be a headline.
  @inline(__always)
  mutating func takes(_ word: Writing, _ text: Span<UInt8>, _ surroundings: Surroundings) -> Bool {
    words += 1
    if !word.isCapitals {
      if hasPeriod { return false }
      isAllCapitals = false
    }
    if word.isCapitalised {
      capitals += 1
      return true
    }
    if word.end &- word.start < 4 || text[word.start] &- 0x30 < 10 { return true }
    if TextPlace.isForeign(text[word.start]) { return false }
    return NameNeighbours.functionWords.contains(
      surroundings.token(at: word.start, in: text, limit: word.end))
  }

  /// Whether the words that were added are a headline: three at least, or two in capitals.
  var isWhole: Bool { words >= (isAllCapitals ? 2 : 3) && capitals * 2 > words }
}

extension Writing {
  /// Whether it begins with a letter from U+0400 to U+047F.
  @inline(__always)
  fileprivate func isCyrillic(_ text: Span<UInt8>) -> Bool { text[start] & 0xFE == 0xD0 }
}
