/// Builds the trie of token sequences, and writes it as the flat tables that matching reads.
///
/// Every state remembers the edge that made it; the tables are written from that when all names are
/// in.
struct TrieBuilder {
  /// Open addressing over the edges: 32 bits of an edge's key, then the state it leads to; 0 where the
  /// slot is free. Most searches end at a free slot, and so with one look at memory.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)

  /// The edge that made a state, and the pattern that ends there, plus one; 0 where none does.
  private struct State {
    var token: UInt64
    var parent: UInt32
    var pattern: UInt32 = 0
  }

  /// One row a state, the root first.
  private var states = [State(token: 0, parent: 0)]
  private var hasFollowers: [Bool] = [true]

  /// For each pattern, `TokenHash.combine` over its tokens.
  private(set) var patternHashes: [UInt64] = []

  private static let seed: UInt64 = 0x5DEE_CE66_D1CE_B00D

  /// The pattern of a sequence of tokens, made where it is new.
  ///
  /// - Complexity: O(tokens) expected.
  mutating func pattern(of hashes: [UInt64]) -> UInt32 {
    var state: UInt32 = 0
    var sequence: UInt64 = 0
    for hash in hashes {
      state = next(hash, from: state)
      sequence = TokenHash.combine(sequence, hash)
    }
    if states[Int(state)].pattern == 0 {
      patternHashes.append(sequence)
      states[Int(state)].pattern = UInt32(patternHashes.count)
    }
    return states[Int(state)].pattern - 1
  }

  private mutating func next(_ token: UInt64, from state: UInt32) -> UInt32 {
    let key = LexiconTables.key(state, token, Self.seed)
    var slot = Self.slot(of: key, slots.count)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == key & 0xFFFF_FFFF {
        let target = Int(slots[slot] & 0xFFFF_FFFF)
        if states[target].parent == state, states[target].token == token {
          return UInt32(target)
        }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let made = UInt32(states.count)
    slots[slot] = key << 32 | UInt64(made)
    states.append(State(token: token, parent: state))
    hasFollowers.append(false)
    hasFollowers[Int(state)] = true
    if states.count * 2 > slots.count { grow() }
    return made
  }

  /// The highest bits choose the slot; the lowest are kept in it.
  private static func slot(of key: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: key >> 32) & (count - 1)
  }

  private mutating func grow() {
    let count = slots.count * 4
    slots = []
    slots = Array(repeating: 0, count: count)
    for state in states.indices.dropFirst() {
      let key = LexiconTables.key(states[state].parent, states[state].token, Self.seed)
      var slot = Self.slot(of: key, count)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = key << 32 | UInt64(state)
    }
  }

  /// Drops what finds states: no name comes any more.
  mutating func close() { slots = [] }

  /// Writes slots, states and the filters of edges and first tokens.
  ///
  /// - Parameters:
  ///   - firstEntries: For each pattern the index of its first entry.
  ///   - leads: The small words that begin names, and what may stand behind them.
  ///   - builder: Takes the sections.
  consuming func write(
    firstEntries: [UInt32], leads: LeadTokens, to builder: inout LexiconImageBuilder
  ) {
    close()
    // Only states that something follows are kept; the others are the patterns they end.
    var numbers = [UInt32](repeating: 0, count: states.count)
    var inner: [UInt64] = []
    for state in states.indices {
      let pattern = states[state].pattern
      if hasFollowers[state] {
        numbers[state] = UInt32(inner.count)
        inner.append(pattern == 0 ? 0 : UInt64(firstEntries[Int(pattern) - 1]) + 1)
      } else {
        numbers[state] = LexiconTables.leaf | firstEntries[Int(pattern) - 1]
      }
    }
    var firsts = 0
    for state in states.indices.dropFirst() {
      let parent = Int(numbers[Int(states[state].parent)])
      inner[parent] |= UInt64(LexiconTables.follower(states[state].token)) << 32
      firsts += states[state].parent == 0 ? 1 : 0
    }
    builder.set(.states, inner)
    inner = []
    var first = HashFilter(bits: max((firsts + leads.behind.count) * 16, 1 << 12))
    for state in states.dropFirst() where state.parent == 0 { first.insert(state.token) }
    for token in leads.behind { first.insert(token) }
    builder.set(.firstTokens, first.words)
    builder.set(.leadTokens, HashFilter(of: leads.behind).words)
    builder.set(.leadWords, HashFilter(of: leads.words).words)
    var seed = Self.seed
    while !writeSlots(numbers, seed, to: &builder) { seed = seed &* TokenHash.multiplier &+ 1 }
  }

  /// Fills the table of edges; false where two of them clash and another seed is needed.
  private func writeSlots(
    _ numbers: [UInt32], _ seed: UInt64, to builder: inout LexiconImageBuilder
  ) -> Bool {
    let edgeCount = states.count - 1
    let count = max(16, edgeCount * 10 / 7)
    var slots = [UInt64](repeating: 0, count: count)
    var edges = HashFilter(bits: max(edgeCount * 8, 1 << 12))
    var longest = 1
    for state in states.indices.dropFirst() {
      let parent = numbers[Int(states[state].parent)]
      let key = LexiconTables.key(parent, states[state].token, seed)
      let tag = key & 0xFFFF_FFFF
      var slot = LexiconTables.slot(of: key, in: count)
      var probes = 1
      while slots[slot] != 0 {
        if slots[slot] >> 32 == tag { return false }
        slot = slot + 1 == count ? 0 : slot + 1
        probes += 1
      }
      slots[slot] = tag << 32 | UInt64(numbers[state])
      edges.insert(key)
      longest = max(longest, probes)
    }
    builder.set(.slots, slots)
    builder.set(.edges, edges.words)
    builder[.seed] = seed
    // One more: a search that fails ends at a free slot.
    builder[.longestProbe] = UInt64(longest + 1)
    return true
  }
}

/// A set of hashes that may seem to hold more than was put in: one bit each.
struct HashFilter {
  private(set) var words: [UInt64]

  /// - Parameter bits: At least so many, rounded up to a power of two.
  init(bits: Int) {
    var count = 1
    while count * 64 < bits { count *= 2 }
    words = Array(repeating: 0, count: count)
  }

  /// - Parameter hashes: What it holds; sixteen bits for each.
  init(of hashes: Set<UInt64>) {
    self.init(bits: hashes.count * 16)
    for hash in hashes { insert(hash) }
  }

  mutating func insert(_ hash: UInt64) {
    words[Int(truncatingIfNeeded: hash >> 6) & (words.count - 1)] |= 1 << (hash & 63)
  }
}
