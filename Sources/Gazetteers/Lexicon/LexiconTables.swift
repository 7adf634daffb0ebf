import CByteMasks

/// What a match looks at for every token: the sections of a lexicon's image that hold the trie.
///
/// The trie's edges lie in one open-addressing table (`slots`): 32 bits of an edge's key above what it
/// leads to. That is an inner state, or, with the highest bit set, the pattern that ends there where
/// no name goes on; most edges of a gazetteer are such leaves. Of an inner state, `states` holds the
/// pattern that ends in it plus one, and above it a filter of the tokens that may follow.
///
/// Two edges of the trie never share both a probe sequence and those 32 bits (compiling takes another
/// seed then); a token of no name may by chance seem to follow an edge, which leads to a pattern but
/// not to a match, since of a whole pattern 32 bits more are compared.
///
/// It is nothing but addresses within the image of a `Lexicon`, to be used only while that is held.
public struct LexiconTables: Sendable {
  @usableFromInline let slots: FlatArray<UInt64>
  @usableFromInline let states: FlatArray<UInt64>
  @usableFromInline let edges: BitFilter
  @usableFromInline let firstTokens: BitFilter
  @usableFromInline let leadTokens: BitFilter
  @usableFromInline let leadWords: BitFilter
  @usableFromInline let smallStarts: BitFilter
  @usableFromInline let smallTokens: BitFilter
  @usableFromInline let others: OtherStartFilter
  @usableFromInline let otherFirstBytes: UInt64
  @usableFromInline let checks: FlatArray<UInt32>
  @usableFromInline let entryEntities: FlatArray<UInt32>
  @usableFromInline let entryDetails: FlatArray<UInt32>
  @usableFromInline let entryFlags: FlatArray<UInt16>
  @usableFromInline let seed: UInt64
  @usableFromInline let longestProbe: Int

  /// Which beginnings of names need a look at more than capitals.
  public let starts: NameStarts

  /// Which letters stand first, second and third in names in small letters; `nil` where there are no
  /// such names.
  public let smallLetters: RelataLetterSets?

  /// The most small words that stand before the first capital of a name such as `al-Assad`.
  public let longestLead: Int

  /// The state every match begins in.
  public static let root: UInt32 = 0

  /// Marks an edge that leads to a pattern and nowhere else.
  public static let leaf: UInt32 = 1 << 31

  init(_ image: LexiconImage) {
    slots = image.section(.slots)
    states = image.section(.states)
    edges = BitFilter(image.section(.edges))
    firstTokens = BitFilter(image.section(.firstTokens))
    leadTokens = BitFilter(image.section(.leadTokens))
    leadWords = BitFilter(image.section(.leadWords))
    smallStarts = BitFilter(image.section(.smallStarts))
    smallTokens = BitFilter(image.section(.smallTokens))
    others = OtherStartFilter(
      scalars: BitFilter(image.section(.startScalars)),
      starts: BitFilter(image.section(.otherStarts)))
    otherFirstBytes = others.firstBytes
    checks = image.section(.entryChecks)
    entryEntities = image.section(.entryEntities)
    entryDetails = image.section(.entryDetails)
    entryFlags = image.section(.entryFlags)
    seed = image[.seed]
    longestProbe = Int(truncatingIfNeeded: min(image[.longestProbe], UInt64(slots.count) + 1))
    starts = NameStarts(rawValue: UInt8(truncatingIfNeeded: image[.flags]))
    longestLead = Int(truncatingIfNeeded: min(image[.longestLead], 1 << 20))
    smallLetters = starts.contains(.small) ? Self.letterSets(image.section(.smallLetters)) : nil
  }

  /// The key of an edge: its high bits give the first slot, its low half tells edges apart.
  @inlinable @inline(__always)
  static func key(_ state: UInt32, _ token: UInt64, _ seed: UInt64) -> UInt64 {
    let product = (token ^ seed ^ UInt64(state) &* 0xD6E8_FEB8_6659_FD93) &* TokenHash.multiplier
    return product ^ product &>> 32
  }

  /// The slot where the search for a key begins.
  @inlinable @inline(__always)
  static func slot(of key: UInt64, in count: Int) -> Int {
    Int(truncatingIfNeeded: key.multipliedFullWidth(by: UInt64(truncatingIfNeeded: count)).high)
  }

  /// Whether a token may begin a name, or follow the small words that do: false for nearly all others.
  @inlinable @inline(__always)
  public func mayBegin(_ token: UInt64) -> Bool { firstTokens.holds(token) }

  /// Whether names may begin with small words directly before a token.
  @inlinable @inline(__always)
  public func mayFollowLead(_ token: UInt64) -> Bool { leadTokens.holds(token) }

  /// Whether a token may be one of the small words before a capital in a name.
  @inlinable @inline(__always)
  public func mayLead(_ token: UInt64) -> Bool { leadWords.holds(token) }

  /// Whether a word without a capital may begin a name, by its first bytes: 1 in the lowest bit if so,
  /// since a branch on each of many words nobody could guess.
  ///
  /// - Parameters:
  ///   - bytes: The first eight from the word on, with zeros behind the text.
  ///   - length: How many ASCII letters and digits stand there before any other byte, from 1 to 8.
  /// - Returns: The other bits are of no meaning.
  @inlinable @inline(__always)
  public func mayBeginSmall(_ bytes: EightBytes, length: Int) -> UInt64 {
    let isKnown = smallStarts.bits(SmallStart.hash(bytes.smallLetters, length: length))
    let isInitial: UInt64 = bytes.raw & 0xFF00 == 0x2E00 ? 1 : 0
    return isKnown | SmallStart.diacritic(bytes, behind: length) | isInitial
  }

