import CByteMasks
import Gazetteers

/// A place of a text where a name may begin.
struct NameStart {
  var place: Int

  /// Where its token ends, and the token's hash; both 0 where they are still to be read.
  var end = 0
  var hash: UInt64 = 0

  /// Where the trie's first edge leads; only where the hash is known.
  var target: UInt32 = 0
}

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

  // Of the byte before the next block, in the lowest bit: whether it is part of a word, whether of a
  // scalar of another script, and whether it is one of these but no capital.
  private var wordCarry: UInt64 = 0
  private var otherCarry: UInt64 = 0
  private var smallCarry: UInt64 = 0

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
  mutating func fill(_ starts: NameStartList) -> Bool {
    starts.count = 0
    guard next < limit else { return false }
    while next < limit, starts.count < NameStartList.batch {
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
      for offset in 0..<min(limit - next, Self.blockLength) {
        unsafe copy[offset] = bytes[next + offset]
      }
      guard let start = copy.baseAddress else { return }
      unsafe scan(UnsafePointer(start), starts)
    }
  }

  /// - Parameter block: The 72 bytes from `next` on.
  @unsafe @inline(__always)
  private mutating func scan(_ block: UnsafePointer<UInt8>, _ starts: NameStartList) {
    let masks = unsafe relata_byte_masks(block)
    let inWord = masks.words | masks.others
    // A scalar of another script may be a quote or a dash, so a word may begin behind it.
    let begins =
      inWord & ~(inWord &<< 1 | wordCarry) | masks.words & (masks.others &<< 1 | otherCarry)
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
    otherCarry = masks.others &>> 63
    smallCarry = (masks.words & ~masks.capitals | masks.others) &>> 63
    if masks.leads != 0 { wanted |= unsafe leads(masks.leads, block) }
    if small != 0 { wanted |= unsafe passing(small, block) }
    while wanted != 0 {
      let bit = wanted.trailingZeroBitCount
      wanted &= wanted &- 1
      unsafe add(bit, block, masks, isSmall: small &>> UInt64(bit) & 1, starts)
    }
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
  private func add(
    _ bit: Int, _ block: UnsafePointer<UInt8>, _ masks: RelataByteMasks, isSmall: UInt64,
    _ starts: NameStartList
  ) {
    let length = (~(masks.words &>> UInt64(bit))).trailingZeroBitCount
    let end = bit &+ length
    // Where the block ends, an accent follows, or initials may begin, the token is read in full.
    guard length > 1, end < 64, masks.others &>> UInt64(end) & 1 == 0 else {
      starts.append(NameStart(place: next &+ bit), if: true)
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
    starts.append(NameStart(place: next &+ bit, end: next &+ end, hash: hash), if: passes)
  }

  /// The bits of the scalars of other scripts that may begin a name.
  @unsafe private func leads(_ leads: UInt64, _ block: UnsafePointer<UInt8>) -> UInt64 {
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
  private func innerStarts(_ capitals: UInt64, _ starts: NameStartList) -> UInt64 {
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
        starts.append(NameStart(place: start), if: starts.lastPlace < start)
      }
    }
    return result
  }
}

/// The starts that were found in some blocks.
///
/// Invariant of the unsafe code: there is room for a batch and for all that one block adds to it (a
/// start at each of its bytes at most, and one that began before); `fill` looks at no further block
/// once there is a batch. Only the first `count` are read, which were written before; so the memory is
/// not filled at the beginning, which cost more than a short document.
@safe final class NameStartList {
  /// So many are gathered before they are looked at, so that memory is asked for in time.
  static let batch = 32
  private static let capacity = batch + 64 + 64 + 1

  private let start: UnsafeMutablePointer<NameStart>
  var count = 0

  init() {
    unsafe start = .allocate(capacity: Self.capacity)
  }

  deinit { unsafe start.deallocate() }

  /// Writes a start behind the others, and counts it only on a condition.
  @inline(__always)
  func append(_ element: NameStart, if condition: Bool) {
    precondition(count < Self.capacity)
    unsafe (start + count).initialize(to: element)
    count &+= condition ? 1 : 0
  }

  @inline(__always)
  subscript(_ index: Int) -> NameStart {
    precondition(index >= 0 && index < count)
    return unsafe start[index]
  }

  /// Notes where the first edges lead. What each look-up reads was asked for when its start was found,
  /// and what the next step of each will read is asked for here, so that few wait for memory.
  func findTargets(_ tables: LexiconTables) {
    for index in 0..<min(count, Self.capacity) where unsafe start[index].hash != 0 {
      unsafe start[index].target = tables.first(start[index].hash)
    }
  }

  /// The place of the last one; -1 where there is none.
  var lastPlace: Int { count == 0 ? -1 : self[count - 1].place }
}
