import Gazetteers

/// Gives readable identifiers that are unique over an import.
///
/// The first entity of a name gets `person/ann-lee`; a later one of the same name gets its source's
/// identifier behind it, `person/ann-lee-q42`. What was given is kept as hashes of eight bytes, so
/// that a source of millions costs little; two ids of one hash cost a needless ending and no more.
struct EntityIDs {
  /// Slugs are cut at a hyphen before they grow longer than this many characters.
  private static let longestSlug = 80

  private var given: Set<UInt64> = []

  /// The number that the next entity gets whose name and source identifier were there before.
  private var numbers: [String: Int] = [:]

  /// - Parameters:
  ///   - kind: The kind, as it stands before the slash.
  ///   - name: The preferred name.
  ///   - sourceID: What the source calls the entity; may be empty.
  mutating func id(kind: String, name: String, sourceID: String) -> EntityID {
    let end = Self.slug(sourceID)
    var slug = Self.slug(name)
    if slug.isEmpty { slug = end.isEmpty ? "unnamed" : end }
    let plain = "\(kind)/\(slug)"
    if take(plain) { return EntityID(plain) }
    let base = end.isEmpty || slug.hasSuffix(end) ? plain : "\(plain)-\(end)"
    if take(base) { return EntityID(base) }
    var number = numbers[base] ?? 2
    while !take("\(base)-\(number)") { number += 1 }
    numbers[base] = number + 1
    return EntityID("\(base)-\(number)")
  }

  /// Notes an identifier; false where it was given before.
  mutating func take(_ id: String) -> Bool {
    // FNV-1a: the same on every run, which `Hasher` is not.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return given.insert(hash).inserted
  }

  private static func slug(_ text: String) -> String {
    let whole = Slug.of(text)
    guard whole.unicodeScalars.count > longestSlug else { return whole }
    let cut = String(whole.unicodeScalars.prefix(longestSlug))
    guard let hyphen = cut.lastIndex(of: "-") else { return cut }
    return String(cut[..<hyphen])
  }
}
