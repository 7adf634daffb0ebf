/// The edges of a trie over tokens, while it is built: (state, token hash) to state, by open
/// addressing. `LexiconTables` is what matching reads.
///
/// A slot holds 32 bits of the edge's key and the state it leads to. Two edges of the trie never
/// share both a probe sequence and those 32 bits (building refuses and takes another seed); a token
/// that is in no name may by chance (about once in 2^31) seem to be, which leads to a state but not
/// to a match, since a whole match is checked against 64 bits of its own.
public struct TransitionTable: Sendable {
  private var tags: [UInt32]
  private var targets: [UInt32]
  private var mask: UInt64
  let seed: UInt64

  /// The keys of all edges, in the order of their making.
  private(set) var keys: [UInt64] = []

  /// The state every match starts from.
  public static let root: UInt32 = 0

  init(capacity: Int, seed: UInt64) {
    var size = 16
    while size * 5 < capacity * 8 { size *= 2 }
    tags = Array(repeating: 0, count: size)
    targets = Array(repeating: 0, count: size)
    mask = UInt64(size - 1)
    self.seed = seed
  }

  /// The key of an edge; its high half tells edges apart, its low bits give the first slot.
  @inlinable @inline(__always)
  static func key(_ state: UInt32, _ token: UInt64, _ seed: UInt64) -> UInt64 {
    let product = (token ^ seed ^ UInt64(state) &* 0xD6E8_FEB8_6659_FD93) &* TokenHash.multiplier
    return product ^ product &>> 32
  }

  /// Where the search for an edge begins, and the bits that tell it from its neighbours.
  func place(of token: UInt64, from state: UInt32) -> (slot: Int, tag: UInt32, key: UInt64) {
    let key = Self.key(state, token, seed)
    return (Int(key & mask), UInt32(truncatingIfNeeded: key >> 32), key)
  }

  var slotCount: Int { targets.count }

  func target(_ slot: Int) -> UInt32 { targets[slot] }

  func tag(_ slot: Int) -> UInt32 { tags[slot] }

  mutating func fill(_ slot: Int, tag: UInt32, target: UInt32, key: UInt64) {
    tags[slot] = tag
    targets[slot] = target
    keys.append(key)
  }
}

/// Builds a `TransitionTable`, keeping whole keys beside it so that no two edges are taken for one.
struct TransitionTableBuilder {
  private(set) var table: TransitionTable
  private var fullKeys: [UInt64]
  private(set) var stateCount: UInt32 = 1

  /// - Parameters:
  ///   - capacity: At least the number of edges to come.
  ///   - seed: Another one after a clash.
  init(capacity: Int, seed: UInt64) {
    table = TransitionTable(capacity: capacity, seed: seed)
    fullKeys = Array(repeating: 0, count: table.slotCount)
  }

  /// The state behind a token, made where it is new.
  ///
  /// - Returns: The state, or `nil` where two edges clash and the table needs another seed.
  mutating func state(behind token: UInt64, from state: UInt32) -> UInt32? {
    var (slot, tag, key) = table.place(of: token, from: state)
    while table.target(slot) != 0 {
      if fullKeys[slot] == key { return table.target(slot) }
      if table.tag(slot) == tag { return nil }
      slot = slot + 1 == table.slotCount ? 0 : slot + 1
    }
    fullKeys[slot] = key
    table.fill(slot, tag: tag, target: stateCount, key: key)
    stateCount += 1
    return stateCount - 1
  }
}
