import TextFiles

/// Builds the trie of token sequences, and writes it as the flat tables that matching reads.
///
/// A state is found by the hash of all tokens that lead to it, which is known before the states on the
/// way are: so the memory that many names need is fetched at once. Every state remembers the edge that made
/// it; the tables are written from that when all names are in.
struct TrieBuilder {
  private var table = NumberTable()

  /// The edge that made a state, and what comes of it.
  private struct State {
    var token: UInt64
    var parent: UInt32
    /// The pattern that ends there, plus one; 0 where none does. The highest bit: whether any goes on.
    var end: UInt32 = 0

    static let goesOn: UInt32 = 1 << 31

    var pattern: UInt32? { end & ~Self.goesOn == 0 ? nil : (end & ~Self.goesOn) - 1 }
    var hasFollowers: Bool { end & Self.goesOn != 0 }
  }

  /// One row a state, the root first.
  private var states = [State(token: 0, parent: 0, end: State.goesOn)]

  /// For each pattern the high half of `TokenHash.combine` over its tokens.
  private(set) var patternChecks: [UInt32] = []

  private static let seed: UInt64 = 0x5DEE_CE66_D1CE_B00D

  /// Sees to it that so many more names with so many tokens in all fit.
  mutating func makeRoom(forNames names: Int, tokens: Int) {
    states.makeRoom(for: tokens)
    patternChecks.makeRoom(for: names)
  }

  /// Fetches the memory that `pattern` will read.
  ///
  /// - Parameters:
  ///   - tokens: Where the tokens of some names stand.
  ///   - range: Their indices; a few hundred, so that what is fetched stays near.
  func fetch(_ tokens: [NameToken], _ range: Range<Int>) {
    for place in range { table.fetch(Self.half(tokens[place].sequence)) }
    for place in range { states.fetch(Int(table.guess(Self.half(tokens[place].sequence)))) }
  }

  /// The pattern of a name, made where it is new.
  ///
  /// - Parameters:
  ///   - tokens: Where the name's tokens stand.
  ///   - range: Their indices; at least one.
  /// - Complexity: O(tokens) expected.
  mutating func pattern(
    of tokens: [NameToken], _ range: Range<Int>
  ) -> (pattern: UInt32, isNew: Bool) {
    var state: UInt32 = 0
    for place in range { state = next(tokens[place], from: state) }
    if let known = states[Int(state)].pattern { return (known, false) }
    let made = UInt32(patternChecks.count)
    precondition(made < State.goesOn - 1, "2^31 names are more than memory holds")
    patternChecks.append(Self.half(tokens[range.upperBound - 1].sequence))
    states[Int(state)].end |= made + 1
    return (made, true)
  }

  private mutating func next(_ token: NameToken, from state: UInt32) -> UInt32 {
    let hash = Self.half(token.sequence)
    let known = table.number(hash) { number in
      let found = states[Int(number)]
      return found.token == token.hash && found.parent == state
    }
    if let known { return known }
    let made = UInt32(states.count)
    table.insert(made, hash)
    states.append(State(token: token.hash, parent: state))
    states[Int(state)].end |= State.goesOn
    return made
  }

  /// The high half of a hash, whose bits are spread best.
  @inline(__always)
  private static func half(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash &>> 32) }

  /// About how many bytes `write` will give.
  var expectedBytes: Int { states.count * 16 + 1 << 16 }

  /// Drops what finds states: no name comes any more.
  mutating func close() { table = NumberTable() }

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
    var numbers = [UInt32](inLargePages: 0, count: states.count)
    var inner: [UInt64] = []
    for (index, state) in states.enumerated() {
      let entry = state.pattern.map { firstEntries[Int($0)] }
      if state.hasFollowers {
        numbers[index] = UInt32(inner.count)
        inner.append(entry.map { UInt64($0) + 1 } ?? 0)
      } else if let entry {
        numbers[index] = LexiconTables.leaf | entry
      }
    }
    var firsts: [UInt64] = []
    for state in states.dropFirst() {
      let parent = Int(numbers[Int(state.parent)])
      inner[parent] |= UInt64(LexiconTables.follower(state.token)) << 32
      if state.parent == 0 { firsts.append(state.token) }
    }
    builder.set(.states, inner)
    inner = []
    var first = HashFilter(bits: max((firsts.count + leads.behind.count) * 16, 1 << 12))
    for token in firsts { first.insert(token) }
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
    var slots = [UInt64](inLargePages: 0, count: count)
    var edges = HashFilter(bits: max(edgeCount * 8, 1 << 12))
    var longest = 1
    // Some edges at a time, so that the memory of all of them is fetched at once.
    var keys: [UInt64] = []
    var begin = 1
    while begin < states.count {
      let end = min(begin + 256, states.count)
      keys.removeAll(keepingCapacity: true)
      for state in states[begin..<end] {
        let key = LexiconTables.key(numbers[Int(state.parent)], state.token, seed)
        slots.fetch(LexiconTables.slot(of: key, in: count))
        keys.append(key)
      }
      for (state, key) in zip(begin..<end, keys) {
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
      begin = end
    }
    builder.set(.slots, slots)
    builder.set(.edges, edges.words)
    builder[.seed] = seed
    // One more: a search that fails ends at a free slot.
    builder[.longestProbe] = UInt64(longest + 1)
    return true
  }
}
