import Gazetteers

/// Tells a country from a river, a saint or a town of its name.
struct PlaceRule {
  private let surroundings = Surroundings()
  private let tokenizer = Tokenizer()

  /// How far around a name is read for words of rivers, in bytes.
  private static let reach = 400

  /// `The Niger rose four metres`: a country that takes no article, with one, near words of rivers, and
  /// with no noun behind it (`the Niger government`).
  func isRiver(
    _ subject: EmbeddedRule.Subject, _ before: Token?, _ behind: Token?, _ text: Span<UInt8>
  ) -> Bool {
    guard subject.tokenCount == 1, let before, Self.the.contains(before),
      NameNeighbours.rivers.contains(
        surroundings.token(at: subject.start, in: text, limit: subject.end))
    else { return false }
    if let behind, !NameNeighbours.functionWords.contains(behind),
      !NameNeighbours.behindRivers.contains(behind),
      !surroundings.looksLikeVerb(behind, in: text)
    {
      return false
    }
    return hasRiverWord(text, around: subject.start)
  }

  private func hasRiverWord(_ text: Span<UInt8>, around place: Int) -> Bool {
    var start = max(0, place - Self.reach)
    // Not in the middle of a scalar.
    while start < place, text[start] & 0xC0 == 0x80 { start += 1 }
    let limit = min(text.count, place + Self.reach)
    while start < limit {
      let (kind, next) = tokenizer.classify(text, at: start, limit: text.count)
      guard Tokenizer.beginsToken(kind) else {
        start = next
        continue
      }
      let token = tokenizer.token(text, at: start, limit: text.count)
      if NameNeighbours.riverWords.contains(token) { return true }
      start = token.end
    }
    return false
  }

  /// `St. Vincent's Hospital`: a saint's name with a possessive, and what is named after saints.
  func isSaintsHouse(
    _ subject: EmbeddedRule.Subject, _ text: Span<UInt8>, _ sentence: Range<Int>
  ) -> Bool {
    guard subject.tokenCount > 1,
      Self.saint.contains(surroundings.token(at: subject.start, in: text, limit: subject.end))
    else { return false }
    var place = subject.end
    if place < sentence.upperBound, text[place] != 0x20 {
      let sign = text[place] == 0x27 ? 1 : 3
      guard place + sign < sentence.upperBound, sign == 1 || text[place] == 0xE2,
        text[place + sign] == UInt8(ascii: "s")
      else { return false }
      place += sign + 1
    }
    guard let noun = surroundings.word(behind: place, in: text, limit: sentence.upperBound),
      surroundings.isCapitalised(noun, in: text)
    else { return false }
    return NameNeighbours.saintsHouses.contains(noun)
  }

  private static let the = WordSet("the")
  private static let saint = WordSet("st saint")

  /// `Cuba, Ill.`, `Lebanon, N.H.`: a comma and a state of the United States.
  func isTownInState(_ end: Int, _ text: Span<UInt8>, _ sentence: Range<Int>) -> Bool {
    guard end + 2 < sentence.upperBound, text[end] == 0x2C,
      let state = surroundings.word(behind: end + 1, in: text, limit: sentence.upperBound)
    else { return false }
    return surroundings.isCapitalised(state, in: text) && NameNeighbours.states.contains(state)
  }
}
