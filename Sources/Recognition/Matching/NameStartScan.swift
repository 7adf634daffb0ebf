import CByteMasks
import Gazetteers

/// Finds where the tokens of a text begin that could begin a name, 64 bytes at a time.
///
/// Of 64 bytes a few instructions make bit masks (`CByteMasks`): which are letters or digits, which
/// capitals, which of another script. A word begins where a word byte follows a byte that is none, and
/// it ends at the next bit that is not set. Two filters turn words away: its first eight letters, for a
/// small one (only where the lexicon holds names in small letters), and its hash (`NameStartScan+Hash`).
/// In English news one word in seven has a capital, and of these the filters leave what a gazetteer of
/// that size really begins names with.
///
/// It goes in two steps, each a plain loop: the words of a batch of blocks are noted with their lengths,
/// and then all of them are hashed. In one step the processor would guess wrongly at each block how
/// many words it has, and wait for each word's hash.
///
/// Every token that can begin a name is given, in order; some that are given begin no token.
///
/// Invariant of the unsafe code: `bytes` holds `limit` readable bytes. A block is read in place only
/// where 72 bytes are left, else from a copy padded with zeros; of a block at most the 72 bytes from
/// its start are read. A run has at most `NameStartList.run` blocks, all of them of the one or the other
/// kind.
@safe struct NameStartScan {
  let bytes: UnsafePointer<UInt8>
  let limit: Int
  let tables: LexiconTables
  let wantsAll: Bool

  let tokenizer = Tokenizer()

  /// How far the scan is: apart from the scan itself, so that nothing of that is ever copied.
  struct Progress {
    /// The first byte of the next block.
    fileprivate(set) var next: Int

    // The blocks whose masks are made: the first to look at, and how many there are.
    fileprivate var index = 0
    fileprivate var count = 0

    /// What the block before says of the next one.
    var carries = Carries()

    /// The last start of the batches before; -1 where there was none.
    fileprivate(set) var lastFound = -1

    /// - Parameter start: Where to begin.
    init(from start: Int) { next = start }
  }

  /// What a block says of the next one.
  struct Carries {
    /// Whether the last word noted goes on where the block begins.
    var lastIsOpen = false

    // Of the byte before the block, in the lowest bit: whether it is part of a word for certain, and
    // whether of a word or another script but no capital.
    var word: UInt64 = 0
    var small: UInt64 = 0

    /// The same: whether of a scalar outside ASCII that is not known to be a letter, and whether of a word
    /// that may begin with a small ASCII letter.
    var sign: UInt64 = 0
    var begunSmall: UInt64 = 0

    /// Whether of a word or of a scalar outside ASCII.
    var part: UInt64 = 0

    /// The first bytes of the block that belong to a letter which began before it.
    var letter: UInt64 = 0
  }

  /// The bytes of a block that may be read.
  private static let blockLength = 72

  /// - Parameters:
  ///   - bytes: The text.
  ///   - limit: Where to end.
  ///   - tables: The lexicon's filters.
  ///   - wantsAll: Whether every token is wanted, whatever its capitals.
  @unsafe init(
    _ bytes: UnsafePointer<UInt8>, limit: Int, _ tables: LexiconTables, wantsAll: Bool
  ) {
    unsafe self.bytes = bytes
    self.limit = limit
    self.tables = tables
    self.wantsAll = wantsAll
  }

