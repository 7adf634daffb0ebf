import Gazetteers

/// Datelines: the place that a report was sent from, before a dash.
extension SentenceNames {
  /// The place behind `MOSCOW, March 3 (AP) -`, where the sentence begins so.
  func datelineEnd(_ text: Span<UInt8>) -> Int? {
    guard words.count > 2 else { return nil }
    for place in 1..<min(words.count, 10) {
      if words[place].joint == .dash { return place }
      let isNumber = text[words[place].token.start] &- 0x30 < 10
      // `SARN (AP) - `: the dash stands behind the bracket, so the sign between is of several sorts.
      if words[place].joint == .other, words[place - 1].joint == .bracket,
        words[place - 1].token.shape == TokenShape.capitals
      {
        return place
      }
      guard words[place].isCapital || isNumber else { return nil }
    }
    return nil
  }

  mutating func addDateline(_ text: Span<UInt8>, _ end: Int) {
    var last = 0
    while last + 1 < end, words[last + 1].joint == .space, words[last + 1].isCapital,
      words[last + 1].mention < 0
    {
      last += 1
    }
    // A place has few words; more are the beginning of a sentence with a dash in it.
    guard begins(0), last < 3, end - last <= 6, last + 1 == end || words[last + 1].joint != .space,
      isNameLike(text, 0..<last + 1)
    else { return }
    let isCapitals = words[0].token.shape == TokenShape.capitals
    let hasDate = (1..<end).contains { NameNeighbours.days.contains(words[$0].token) }
    guard isCapitals || hasDate else { return }
    append(text, 0..<last + 1, .dateline)
    names[names.count - 1].isOpening = false
  }
}
