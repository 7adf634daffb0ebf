import Gazetteers
import Recognition

/// A mention as it is compared: of the gold, or of the tagger. Spans are in Unicode scalars.
struct ComparedMention {
  var span: Range<Int>
  var kind: Kind
  /// `nil` in gold that names only kinds.
  var entity: String?
  /// Index of the mention in its own list.
  var number: Int

  /// Whether both mean the same: the same entity where both state one, otherwise the same kind.
  func agrees(with other: ComparedMention, byKind: Bool) -> Bool {
    guard !byKind, let entity, let second = other.entity else { return kind == other.kind }
    return entity.utf8.elementsEqual(second.utf8)
  }
}

/// Pairs the mentions of the gold with those of the tagger, one with one.
struct Comparison {
  /// For each mention of the gold the one of the tagger that equals it.
  private(set) var pairs: [Int?]
  /// For each mention of the tagger whether it is in a pair.
  private(set) var isRight: [Bool]

  /// - Parameters:
  ///   - gold: Ordered by their spans.
  ///   - found: Ordered by their spans.
  ///   - overlap: Whether spans that overlap are enough.
  ///   - byKind: Whether kinds are compared where entities are known, too.
  /// - Complexity: O(n) for n mentions, where few of them overlap each other.
  init(gold: [ComparedMention], found: [ComparedMention], overlap: Bool, byKind: Bool) {
    pairs = Array(repeating: nil, count: gold.count)
    isRight = Array(repeating: false, count: found.count)
    pair(gold, found) { $0.span == $1.span && $0.agrees(with: $1, byKind: byKind) }
    if overlap {
      pair(gold, found) { $0.span.overlaps($1.span) && $0.agrees(with: $1, byKind: byKind) }
    }
  }

  private mutating func pair(
    _ gold: [ComparedMention], _ found: [ComparedMention],
    where equals: (ComparedMention, ComparedMention) -> Bool
  ) {
    var first = 0
    for (index, mention) in gold.enumerated() where pairs[index] == nil {
      // The tagger's mentions do not overlap, so their ends are in order as well.
      while first < found.count, found[first].span.upperBound <= mention.span.lowerBound {
        first += 1
      }
      var place = first
      while place < found.count, found[place].span.lowerBound < mention.span.upperBound {
        if !isRight[place], equals(mention, found[place]) {
          pairs[index] = place
          isRight[place] = true
          break
        }
        place += 1
      }
    }
  }
}
