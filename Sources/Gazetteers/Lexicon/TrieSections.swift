import TextFiles

/// The trie as the flat tables that matching reads (`LexiconTables`).
struct TrieSections {
  private var states: [UInt64] = []
  private var edges: [UInt64] = []
  private var firstTokens: [UInt64] = []
  private var leadTokens: [UInt64] = []
  private var leadWords: [UInt64] = []
  /// For each state of the trie what an edge to it says: its number, or the pattern that ends there.
  private var numbers: [UInt32] = []
  private var seed: UInt64 = 0x5DEE_CE66_D1CE_B00D
  private var longestProbe = 0

  /// - Parameters:
  ///   - trie: The trie.
  ///   - firstEntries: For each pattern the index of its first entry.
  ///   - leads: The small words that begin names, and what may stand behind them.
  init(_ trie: TrieBuilder, firstEntries: [UInt32], leads: LeadTokens) {
    // Only states that something follows are kept; the others are the patterns they end.
    numbers.makeRoom(for: trie.edges.upperBound)
    trie.forEachState { pattern, goesOn in
      let entry = pattern.map { firstEntries[Int($0)] }
      if goesOn {
        numbers.append(UInt32(states.count))
        states.append(entry.map { UInt64($0) + 1 } ?? 0)
      } else {
        numbers.append(LexiconTables.leaf | (entry ?? 0))
      }
    }
    var firsts: [UInt64] = []
    trie.forEachEdge(trie.edges) { token, parent in
      states[Int(numbers[parent])] |= UInt64(LexiconTables.follower(token)) << 32
      if parent == 0 { firsts.append(token) }
    }
    var first = HashFilter(bits: max((firsts.count + leads.behind.count) * 16, 1 << 12))
    for token in firsts { first.insert(token) }
    for token in leads.behind { first.insert(token) }
    firstTokens = first.words
    leadTokens = HashFilter(of: leads.behind).words
    leadWords = HashFilter(of: leads.words).words
  }

  /// Fills the table of edges; false where two of them clash and another seed is needed.
  private mutating func fill(_ slots: inout MutableSpan<UInt64>, _ trie: TrieBuilder) -> Bool {
    let count = slots.count
    var edges = HashFilter(bits: max(trie.edges.count * 8, 1 << 12))
    var longest = 1
    // Some edges at a time, so that the memory of all of them is fetched at once.
    var keys: [UInt64] = []
    var begin = trie.edges.lowerBound
    while begin < trie.edges.upperBound {
      let run = begin..<min(begin + 128, trie.edges.upperBound)
      keys.removeAll(keepingCapacity: true)
      trie.forEachEdge(run) { token, parent in
        let key = LexiconTables.key(numbers[parent], token, seed)
        slots.fetch(LexiconTables.slot(of: key, in: count))
        edges.fetch(key)
        keys.append(key)
      }
      for (state, key) in zip(run, keys) {
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
      begin = run.upperBound
    }
    self.edges = edges.words
    // One more: a search that fails ends at a free slot.
    longestProbe = longest + 1
    return true
  }

  /// Writes them.
  consuming func write(_ trie: TrieBuilder, to builder: inout LexiconImageBuilder) {
    builder.set(.states, states)
    builder.set(.firstTokens, firstTokens)
    builder.set(.leadTokens, leadTokens)
    builder.set(.leadWords, leadWords)
    builder.set(.slots, count: max(16, trie.edges.count * 10 / 7)) { slots in
      while !fill(&slots, trie) {
        seed = seed &* TokenHash.multiplier &+ 1
        for slot in slots.indices { slots[slot] = 0 }
      }
    }
    builder.set(.edges, edges)
    builder[.seed] = seed
    builder[.longestProbe] = UInt64(longestProbe)
  }
}
