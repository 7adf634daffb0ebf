import Gazetteers
import Recognition

/// A name that no gazetteer holds, with what one or more documents say of it.
///
/// Adding two tallies up is associative and commutative, so neither the order of the documents nor
/// the number of threads matters.
struct NameTally: Sendable {
  /// A way of writing the name.
  struct Spelling: Sendable {
    var count: Int
    /// One number for its folded words; spellings that fold alike match alike.
    var key: UInt64
    var words: Int
  }

  /// The words of the fullest form.
  var parts: [NamePart]

  /// How often it stands in the documents, in any spelling.
  var count = 0

  /// How often it opens a sentence.
  var openings = 0

  var documents = 0

  /// How often each clue was there, by `NameClues.number`.
  var clues = [Int](repeating: 0, count: NameClues.all.count)

  var spellings: [String: Spelling] = [:]
  var abbreviations: [String: Int] = [:]

  /// Listed entities in the same sentences, with the number of these.
  var neighbours: [EntityIndex: Int] = [:]

  var example: NameExample?

  init(parts: [NamePart]) {
    self.parts = parts
  }

  /// One number for the folded words.
  var key: UInt64 { parts.reduce(0) { TokenHash.combine($0, $1.hash) } }

  /// How often a clue was there.
  func count(of clue: NameClues) -> Int {
    clues[clue.number]
  }

  /// Whether its words say that it is an organisation.
  var isOrganisationLike: Bool {
    count(of: .corporateSuffix) > 0 || count(of: .organisationWord) > 0
  }

  /// Whether its words say that it is a place.
  var isPlaceLike: Bool { count(of: .placeWord) > 0 }

  /// Whether what stands beside it says that it is a person.
  var isPersonLike: Bool {
    count(of: .honorific) > 0 || count(of: .title) > 0 || count(of: .age) > 0
  }

  /// Whether what stands beside it says that it is a place.
  var standsAsPlace: Bool {
    let clues: [NameClues] = [.preposition, .placeBeside, .countryBehind, .dateline]
    return clues.contains { count(of: $0) > 0 }
  }

  /// The words without legal forms at the end.
  var base: ArraySlice<NamePart> {
    var base = parts[...]
    while base.count > 1, let last = base.last, last.isSuffix { base.removeLast() }
    return base
  }

  mutating func add(spelling: String, _ key: UInt64, words: Int, count: Int) {
    spellings[spelling, default: Spelling(count: 0, key: key, words: words)].count += count
  }

  /// Adds what is known of the same name, or of a variant of it.
  mutating func add(_ other: NameTally) {
    if parts.elementsEqual(other.parts, by: { $0.hash == $1.hash }) {
      for index in parts.indices where other.parts[index].isCapital {
        parts[index].isCapital = true
      }
    }
    count += other.count
    openings += other.openings
    documents += other.documents
    for index in clues.indices { clues[index] += other.clues[index] }
    for (text, spelling) in other.spellings {
      add(spelling: text, spelling.key, words: spelling.words, count: spelling.count)
    }
    for (text, count) in other.abbreviations { abbreviations[text, default: 0] += count }
    for (entity, count) in other.neighbours { neighbours[entity, default: 0] += count }
    if let example = other.example, self.example.map({ example < $0 }) ?? true {
      self.example = example
    }
  }
}

/// A sentence that shows a name; the least is the best to show.
struct NameExample: Sendable, Comparable {
  var text: String
  var document: String
  var start: Int
  /// How many words the name has there, and whether a clue is beside it.
  var words: Int
  var hasClue: Bool

  /// A length that says enough and is soon read, in bytes.
  private static let idealLength = 120

  private var rank: (Int, Int, Int) {
    (-words, hasClue ? 0 : 1, abs(text.utf8.count - Self.idealLength) / 40)
  }

  static func < (left: NameExample, right: NameExample) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if !left.document.utf8.elementsEqual(right.document.utf8) {
      return Utf8Order.precedes(left.document, right.document)
    }
    return left.start < right.start
  }
}