  /// Gathers the next starts.
  ///
  /// - Parameters:
  ///   - starts: Replaced by some starts, in order; may stay empty before the end.
  ///   - progress: How far the scan is.
  /// - Returns: Whether anything was left to look through.
  @inline(never)  // Within the search it would share the processor's registers.
  func fill(_ starts: NameStartList, _ progress: inout Progress) -> Bool {
    starts.removeAll()
    guard progress.next < limit else { return false }
    // What changes with every block is kept out of memory.
    var (carries, words, next) = (progress.carries, starts.words, progress.next)
    while next < limit, words.count < NameStartList.batch {
      if next &+ Self.blockLength > limit {
        noteLast(at: next, &carries, &words)
        next &+= 64
        continue
      }
      if progress.index == progress.count { readRun(at: next, starts, &progress) }
      var index = progress.index
      while index < progress.count, words.count < NameStartList.batch {
        unsafe note(bytes + next, starts.masks(index), at: next, &carries, &words)
        index &+= 1
        next &+= 64
      }
      progress.index = index
    }
    (progress.carries, progress.next, starts.words) = (carries, next, words)
    if carries.lastIsOpen { closeLast(starts, &progress) }
    hash(starts, after: progress.lastFound)
    progress.lastFound = max(progress.lastFound, starts.lastPlace)
    return true
  }

  /// Makes the masks of the next blocks.
  private func readRun(at next: Int, _ starts: NameStartList, _ progress: inout Progress) {
    progress.index = 0
    progress.count = min(NameStartList.run, (limit &- next &- Self.blockLength) / 64 &+ 1)
    unsafe starts.fillMasks(of: bytes + next, progress.count, tables.smallLetters)
  }