  /// The same, looked at more closely: a word with a diacritic is told by its first three letters.
  ///
  /// - Parameters:
  ///   - bytes: As above.
  ///   - length: As above.
  ///   - text: The first of them in the text; nine bytes must be readable.
  @unsafe @inlinable @inline(__always)
  public func beginsSmall(
    _ bytes: EightBytes, length: Int, at text: UnsafePointer<UInt8>
  ) -> Bool {
    SmallStart.diacritic(bytes, behind: length) & 1 == 0
      ? mayBeginSmall(bytes, length: length) & 1 == 1 : unsafe others.mayBeginAccented(at: text)
  }

  private static func letterSets(_ section: FlatArray<UInt8>) -> RelataLetterSets {
    var sets = RelataLetterSets()
    unsafe withUnsafeMutableBytes(of: &sets) { bytes in
      for place in bytes.indices { unsafe bytes[place] = section[place] }
    }
    return sets
  }

  /// Whether a token without a capital may begin a name, by its hash.
  @inlinable @inline(__always)
  public func mayBeginSmall(token: UInt64) -> Bool { smallTokens.holds(token) }

  /// Whether a name may begin at a scalar that is not ASCII.
  ///
  /// - Parameter text: The first byte of the scalar; nine bytes must be readable.
  @unsafe @inlinable @inline(__always)
  public func mayBegin(at text: UnsafePointer<UInt8>) -> Bool {
    // Most lexicons know few scripts.
    let first = UInt64(unsafe text[0] & 0x3F)
    guard otherFirstBytes &>> first & 1 == 1 else { return false }
    return unsafe others.mayBegin(at: text, starts)
  }

  /// Asks for the memory that `first` will read.
  @inlinable @inline(__always)
  public func prepare(_ token: UInt64) {
    slots.prepare(Self.slot(of: Self.key(Self.root, token, seed), in: slots.count))
  }

  /// Where a token leads from a state: an inner state, a leaf, or 0 where nowhere.
  @inlinable @inline(__always)
  public func next(_ token: UInt64, from state: UInt32) -> UInt32 {
    let key = Self.key(state, token, seed)
    return edges.holds(key) ? target(of: key) : 0
  }

  /// Where a token leads from the root, if `mayBegin` says so; asks for the memory that comes next.
  @inlinable @inline(__always)
  public func first(_ token: UInt64) -> UInt32 {
    let target = target(of: Self.key(Self.root, token, seed))
    let index = Int(truncatingIfNeeded: target & ~Self.leaf)
    if target & Self.leaf == 0 {
      states.prepare(index)
    } else {
      prepareEntries(target & ~Self.leaf)
    }
    return target
  }

  /// Where a token leads from a state that it may follow; asks for the memory that comes next.
  @inlinable @inline(__always)
  public func second(_ token: UInt64, from state: UInt32) -> UInt32 {
    let target = next(token, from: state)
    if target & Self.leaf == 0 {
      states.prepare(Int(truncatingIfNeeded: target))
    } else {
      prepareEntries(target & ~Self.leaf)
    }
    return target
  }

  /// Asks for the memory that the check of a pattern and its first entry will read.
  @inlinable @inline(__always)
  public func prepareEntries(_ pattern: UInt32) {
    let index = Int(truncatingIfNeeded: pattern)
    checks.prepare(index)
    entryFlags.prepare(index)
    entryEntities.prepare(index)
    entryDetails.prepare(index)
  }

  /// Asks for the memory that `next` will read.
  @inlinable @inline(__always)
  public func prepareNext(_ token: UInt64, from state: UInt32) {
    let key = Self.key(state, token, seed)
    edges.prepare(key)
    slots.prepare(Self.slot(of: key, in: slots.count))
  }

  @inlinable @inline(__always)
  func target(of key: UInt64) -> UInt32 {
    let tag = key & 0xFFFF_FFFF
    var slot = Self.slot(of: key, in: slots.count)
    var left = longestProbe
    while left > 0 {
      let value = slots[slot]
      if value &>> 32 == tag || value == 0 { return UInt32(truncatingIfNeeded: value) }
      slot &+= 1
      if slot == slots.count { slot = 0 }
      left &-= 1
    }
    return 0
  }

  /// What an inner state holds: the pattern that ends there plus one, or 0; and what may follow.
  @inlinable @inline(__always)
  public func state(_ state: UInt32) -> (pattern: UInt32, followers: UInt32) {
    let index = Int(truncatingIfNeeded: state)
    guard index < states.count else { return (0, 0) }
    let value = states[index]
    return (UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value &>> 32))
  }

  /// The bit of a token in the filter of what may follow a state.
  @inlinable @inline(__always)
  public static func follower(_ token: UInt64) -> UInt32 {
    1 &<< UInt32(truncatingIfNeeded: token &>> 59)
  }

  /// Whether a pattern's tokens have a hash (`TokenHash.combine` over all of them).
  @inlinable @inline(__always)
  public func matches(_ pattern: UInt32, hash: UInt64) -> Bool {
    let index = Int(truncatingIfNeeded: pattern)
    guard index < checks.count else { return false }
    return checks[index] == UInt32(truncatingIfNeeded: hash &>> 32)
  }
}
