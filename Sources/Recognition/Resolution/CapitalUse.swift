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
  /// - Parameters:
  ///   - text: The document.
  ///   - range: The sentence, in bytes.
  func capitals(_ text: Span<UInt8>, _ range: Range<Int>) -> CapitalUse {
    if isTitleCase(text, range) { return .allWords }
    return isGerman(text, range) ? .nouns : .names
  }

  /// Whether two small words of German are in a sentence.
  private func isGerman(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var (count, place) = (0, range.lowerBound)
    let tokenizer = Tokenizer()
    while count < 2, let token = tokenizer.nextToken(text, from: place, limit: range.upperBound) {
      place = token.end
      if token.shape == TokenShape.lower, Languages.german.contains(token) { count += 1 }
    }
    return count == 2
  }
}
