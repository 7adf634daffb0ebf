/// What a match looks at for every token: flat tables behind plain pointers, shared by all threads.
///
/// Invariant: the tables are written once, in `init`, and never after, and live as long as the object.
/// Every slot holds a state below `states`, every `accepted` value at most `patterns`, and every
/// pattern has a row in `patternHashes` and `entryStarts`; so an index that came out of one table is
/// in range of the next, and reads go without a check. Only `root` and the states that `next` gave may
/// be passed in. Tests compare all of it with the plain matcher, which uses none of it.
@safe public final class LexiconTables: @unchecked Sendable {
  /// The trie's edges: 32 bits of the edge's key above the state it leads to; 0 where none is.
  @usableFromInline let slots: UnsafeMutableBufferPointer<UInt64>
  @usableFromInline let slotMask: UInt64
  @usableFromInline let seed: UInt64

  /// For each state the pattern that ends there plus one, or 0.
  @usableFromInline let accepted: UnsafeMutableBufferPointer<UInt32>

  /// For each pattern, `TokenHash.combine` over its tokens.
  @usableFromInline let patternHashes: UnsafeMutableBufferPointer<UInt64>

  /// A bit for each possible ending of the hash of a token that begins a name.
  @usableFromInline let firstTokens: UnsafeMutableBufferPointer<UInt64>
  @usableFromInline let firstTokenMask: UInt64

  /// A bit for each possible ending of the key of an edge: eight times as many as there are edges, and
  /// yet so small that most of the look-ups that fail end here, near the processor.
  @usableFromInline let edges: UnsafeMutableBufferPointer<UInt64>
  @usableFromInline let edgeMask: UInt64

  /// A bit for each folded beginning (three bytes, hashed) of a name that has no capital in front.
  @usableFromInline let smallStarts: UnsafeMutableBufferPointer<UInt64>

  /// Whether any name begins without a capital.
  public let hasSmallStarts: Bool

  init(
    transitions: TransitionTable, accepted: [UInt32], patternHashes: [UInt64],
    firstTokens: [UInt64], smallStarts: [UInt32]
  ) {
    unsafe slots = .allocate(capacity: transitions.slotCount)
    for slot in 0..<transitions.slotCount {
      let value = UInt64(transitions.tag(slot)) << 32 | UInt64(transitions.target(slot))
      unsafe slots.initializeElement(at: slot, to: value)
    }
    unsafe edges = Self.filter(bits: transitions.keys.count * 8)
    edgeMask = unsafe UInt64(edges.count * 64 - 1)
    for key in transitions.keys { unsafe Self.set(key & edgeMask, in: edges) }
    slotMask = UInt64(transitions.slotCount - 1)
    seed = transitions.seed
    unsafe self.accepted = .allocate(capacity: accepted.count)
    _ = unsafe self.accepted.initialize(fromContentsOf: accepted)
    unsafe self.patternHashes = .allocate(capacity: patternHashes.count)
    _ = unsafe self.patternHashes.initialize(fromContentsOf: patternHashes)
    let distinct = Set(firstTokens)
    unsafe self.firstTokens = Self.filter(bits: distinct.count * 16)
    firstTokenMask = unsafe UInt64(self.firstTokens.count * 64 - 1)
    for hash in distinct { unsafe Self.set(hash & firstTokenMask, in: self.firstTokens) }
    unsafe self.smallStarts = .allocate(capacity: Self.smallStartBits / 64)
    unsafe self.smallStarts.initialize(repeating: 0)
    for start in smallStarts {
      let bit = Self.startBit(start)
      unsafe self.smallStarts[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    hasSmallStarts = !smallStarts.isEmpty
  }

  /// An empty filter of at least so many bits, a power of two.
  private static func filter(bits: Int) -> UnsafeMutableBufferPointer<UInt64> {
    var words = 64
    while words * 64 < bits { words *= 2 }
    let filter = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: words)
    unsafe filter.initialize(repeating: 0)
    return unsafe filter
  }

  private static func set(_ bit: UInt64, in filter: UnsafeMutableBufferPointer<UInt64>) {
    unsafe filter[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  deinit {
    unsafe slots.deallocate()
    unsafe edges.deallocate()
    unsafe accepted.deallocate()
    unsafe patternHashes.deallocate()
    unsafe firstTokens.deallocate()
    unsafe smallStarts.deallocate()
  }

  /// 2^15 bits are 4 kB: the filter stays in the nearest cache.
  @usableFromInline static let smallStartBits = 1 << 15

  @inlinable @inline(__always)
  static func startBit(_ start: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(start) &* TokenHash.multiplier) &>> 49)
  }

  /// Whether a token may begin a name: false for nearly all tokens that do not.
  @inlinable @inline(__always)
  public func mayBegin(_ token: UInt64) -> Bool {
    let bit = token & firstTokenMask
    return unsafe firstTokens[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63) & 1 == 1
  }

  /// Whether a token without a capital may begin a name, by its first three bytes.
  ///
  /// - Parameter start: The first three bytes, the first lowest, zeros behind the end of the token.
  @inlinable @inline(__always)
  public func mayBeginSmall(_ start: UInt32) -> Bool {
    let bit = Self.startBit(start)
    return unsafe smallStarts[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1
  }

  /// The state a token leads to; 0 where none.
  @inlinable @inline(__always)
  public func next(_ token: UInt64, from state: UInt32) -> UInt32 {
    let key = TransitionTable.key(state, token, seed)
    let bit = key & edgeMask
    guard unsafe edges[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63) & 1 == 1 else { return 0 }
    let tag = key &>> 32
    var slot = key & slotMask
    while true {
      let value = unsafe slots[Int(truncatingIfNeeded: slot)]
      if value &>> 32 == tag || value == 0 { return UInt32(truncatingIfNeeded: value) }
      slot = (slot &+ 1) & slotMask
    }
  }

  /// The pattern that ends in a state and whose tokens have a hash, or `nil`.
  @inlinable @inline(__always)
  public func pattern(endingIn state: UInt32, hash: UInt64) -> PatternIndex? {
    let value = unsafe accepted[Int(truncatingIfNeeded: state)]
    guard value != 0 else { return nil }
    let pattern = value &- 1
    return unsafe patternHashes[Int(truncatingIfNeeded: pattern)] == hash
      ? PatternIndex(pattern) : nil
  }
}
