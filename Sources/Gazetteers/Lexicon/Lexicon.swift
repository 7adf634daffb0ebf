/// Index of an entity in a lexicon: entities are ordered by identifier.
public struct EntityIndex: Hashable, Sendable, Comparable {
  public let raw: UInt32

  @inlinable
  public init(_ raw: UInt32) {
    self.raw = raw
  }

  @inlinable
  public static func < (left: EntityIndex, right: EntityIndex) -> Bool { left.raw < right.raw }
}

/// Index of a pattern: a sequence of folded tokens that one or more names share.
public struct PatternIndex: Hashable, Sendable {
  public let raw: UInt32

  @inlinable
  public init(_ raw: UInt32) {
    self.raw = raw
  }
}

/// Gazetteers compiled for matching.
///
/// The names of all gazetteers become *patterns*, sequences of folded tokens, kept in a trie whose
/// edges are token hashes. The edges lie in one open-addressing table, so a step of a match is one
/// look-up and building is one pass over the names. What the folding hides (capitals, signs between
/// tokens, which entity, which form) stands in the pattern's *entries* and is looked at only when a
/// text has spelled a whole pattern.
///
/// Everything is in flat arrays of integers, ready to be written to a file and mapped from it.
public struct Lexicon: Sendable {
  /// The trie and its filters.
  public let tables: LexiconTables

  /// For each pattern, where its entries begin; one more at the end.
  let entryStarts: [UInt32]

  /// The entries of all patterns, those of one pattern ordered by entity and form.
  let entries: [LexiconEntry]

  /// The shapes and gaps of names, one after another: for each token its shape and the gap behind.
  let details: [TokenDetail]

  /// For each entity, where its short patterns begin; one more at the end.
  let shortStarts: [UInt32]

  /// The short patterns of persons: pattern index times two, plus one for a given name.
  let shorts: [UInt32]

  /// The entities, ordered by identifier.
  public let entities: [GazetteerEntity]

  /// For each entity the country its `country` column names, or `UInt32.max`.
  let countries: [UInt32]

  /// For each entity what the resolution rules must know of its kind and sex.
  let traits: [EntityTraits]

  /// The number of distinct patterns.
  public var patternCount: Int { entryStarts.count - 1 }

  /// The entity at an index.
  public func entity(_ index: EntityIndex) -> GazetteerEntity { entities[Int(index.raw)] }

  /// The pattern of a single token, or `nil`.
  ///
  /// - Parameter token: The token's hash.
  public func pattern(ofToken token: UInt64) -> PatternIndex? {
    let state = tables.next(token, from: TransitionTable.root)
    return state == 0
      ? nil : tables.pattern(endingIn: state, hash: TokenHash.combine(0, token))
  }

  /// The indices of a pattern's entries.
  @inline(__always)
  public func entryRange(of pattern: PatternIndex) -> Range<Int> {
    Int(entryStarts[Int(pattern.raw)])..<Int(entryStarts[Int(pattern.raw) + 1])
  }

  /// An entry by its index.
  @inline(__always)
  public func entry(_ index: Int) -> LexiconEntry { entries[index] }

  /// The pattern that an entry belongs to.
  ///
  /// - Complexity: O(log n) for n patterns.
  public func pattern(ofEntry entry: Int) -> PatternIndex {
    var (low, high) = (0, patternCount - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(entryStarts[middle]) <= entry { low = middle } else { high = middle - 1 }
    }
    return PatternIndex(UInt32(low))
  }

  /// What a name demands of one of its tokens.
  ///
  /// - Parameters:
  ///   - entry: The entry of the name.
  ///   - position: The position of the token in the name, from 0.
  @inline(__always)
  public func detail(_ entry: LexiconEntry, _ position: Int) -> TokenDetail {
    details[Int(entry.details) + position]
  }

  /// A person's family and given names, as patterns.
  public func shortPatterns(of entity: EntityIndex) -> [(pattern: PatternIndex, isGiven: Bool)] {
    let index = Int(entity.raw)
    return shorts[Int(shortStarts[index])..<Int(shortStarts[index + 1])].map {
      (PatternIndex($0 >> 1), $0 & 1 == 1)
    }
  }

  /// What the resolution rules must know of an entity.
  @inline(__always)
  public func traits(of entity: EntityIndex) -> EntityTraits { traits[Int(entity.raw)] }

  /// The country that an entity's `country` column names.
  public func country(of entity: EntityIndex) -> EntityIndex? {
    let value = countries[Int(entity.raw)]
    return value == .max ? nil : EntityIndex(value)
  }
}

/// One name of one entity, as an entry of a pattern.
public struct LexiconEntry: Sendable {
  /// The entity, or `noEntity` for a family or given name that needs a full name nearby.
  public var entity: EntityIndex

  /// Where the name's token details begin.
  var details: UInt32

  public var form: NameForm
  public var caseRule: CaseRule
  public var role: EntryRole

  /// Whether the entity is the default reading of this name.
  public var isPrior: Bool

  /// The entity of family and given names that stand for nobody by themselves.
  public static let noEntity = EntityIndex(.max)
}

/// What an entry is for.
public enum EntryRole: UInt8, Sendable {
  /// Names an entity.
  case name
  /// A family or given name, which counts where the document holds the full name.
  case shortKey
  /// Supports an entity with an ambiguous name; names nothing.
  case context
  /// A combining form, which needs a hyphen and a name behind it: `Sino-Russian`.
  case combining
}

/// The shape of a token of a name and the gap behind it.
public struct TokenDetail: Sendable, Hashable {
  public var shape: UInt8
  public var gap: Gap
}

/// What the resolution rules must know of an entity, in a byte.
public struct EntityTraits: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let person = EntityTraits(rawValue: 1)
  public static let country = EntityTraits(rawValue: 2)
  /// A look-alike, which is never a mention.
  public static let none = EntityTraits(rawValue: 4)
  public static let male = EntityTraits(rawValue: 8)
  public static let female = EntityTraits(rawValue: 16)

  init(_ entity: GazetteerEntity) {
    self = []
    switch entity.kind {
    case .person:
      insert(.person)
      switch entity.attribute("gender") {
      case "m": insert(.male)
      case "f": insert(.female)
      default: break
      }
    case .country: insert(.country)
    case Kind.none: insert(EntityTraits.none)
    default: break
    }
  }
}
