import CByteMasks
import Gazetteers

/// Finds where the tokens of a text begin that could begin a name, 64 bytes at a time.
///
/// Of 64 bytes a few instructions make bit masks (`CByteMasks`): which are letters or digits, which
/// capitals, which of another script. A word begins where a word byte follows a byte that is none, and
/// it ends at the next such bit, so its hash costs one load and two multiplications. Two filters turn
/// it away: its first three letters, for a small one (only where the lexicon holds names in small
/// letters), and its hash. In English news one word in seven has a capital, and of these the filter
/// leaves what a gazetteer of that size really begins names with.
///
/// Both filters are passed without a branch: what is looked at is written to the list, and the list
/// grows by one or by none. A branch would be guessed wrongly once in a few words, which costs more
/// than all the rest, and would keep the processor from reading the filter for several words at once.
///
/// Every token that can begin a name is given, in order; some that are given begin no token.
///
/// Invariant of the unsafe code: `bytes` holds `limit` readable bytes. A block is read in place only
/// where 72 bytes are left, else from a copy padded with zeros; of a block at most the 72 bytes from
/// its start are read, since a token is read here only if it ends within the first 64.
@safe struct NameStartScan {
  private let bytes: UnsafePointer<UInt8>
  private let limit: Int
  private let tables: LexiconTables
  private let wantsAll: Bool

  /// The first byte of the next block.
  private var next: Int

  // Of the byte before the next block, in the lowest bit: whether it is part of a word for certain, and
  // whether of a word or another script but no capital.
  private var wordCarry: UInt64 = 0
  private var smallCarry: UInt64 = 0

  /// The first bytes of the next block that belong to a letter which began in the one before.
  private var letterCarry: UInt64 = 0

  private let tokenizer = Tokenizer()

  /// The bytes of a block that may be read.
  private static let blockLength = 72

  /// - Parameters:
  ///   - bytes: The text.
  ///   - range: Where to look.
  ///   - tables: The lexicon's filters.
  ///   - wantsAll: Whether every token is wanted, whatever its capitals.
  @unsafe init(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ tables: LexiconTables, wantsAll: Bool
  ) {
    unsafe self.bytes = bytes
    limit = range.upperBound
    next = range.lowerBound
    self.tables = tables
    self.wantsAll = wantsAll
  }

  /// Gathers the next starts.
  ///
  /// - Parameter starts: Replaced by some starts, in order; may stay empty before the end.
  /// - Returns: Whether anything was left to look through.
  @inline(never)  // Within the search it would share the processor's registers.
  mutating func fill(_ starts: NameStartList) -> Bool {
    starts.removeAll()
    guard next < limit else { return false }
    while next < limit, starts.foundCount < NameStartList.batch {
      if next &+ Self.blockLength <= limit {
        unsafe scan(bytes + next, starts)
      } else {
        scanLast(starts)
      }
      next &+= 64
    }
    return true
  }

