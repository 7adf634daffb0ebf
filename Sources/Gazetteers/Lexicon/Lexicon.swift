/// Gazetteers compiled for matching.
///
/// The names of all gazetteers become *patterns*, sequences of folded tokens, kept in a trie whose
/// edges are token hashes. The edges lie in one open-addressing table, so a step of a match is one
/// look-up and building is one pass over the names. What the folding hides (capitals, signs between
/// tokens, which entity, which form) stands in the pattern's *entries* and is looked at only when a
/// text has spelled a whole pattern.
///
/// Everything lies in one block of memory (`LexiconImage`), which may be a mapped file. Reading it
/// never trusts an index.
public final class Lexicon: Sendable {
  /// The trie and its filters; to be used only while the lexicon is held.
  public let tables: LexiconTables

  let image: LexiconImage
  @usableFromInline let entryEntities: FlatArray<UInt32>
  @usableFromInline let entryDetails: FlatArray<UInt32>
  @usableFromInline let entryFlags: FlatArray<UInt16>
  @usableFromInline let details: FlatArray<UInt16>
  @usableFromInline let traits: FlatArray<UInt8>
  @usableFromInline let countries: FlatArray<UInt32>
  @usableFromInline let shortStarts: FlatArray<UInt32>
  private let shorts: FlatArray<UInt32>
  private let records: LexiconRecords

  /// The number of entities; their indices are below it.
  public let entityCount: Int

  init(_ image: LexiconImage) {
    self.image = image
    tables = LexiconTables(image)
    entryEntities = image.section(.entryEntities)
    entryDetails = image.section(.entryDetails)
    entryFlags = image.section(.entryFlags)
    details = image.section(.details)
    traits = image.section(.traits)
    countries = image.section(.countries)
    shortStarts = image.section(.shortStarts)
    shorts = image.section(.shorts)
    records = LexiconRecords(image)
    entityCount = Int(truncatingIfNeeded: image[.entityCount])
  }

  /// The number of distinct patterns.
  public var patternCount: Int { Int(truncatingIfNeeded: image[.patternCount]) }

  /// The number of entries of all patterns; their indices are below it.
  public var entryCount: Int { entryFlags.count }

  /// The number of bytes that the lexicon takes, in memory or as a file.
  public var byteCount: Int { image.count }

  /// The entity at an index.
  ///
  /// - Complexity: O(length of its names and attributes): it is decoded anew by every call.
  public func entity(_ index: EntityIndex) -> LexiconEntity { records.entity(index) }

  /// The identifier and the kind of an entity, without the cost of all the rest.
  public func identity(of index: EntityIndex) -> (id: EntityID, kind: Kind) {
    records.identity(index)
  }

  /// All entities, ordered by identifier.
  ///
  /// - Complexity: O(length of all names and attributes): for tools that need every entity, not for
  ///   tagging.
  public var entities: [LexiconEntity] {
    (0..<entityCount).map { entity(EntityIndex(UInt32($0))) }
  }

  /// The pattern of a single token, or `nil`.
  ///
  /// - Parameter token: The token's hash.
  public func pattern(ofToken token: UInt64) -> PatternIndex? {
    pattern(endingIn: tables.next(token, from: LexiconTables.root), TokenHash.combine(0, token))
  }

  /// The pattern that an edge ends in and whose tokens have a hash, or `nil`.
  ///
  /// - Parameters:
  ///   - target: What `LexiconTables.next` gave.
  ///   - hash: `TokenHash.combine` over the tokens.
  public func pattern(endingIn target: UInt32, _ hash: UInt64) -> PatternIndex? {
    if target == 0 { return nil }
    var pattern = target & ~LexiconTables.leaf
    if target & LexiconTables.leaf == 0 {
      let ended = tables.state(target).pattern
      if ended == 0 { return nil }
      pattern = ended - 1
    }
    return tables.matches(pattern, hash: hash) ? PatternIndex(pattern) : nil
  }

  /// The indices of a pattern's entries.
  @inlinable
  public func entryRange(of pattern: PatternIndex) -> Range<Int> {
    let first = Int(pattern.raw)
    var end = first
    while end < entryFlags.count {
      end += 1
      if EntryFlags(rawValue: entryFlags[end - 1]).isLast { break }
    }
    return min(first, end)..<end
  }

  /// An entry by its index, which must be one of `entryRange`.
  @inlinable
  public func entry(_ index: Int) -> LexiconEntry {
    let entry = LexiconEntry(
      entity: EntityIndex(entryEntities[index]), details: entryDetails[index],
      flags: EntryFlags(rawValue: entryFlags[index]))
    if Int(entry.entity.raw) < entityCount || entry.role == .shortKey { return entry }
    // Of a damaged lexicon: a name of nobody.
    return LexiconEntry(
      entity: LexiconEntry.noEntity, details: entry.details,
      flags: EntryFlags(form: .short, caseRule: .exact, role: .shortKey))
  }

  /// The pattern that an entry belongs to.
  ///
  /// - Complexity: O(entries of the pattern).
  public func pattern(ofEntry entry: Int) -> PatternIndex {
    var first = entry
    while first > 0, first <= entryFlags.count,
      !EntryFlags(rawValue: entryFlags[first - 1]).isLast
    { first -= 1 }
    return PatternIndex(UInt32(first))
  }

  /// What a name demands of one of its tokens.
  ///
  /// - Parameters:
  ///   - entry: The entry of the name.
  ///   - position: The position of the token in the name, from 0.
  @inlinable
  public func detail(_ entry: LexiconEntry, _ position: Int) -> TokenDetail {
    let index = Int(entry.details) + position
    return TokenDetail(packed: index < details.count ? details[index] : 0)
  }

  /// A person's family and given names, as patterns.
  public func shortPatterns(of entity: EntityIndex) -> [(pattern: PatternIndex, isGiven: Bool)] {
    let index = Int(entity.raw)
    guard index + 1 < shortStarts.count else { return [] }
    let end = min(Int(shortStarts[index + 1]), shorts.count)
    let start = min(Int(shortStarts[index]), end)
    return (start..<end).map { place in
      let value = shorts[place]
      return (PatternIndex(value >> 1), value & 1 == 1)
    }
  }

  /// What the resolution rules must know of an entity.
  @inlinable
  public func traits(of entity: EntityIndex) -> EntityTraits {
    let index = Int(entity.raw)
    return EntityTraits(rawValue: index < traits.count ? traits[index] : 0)
  }

  /// Asks for the memory that `traits`, `country` and `shortPatterns` of an entity will read.
  @inlinable @inline(__always)
  public func prepare(_ entity: EntityIndex) {
    let index = Int(entity.raw)
    traits.prepare(index)
    countries.prepare(index)
    shortStarts.prepare(index)
  }

  /// The country that an entity's `country` column names.
  @inlinable
  public func country(of entity: EntityIndex) -> EntityIndex? {
    let index = Int(entity.raw)
    guard index < countries.count else { return nil }
    let country = countries[index]
    return Int(country) < entityCount ? EntityIndex(country) : nil
  }
}
