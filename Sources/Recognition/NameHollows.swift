import Gazetteers

/// Tells which names may hold another name, as far as their tokens say.
///
/// A name's tokens are its pattern, however a text writes them; so what the trie says of their parts
/// holds for every place that spells the pattern, and is worked out once.
struct NameHollows: Sendable {
  private let lexicon: Lexicon
  private let tokenizer = Tokenizer()

  // A bit for each entry that is the first of its pattern: whether the answer is known, and what it is.
  private var known: [UInt64]
  private var holding: [UInt64]

  /// The tokens of the name at hand.
  private var tokens: [UInt64] = []

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    known = Array(repeating: 0, count: (lexicon.entryCount + 63) / 64)
    holding = known
  }

  /// Whether part of a hit's name may be the name of another entity.
  ///
  /// - Parameters:
  ///   - hit: The hit.
  ///   - hits: All hits of the document.
  ///   - text: The document.
  mutating func mayHoldName(_ hit: Hit, _ hits: HitBuffer, _ text: Span<UInt8>) -> Bool {
    if hit.tokenCount == 1 { return false }
    let entry = Int(hits.entries[hit.entries.lowerBound])
    let pattern = Int(lexicon.pattern(ofEntry: entry).raw)
    let (word, bit) = (pattern &>> 6, 1 as UInt64 &<< UInt64(pattern & 63))
    guard word < known.count else { return true }
    if known[word] & bit == 0 {
      known[word] |= bit
      if holdsName(text, hit) { holding[word] |= bit }
    }
    return holding[word] & bit != 0
  }

  /// Whether a run of some of a hit's tokens is the name of an entity.
  private mutating func holdsName(_ text: Span<UInt8>, _ hit: Hit) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    var place = hit.start
    while let token = tokenizer.nextToken(text, from: place, limit: hit.end) {
      tokens.append(token.hash)
      place = token.end
    }
    for first in tokens.indices where lexicon.tables.mayBegin(tokens[first]) {
      var (target, sequence) = (LexiconTables.root, UInt64(0))
      for last in first..<tokens.count {
        target = lexicon.tables.next(tokens[last], from: target)
        if target == LexiconTables.root { break }
        sequence = TokenHash.combine(sequence, tokens[last])
        let isWhole = first == 0 && last == tokens.count - 1
        if !isWhole, let pattern = lexicon.pattern(endingIn: target, sequence),
          isName(pattern)
        {
          return true
        }
        if target & LexiconTables.leaf != 0 { break }
      }
    }
    return false
  }

  /// Whether a pattern is the name of an entity that `InnerNames` gives.
  private func isName(_ pattern: PatternIndex) -> Bool {
    lexicon.entryRange(of: pattern).contains { lexicon.entry($0).namesInside }
  }
}

extension LexiconEntry {
  /// Whether the entry is a name by which its entity is found inside longer names.
  var namesInside: Bool { role == .name && form != .metonym && form != .short }
}
