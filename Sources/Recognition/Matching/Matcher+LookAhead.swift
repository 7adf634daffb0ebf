import Gazetteers

/// Looks a step ahead of the search, for all starts of a batch at once.
///
/// Nearly every look-up in the trie waits for memory. Done one after another for each start they would
/// take most of the time; here each step is done for all starts of a batch before the next one, and asks
/// for the memory that the next step reads.
extension Matcher {
  /// Finds where the first edges lead, reads the tokens behind, drops the starts that lead nowhere, and
  /// finds where the second edges lead.
  ///
  /// What is dropped would give no hit, and nothing else in the search hangs on it: no name ends at its
  /// first token, none goes on with the token behind, and no small words before it begin one. Sentences
  /// are not looked at here, since one that ends earlier only leaves fewer names.
  func look(ahead starts: NameStartList, _ text: Span<UInt8>) {
    // What `first` reads was asked for when the start was found.
    starts.findTargets { tables.first($0) }
    for index in 0..<starts.foundCount {
      var start = starts.start(index)
      if start.hash != 0 {
        lookAtSecond(&start, index, starts, text)
        if start.target == 0, !mayMatter(start, text) { continue }
      }
      starts.keep(start)
    }
    // What `second` reads was asked for when the token behind was read.
    starts.findSecondTargets { tables.second($0.secondHash, from: $0.target) }
  }

  /// Reads the token behind a start, if names go on there; takes the target away where none does.
  @inline(__always)
  private func lookAtSecond(
    _ start: inout NameStart, _ index: Int, _ starts: NameStartList, _ text: Span<UInt8>
  ) {
    if start.target == 0 || start.target & LexiconTables.leaf != 0 { return }
    let (pattern, followers) = tables.state(start.target)
    if pattern != 0 { tables.prepareEntries(pattern &- 1) }
    if followers != 0 {
      // Nearly always a single space stands between two words with capitals.
      if let (word, hash) = starts.noted(behind: index), word.place == start.end &+ 1,
        text[start.end] == 0x20
      {
        start.second = word.place
        start.secondEnd = word.place &+ Int(word.length)
        start.secondHash = hash
      } else if let (_, next) = tokenizer.gap(text, at: start.end, limit: text.count) {
        // Dotted initials are read where the end of the sentence is known.
        guard let word = tokenizer.word(text, at: next, limit: text.count) else { return }
        start.second = next
        start.secondEnd = word.end
        start.secondHash = word.hash
      }
    }
    if start.secondEnd != 0, followers & LexiconTables.follower(start.secondHash) != 0 {
      tables.prepareNext(start.secondHash, from: start.target)
    } else {
      start.secondEnd = 0
      if pattern == 0 { start.target = 0 }
    }
  }

  /// Whether a start from which no edge leads may still tell something: of the small words, or of the
  /// initials, before it.
  @inline(__always)
  private func mayMatter(_ start: NameStart, _ text: Span<UInt8>) -> Bool {
    tables.mayFollowLead(start.hash) || start.place > 0 && text[start.place &- 1] == 0x2E
  }
}
