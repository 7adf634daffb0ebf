import TextFiles

/// Builds the trie of token sequences.
///
/// A state is found by the hash of all tokens that lead to it, which is known before the states on the
/// way are: so the memory that many names need is fetched at once. Every state remembers the edge that made
/// it; the tables that matching reads (`TrieSections`) are made from that when all names are in.
struct TrieBuilder: Sendable {
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

  /// Sees to it that so many more names with so many tokens in all fit.
  mutating func makeRoom(forNames names: Int, tokens: Int) {
    states.makeRoom(for: tokens)
    patternChecks.makeRoom(for: names)
    // Most names add one state, or little more: they share how they begin.
    table.makeRoom(for: names)
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

  /// Gives away the memory of what finds states: no name comes any more.
  mutating func close() -> FixedTable<UInt64> { table.giveMemory() }

  /// Calls for every state but the root, in the order in which they were made.
  ///
  /// - Parameter body: Receives the token of the edge that made the state, and where that begins.
  func forEachEdge(_ range: Range<Int>, _ body: (_ token: UInt64, _ parent: Int) -> Void) {
    for state in states[range] { body(state.token, Int(state.parent)) }
  }

  /// The indices of all states but the root.
  var edges: Range<Int> { 1..<states.count }

  /// Calls for every state, the root first.
  ///
  /// - Parameter body: Receives the pattern that ends there, if any, and whether any name goes on.
  func forEachState(_ body: (_ pattern: UInt32?, _ goesOn: Bool) -> Void) {
    for state in states { body(state.pattern, state.hasFollowers) }
  }
}
