import Gazetteers

/// The second step of the search for starts: the words that were noted are hashed, and the filter of
/// first words turns most of them away.
///
/// Most words have at most sixteen letters, all of them ASCII. These are hashed without a branch, and
/// the filter is passed without one: what is looked at is written to the list, and the list grows by
/// one or by none. A branch would be guessed wrongly once in a few words, which costs more than all the
/// rest, and would keep the processor from reading the filter for several words at once.
extension NameStartScan {
  /// The longest word that is hashed without a branch.
  private static let longest = 16

  /// Hashes the words that were noted and adds those that may begin a name.
  ///
  /// - Parameters:
  ///   - starts: What was noted, and where starts are added.
  ///   - lastFound: The last start of the batches before.
  func hash(_ starts: NameStartList, after lastFound: Int) {
    let words = starts.words
    for index in 0..<words.count {
      let word = words[index]
      let length = Int(word.length)
      let end = word.place &+ length
      // A single letter may begin initials; an accent may follow; the loads must be within the text.
      guard length > 1, length <= Self.longest, word.place &+ Self.longest < limit,
        unsafe bytes[end] < 0x80
      else {
        starts.append(hash: 0)
        addWord(at: word.place, index, starts, after: lastFound)
        continue
      }
      let raw = unsafe UnsafeRawPointer(bytes + word.place)
      let low = unsafe UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
      let high = unsafe UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      let hash = TokenHash.ofASCII(EightBytes(low), EightBytes(high), length)
      let passes = word.isSmall ? tables.mayBeginSmall(token: hash) : tables.mayBegin(hash)
      starts.append(hash: hash)
      starts.append(FoundStart(place: word.place, end: end, hash: hash, word: index), if: passes)
    }
    for index in 0..<starts.foundCount { tables.prepare(starts.hash(index)) }
  }

  /// Adds the token that begins at a place, if its hash may begin a name, or cannot be told here.
  ///
  /// - Parameters:
  ///   - place: Where it begins.
  ///   - index: Its number among the words noted.
  private func addWord(
    at place: Int, _ index: Int, _ starts: NameStartList, after lastFound: Int
  ) {
    let text = unsafe Span(_unsafeStart: bytes, count: limit)
    guard text[place] < 0x80 || beginsToken(text, place) else { return }
    // A word that begins in one block and has a capital in the next may be noted twice.
    guard max(lastFound, starts.lastPlace) < place else { return }
    let before = place > 0 ? text[place - 1] : 0x20
    // Initials are read where the sentence is known: those that begin here, or end (`u.N`).
    guard before != 0x2E,
      let word = tokenizer.word(text, at: place, limit: limit)
    else {
      starts.append(FoundStart(place: place, word: index), if: true)
      return
    }
    // A letter that is not ASCII, in the middle of a word.
    if !word.standsAlone, ScalarTable.ascii(before) <= ScalarClass.upper,
      ScalarTable.ascii(before) != ScalarClass.other
    {
      return
    }
    let passes = tables.mayBegin(word.hash)
    let start = FoundStart(
      place: place, end: word.end, hash: word.hash, standsAlone: word.standsAlone, word: index)
    starts.append(start, if: passes)
  }

  private func beginsToken(_ text: Span<UInt8>, _ place: Int) -> Bool {
    Tokenizer.beginsToken(tokenizer.classify(text, at: place, limit: limit).class)
  }

  /// Finds the end of the last word noted where no further block is looked at yet.
  func closeLast(_ starts: NameStartList, _ progress: inout Progress) {
    progress.carries.lastIsOpen = false
    let text = unsafe Span(_unsafeStart: bytes, count: limit)
    var end = starts.words.lastEnd
    while end < limit, text[end] < 0x80, ScalarTable.ascii(text[end]) <= ScalarClass.upper,
      ScalarTable.ascii(text[end]) != ScalarClass.other
    { end += 1 }
    starts.words.extendLast(by: end - starts.words.lastEnd)
  }
}