  /// Looks through what is left where that is less than may be read of a block.
  private func noteLast(at next: Int, _ carries: inout Carries, _ words: inout WordList) {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.blockLength) { copy in
      unsafe copy.initialize(repeating: 0)
      guard let start = copy.baseAddress else { return }
      unsafe start.update(from: bytes + next, count: min(limit - next, Self.blockLength))
      unsafe note(UnsafePointer(start), relata_byte_masks(start), at: next, &carries, &words)
    }
  }

  /// Notes the words of a block that may begin a name, and how long they are.
  ///
  /// - Parameters:
  ///   - block: 72 readable bytes, the first 64 of which are the block.
  ///   - place: Where the block begins.
  @unsafe @inline(__always)
  private func note(
    _ block: UnsafePointer<UInt8>, _ masks: RelataByteMasks, at place: Int,
    _ carries: inout Carries, _ words: inout WordList
  ) {
    if carries.lastIsOpen {
      words.extendLast(by: (~masks.words).trailingZeroBitCount)
      carries.lastIsOpen = masks.words == ~0
    }
    let letters =
      masks.leads == 0 && carries.letter == 0 ? 0 : letters(masks.letters, &carries)
    let inWord = masks.words | letters
    // Any other scalar may be a quote or a dash, so a word may begin behind it.
    let begins = inWord & ~(inWord &<< 1 | carries.word)
    var wanted = masks.capitals & begins
    var small: UInt64 = 0
    if wantsAll {
      wanted |= masks.words & begins | masks.ampersands
    } else if !tables.starts.isEmpty {
      if tables.starts.contains(.small) {
        small = masks.words & ~masks.capitals & begins & masks.beginnings & ~tooShort(masks)
      }
      if tables.starts.contains(.digit) { wanted |= masks.digits & begins }
      if tables.starts.contains(.ampersand) { wanted |= masks.ampersands }
      if tables.starts.contains(.innerCapital) {
        let inner = inner(masks, letters, begins, &carries)
        if inner != 0 { wanted |= innerStarts(inner, at: place, &words) }
      }
      if tables.starts.contains(.address) {
        let periods = innerPeriods(masks, &carries)
        if periods != 0 { wanted |= startsOfWords(at: periods, block: place, &words) }
      }
      small &= ~wanted
    }
    carries.word = inWord &>> 63
    carries.small = (masks.words & ~masks.capitals | masks.others) &>> 63
    let leads = masks.leads & (begins | ~letters)
    if leads != 0 { wanted |= unsafe passing(leads: leads, block) }
    if small != 0 { small = unsafe passing(small, masks, block) }
    // Nearly never does a small word pass. The branch lets the processor note the others before it knows.
    if small == 0 {
      words.append(wanted, ends: ~masks.words, block: place, small: 0)
    } else {
      wanted |= small
      words.append(wanted, ends: ~masks.words, block: place, small: small)
    }
    if masks.words &>> 63 == 1, words.lastEnd == place &+ 64 { carries.lastIsOpen = true }
  }

  /// The words of two and of three letters, if no name in small letters begins with one that short.
  @inline(__always)
  private func tooShort(_ masks: RelataByteMasks) -> UInt64 {
    let (second, third) = (masks.words &>> 1, masks.words &>> 2)
    let ends = ~(masks.words | masks.others)
    let isTwo = tables.starts.contains(.smallOfTwo) ? 0 : second & ends &>> 2
    let isThree = tables.starts.contains(.smallOfThree) ? 0 : second & third & ends &>> 3
    return isTwo | isThree
  }

  /// The bytes of the letters outside ASCII that are told by their first two bytes; all others are
  /// looked at one by one.
  private func letters(_ masks: RelataLetterMasks, _ carries: inout Carries) -> UInt64 {
    let (pairs, triples) = (masks.pairs, masks.triples)
    let letters = pairs | pairs &<< 1 | triples | triples &<< 1 | triples &<< 2 | carries.letter
    carries.letter = pairs &>> 63 | triples &>> 62 | (triples &>> 63) &* 3
    return letters
  }

  /// The bits of the small words that pass the filter of first letters.
  ///
  /// - Parameters:
  ///   - small: Where they begin.
  ///   - masks: The masks of the block.
  ///   - block: 72 readable bytes, the first 64 of which are the block.
  @unsafe @inline(__always)
  private func passing(
    _ small: UInt64, _ masks: RelataByteMasks, _ block: UnsafePointer<UInt8>
  ) -> UInt64 {
    // Of the bytes behind the block, so that the length of each word's beginning is known.
    let behind = unsafe eightBytes(block + 64)
    let ends = (~masks.words, ~EightBytes.gathered(behind.wordBytes) &<< 1)
    // Nearly always none passes; which one does is asked only where one may.
    var (left, any): (UInt64, UInt64) = (small, 0)
    while left != 0 {
      let (bytes, length) = unsafe beginning(&left, block, ends)
      any |= tables.mayBeginSmall(bytes, length: length)
    }
    if any & 1 == 0 { return 0 }
    var result: UInt64 = 0
    left = small
    while left != 0 {
      let place = left.trailingZeroBitCount
      let (bytes, length) = unsafe beginning(&left, block, ends)
      // Bounds: place is below 64, and nine bytes are looked at.
      let begins = unsafe tables.beginsSmall(bytes, length: length, at: block + place)
      result |= (begins ? 1 : 0) &<< UInt64(truncatingIfNeeded: place)
    }
    return result
  }

  /// The first bytes of a word, and how many of them are letters and digits, 8 at most.
  ///
  /// - Parameters:
  ///   - left: Where words begin; the first is taken away.
  ///   - block: The block.
  ///   - ends: The bytes that belong to no word: of the block, and of those behind it, from bit 1 on.
  @unsafe @inline(__always)
  private func beginning(
    _ left: inout UInt64, _ block: UnsafePointer<UInt8>, _ ends: (UInt64, UInt64)
  ) -> (EightBytes, Int) {
    let place = UInt64(truncatingIfNeeded: left.trailingZeroBitCount)
    left &= left &- 1
    let end = ends.0 &>> place | ends.1 &<< (63 &- place) | 0x100
    // Bounds: place is below 64.
    return (
      unsafe eightBytes(block + Int(truncatingIfNeeded: place)), end.trailingZeroBitCount
    )
  }

  /// The eight bytes at an address, all of which are readable.
  @unsafe @inline(__always)
  private func eightBytes(_ address: UnsafePointer<UInt8>) -> EightBytes {
    EightBytes(
      UInt64(littleEndian: unsafe UnsafeRawPointer(address).loadUnaligned(as: UInt64.self)))
  }
}