  /// Looks through what is left where that is less than may be read of a block.
  private mutating func scanLast(_ starts: NameStartList) {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.blockLength) { copy in
      unsafe copy.initialize(repeating: 0)
      guard let start = copy.baseAddress else { return }
      unsafe start.update(from: bytes + next, count: min(limit - next, Self.blockLength))
      unsafe scan(UnsafePointer(start), starts)
    }
  }

  /// - Parameter block: The 72 bytes from `next` on.
  @unsafe @inline(__always)
  private mutating func scan(_ block: UnsafePointer<UInt8>, _ starts: NameStartList) {
    let masks = unsafe relata_byte_masks(block)
    let letters = masks.others == 0 ? 0 : unsafe letters(block)
    let inWord = masks.words | letters
    // Any other scalar may be a quote or a dash, so a word may begin behind it.
    let begins = inWord & ~(inWord &<< 1 | wordCarry)
    var wanted = masks.capitals & begins
    var small: UInt64 = 0
    if wantsAll {
      wanted |= masks.words & begins | masks.ampersands
    } else if !tables.starts.isEmpty {
      if tables.starts.contains(.small) { small = masks.words & ~masks.capitals & begins }
      if tables.starts.contains(.digit) { wanted |= masks.digits & begins }
      if tables.starts.contains(.ampersand) { wanted |= masks.ampersands }
      if tables.starts.contains(.innerCapital) {
        let behind = (masks.words & ~masks.capitals | masks.others) &<< 1 | smallCarry
        wanted |= innerStarts((masks.capitals | masks.leads) & behind, starts)
      }
      small &= ~wanted
    }
    wordCarry = inWord &>> 63
    smallCarry = (masks.words & ~masks.capitals | masks.others) &>> 63
    let leads = masks.leads & (begins | ~letters)
    if leads != 0 { wanted |= unsafe passing(leads: leads, block) }
    if small != 0 { wanted |= unsafe passing(small, block) }
    while wanted != 0 {
      let bit = wanted.trailingZeroBitCount
      wanted &= wanted &- 1
      unsafe add(bit, block, masks, isSmall: small &>> UInt64(bit) & 1, starts)
    }
  }

  /// The bytes of the letters outside ASCII that are told by their first two bytes; all others are
  /// looked at one by one.
  @unsafe
  private mutating func letters(_ block: UnsafePointer<UInt8>) -> UInt64 {
    let masks = unsafe relata_letter_masks(block)
    let (pairs, triples) = (masks.pairs, masks.triples)
    let letters = pairs | pairs &<< 1 | triples | triples &<< 1 | triples &<< 2 | letterCarry
    letterCarry = pairs &>> 63 | triples &>> 62 | (triples &>> 63) &* 3
    return letters
  }

  /// The bits of the small words that pass the filter of first letters.
  @unsafe @inline(__always)
  private func passing(_ small: UInt64, _ block: UnsafePointer<UInt8>) -> UInt64 {
    var (left, result): (UInt64, UInt64) = (small, 0)
    while left != 0 {
      let bit = left.trailingZeroBitCount
      left &= left &- 1
      // Bounds: bit is below 64.
      let raw = UInt32(
        littleEndian: unsafe UnsafeRawPointer(block + bit).loadUnaligned(as: UInt32.self))
      result |= (tables.mayBeginSmall(raw) ? 1 : 0) &<< UInt64(bit)
    }
    return result
  }

  /// Adds the token that begins at a bit, if its hash may begin a name.
  @unsafe @inline(__always)
  private mutating func add(
    _ bit: Int, _ block: UnsafePointer<UInt8>, _ masks: RelataByteMasks, isSmall: UInt64,
    _ starts: NameStartList
  ) {
    let length = (~(masks.words &>> UInt64(bit))).trailingZeroBitCount
    let end = bit &+ length
    // Where the block ends, an accent follows, or initials may begin, the word is read by itself.
    guard length > 1, end < 64, masks.others &>> UInt64(end) & 1 == 0 else {
      addWord(at: next &+ bit, starts)
      return
    }
    var (hash, left, at): (UInt64, Int, Int) = (0, length, bit)
    repeat {
      // Bounds: at + 8 is at most `bit` and the length rounded up to eights, so below 72.
      let raw = UInt64(
        littleEndian: unsafe UnsafeRawPointer(block + at).loadUnaligned(as: UInt64.self))
      let kept: UInt64 = left >= 8 ? ~0 : (1 &<< UInt64(left &* 8)) &- 1
      hash = TokenHash.mix(hash, EightBytes(raw).smallLetters & kept)
      left &-= 8
      at &+= 8
    } while left > 0
    hash = TokenHash.finish(hash, length: UInt64(truncatingIfNeeded: length))
    let passes = isSmall == 0 ? tables.mayBegin(hash) : tables.mayBeginSmall(token: hash)
    tables.prepare(hash, if: passes)
    starts.append(FoundStart(place: next &+ bit, end: next &+ end, hash: hash), if: passes)
  }

  /// Adds the token that begins at a place, if its hash may begin a name, or cannot be told here.
  private mutating func addWord(at place: Int, _ starts: NameStartList) {
    let text = unsafe Span(_unsafeStart: bytes, count: limit)
    guard text[place] < 0x80 || beginsToken(text, place) else { return }
    let before = place > 0 ? text[place - 1] : 0x20
    // Initials are read where the sentence is known: those that begin here, or end (`u.N`).
    guard before != 0x2E,
      let word = tokenizer.word(text, at: place, limit: limit)
    else {
      starts.append(FoundStart(place: place), if: true)
      return
    }
    // A letter that is not ASCII, in the middle of a word.
    if !word.standsAlone, ScalarTable.ascii(before) <= ScalarClass.upper,
      ScalarTable.ascii(before) != ScalarClass.other
    {
      return
    }
    let passes = tables.mayBegin(word.hash)
    tables.prepare(word.hash, if: passes)
    let start = FoundStart(
      place: place, end: word.end, hash: word.hash, standsAlone: word.standsAlone)
    starts.append(start, if: passes)
  }

  private func beginsToken(_ text: Span<UInt8>, _ place: Int) -> Bool {
    Tokenizer.beginsToken(tokenizer.classify(text, at: place, limit: limit).class)
  }

  /// The bits of the scalars of other scripts that may begin a name.
  @unsafe private mutating func passing(leads: UInt64, _ block: UnsafePointer<UInt8>) -> UInt64 {
    var (left, result): (UInt64, UInt64) = (leads, 0)
    while left != 0 {
      let bit = left.trailingZeroBitCount
      left &= left &- 1
      let passes = unsafe mayBegin(block + bit)
      result |= (wantsAll || passes ? 1 : 0) &<< UInt64(bit)
    }
    return result
  }

  /// Whether the scalar at an address, of which three bytes may be read, may begin a name.
  @unsafe @inline(__always)
  private func mayBegin(_ scalar: UnsafePointer<UInt8>) -> Bool {
    let first = UInt32(unsafe scalar[0])
    let second = UInt32(unsafe scalar[1]) & 0x3F
    if first < 0xE0 { return tables.mayBegin(scalar: (first & 0x1F) &<< 6 | second) }
    if first >= 0xF0 { return true }
    let third = UInt32(unsafe scalar[2]) & 0x3F
    return tables.mayBegin(scalar: (first & 0x0F) &<< 12 | second &<< 6 | third)
  }

  /// Where the words begin that have a capital behind a small letter (`iPhone`). Those that begin in
  /// another script are found by themselves.
  ///
  /// - Returns: Bits of this block; a word that began in an earlier block is added at once, before
  ///   everything that begins in this one.
  private mutating func innerStarts(_ capitals: UInt64, _ starts: NameStartList) -> UInt64 {
    let text = unsafe Span(_unsafeStart: bytes, count: limit)
    let tokenizer = Tokenizer()
    var (left, result): (UInt64, UInt64) = (capitals, 0)
    while left != 0 {
      let place = next &+ left.trailingZeroBitCount
      left &= left &- 1
      guard tokenizer.classify(text, at: place, limit: limit).class == ScalarClass.upper else {
        continue
      }
      // A word is longer only in text that is none.
      let run = TextPlace.wordStart(text, endingAt: place, from: max(0, place - 256))
      let start = TextPlace.afterMarks(text, run, limit: place)
      guard start < place, text[start] < 0x80, ScalarTable.ascii(text[start]) == ScalarClass.word
      else { continue }
      if start >= next {
        result |= 1 &<< UInt64(start &- next)
      } else {
        starts.append(FoundStart(place: start), if: starts.lastPlace < start)
      }
    }
    return result
  }
}
