import CByteMasks
import Gazetteers

/// A place of a text where a name may begin.
struct NameStart {
  var place: Int

  /// Where its token ends, and the token's hash; both 0 where they are still to be read.
  var end = 0
  var hash: UInt64 = 0
}

/// Finds where the tokens of a text begin that could begin a name, 64 bytes at a time.
///
/// Of 64 bytes a few instructions make bit masks (`CByteMasks`): which are letters or digits, which
/// capitals, which of another script. A word begins where a word byte follows a byte that is none, and
/// it ends at the next such bit, so its hash costs one load and two multiplications. Then two filters
/// turn it away: its hash, for a capital; its first three letters, for a small one, and only where the
/// lexicon holds names in small letters. In English news one word in seven has a capital, and of these
/// the filter leaves what a gazetteer of that size really begins names with.
///
/// Every token that can begin a name is given, in order; some that are given begin no token.
///
/// Invariant of the unsafe code: `bytes` holds `limit` readable bytes. 64 are read at once only where
/// so many are left, or from a copy padded with zeros; eight only where eight are left.
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

  /// How many starts are gathered before they are looked at, so that memory is asked for in time.
  private static let batch = 32

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
  mutating func fill(_ starts: inout [NameStart]) -> Bool {
    starts.removeAll(keepingCapacity: true)
    guard next < limit else { return false }
    while next < limit, starts.count < Self.batch {
      scan(next + 64 <= limit ? unsafe relata_byte_masks(bytes + next) : lastMasks(), &starts)
      next &+= 64
    }
    return true
  }

  /// The masks of what is left, less than a block.
  private func lastMasks() -> RelataByteMasks {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { copy in
      unsafe copy.initialize(repeating: 0)
      for offset in 0..<limit - next { unsafe copy[offset] = bytes[next + offset] }
      guard let start = copy.baseAddress else { return RelataByteMasks() }
      return unsafe relata_byte_masks(start)
    }
  }

  @inline(__always)
  private mutating func scan(_ masks: RelataByteMasks, _ starts: inout [NameStart]) {
    let inWord = masks.words | masks.others
    // A scalar of another script may be a quote or a dash, so a word may begin behind it.
    let begins =
      inWord & ~(inWord &<< 1 | wordCarry) | masks.words & (masks.others &<< 1 | otherCarry)
    var wanted = masks.capitals & begins | masks.leads
    var small: UInt64 = 0
    if wantsAll {
      wanted |= masks.words & begins | masks.ampersands
    } else if !tables.starts.isEmpty {
      if tables.starts.contains(.small) { small = masks.words & ~masks.capitals & begins }
      if tables.starts.contains(.digit) { wanted |= masks.digits & begins }
      if tables.starts.contains(.ampersand) { wanted |= masks.ampersands }
      if tables.starts.contains(.innerCapital) {
        let behind = (masks.words & ~masks.capitals | masks.others) &<< 1 | smallCarry
        wanted |= innerStarts((masks.capitals | masks.leads) & behind, &starts)
      }
      small &= ~wanted
    }
    wordCarry = inWord &>> 63
    otherCarry = masks.others &>> 63
    smallCarry = (masks.words & ~masks.capitals | masks.others) &>> 63
    var pending = wanted | small
    while pending != 0 {
      let bit = pending.trailingZeroBitCount
      pending &= pending &- 1
      let place = next &+ bit
      if masks.leads &>> UInt64(bit) & 1 == 1 {
        if wantsAll || mayBegin(scalarAt: place) { starts.append(NameStart(place: place)) }
        continue
      }
      let isSmall = small &>> UInt64(bit) & 1 == 1
      if isSmall, !isGiven(smallStart: place) { continue }
      add(place, bit, masks, isSmall: isSmall, &starts)
    }
  }

  /// Adds the token of ASCII letters at a place, if its hash may begin a name.
  @inline(__always)
  private func add(
    _ place: Int, _ bit: Int, _ masks: RelataByteMasks, isSmall: Bool,
    _ starts: inout [NameStart]
  ) {
    let length = (~(masks.words &>> UInt64(bit))).trailingZeroBitCount
    let end = bit &+ length
    // Where the block ends, an accent follows, or initials may begin, the token is read in full.
    guard length > 1, end < 64, masks.others &>> UInt64(end) & 1 == 0,
      place &+ ((length &+ 7) & ~7) <= limit
    else {
      starts.append(NameStart(place: place))
      return
    }
    var (hash, left, at): (UInt64, Int, Int) = (0, length, place)
    repeat {
      // Bounds: at + 8 is at most `place` and the length rounded up to eights.
      let raw = UInt64(
        littleEndian: unsafe UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self))
      let kept: UInt64 = left >= 8 ? ~0 : (1 &<< UInt64(left &* 8)) &- 1
      hash = TokenHash.mix(hash, EightBytes(raw).smallLetters & kept)
      left &-= 8
      at &+= 8
    } while left > 0
    hash = TokenHash.finish(hash, length: UInt64(truncatingIfNeeded: length))
    guard isSmall ? tables.mayBeginSmall(token: hash) : tables.mayBegin(hash) else { return }
    tables.prepare(hash)
    starts.append(NameStart(place: place, end: place &+ length, hash: hash))
  }

  /// Where the words begin that have a capital behind a small letter (`iPhone`). Those that begin in
  /// another script are found by themselves.
  ///
  /// - Returns: Bits of this block; a word that began in an earlier block is added at once, before
  ///   everything that begins in this one.
  private func innerStarts(_ capitals: UInt64, _ starts: inout [NameStart]) -> UInt64 {
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
      guard start < place, isWord(text[start]) else { continue }
      if start >= next {
        result |= 1 &<< UInt64(start &- next)
      } else if starts.last?.place ?? -1 < start {
        starts.append(NameStart(place: start))
      }
    }
    return result
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  @inline(__always)
  private func mayBegin(scalarAt place: Int) -> Bool {
    let first = UInt32(unsafe bytes[place])
    if first < 0xE0, place &+ 1 < limit {
      let value = (first & 0x1F) &<< 6 | UInt32(unsafe bytes[place &+ 1]) & 0x3F
      return tables.mayBegin(scalar: value)
    }
    if first < 0xF0, place &+ 2 < limit {
      let low = (UInt32(unsafe bytes[place &+ 1]) & 0x3F) &<< 6
      let value = (first & 0x0F) &<< 12 | low | UInt32(unsafe bytes[place &+ 2]) & 0x3F
      return tables.mayBegin(scalar: value)
    }
    return true
  }

  /// Whether a word that begins with a small letter or digit passes the filter of first letters.
  @inline(__always)
  private func isGiven(smallStart place: Int) -> Bool {
    tables.mayBeginSmall(unsafe Self.fourBytes(bytes, at: place, limit: limit))
  }

  /// Four bytes of a text, the first lowest; zeros behind its end.
  @inline(__always)
  @unsafe static func fourBytes(_ bytes: UnsafePointer<UInt8>, at place: Int, limit: Int) -> UInt32
  {
    if place &+ 4 <= limit {
      return UInt32(
        littleEndian: unsafe UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt32.self))
    }
    var raw: UInt32 = 0
    for offset in 0..<max(0, limit - place) {
      raw |= UInt32(unsafe bytes[place + offset]) << UInt32(offset * 8)
    }
    return raw
  }
}
