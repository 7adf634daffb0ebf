/// A name that several entities own: ambiguity, which is kept and reported, and no error.
public struct SharedName: Sendable, Equatable, CustomStringConvertible {
  /// The name as the first owner writes it.
  public var name: String

  /// The owners, ordered by identifier.
  public var owners: [EntityID]

  /// The owner that is the reading where a text does not decide, if one is stated.
  public var prior: EntityID?

  public var description: String {
    let list = owners.map(\.text).joined(separator: ", ")
    let reading = prior.map { "read as \($0) where the text does not decide" }
    return
      "\(quoted(name)) belongs to \(list); \(reading ?? "left out where the text does not decide")"
  }
}

/// Finds the names that several entities of gazetteers own.
public enum SharedNames {
  /// - Parameter gazetteers: The gazetteers that are used together.
  /// - Returns: The shared names, ordered by name.
  /// - Complexity: O(total length of all names).
  public static func find(_ gazetteers: [Gazetteer]) -> [SharedName] {
    var owners: [UInt64: [(id: EntityID, name: String, isPrior: Bool)]] = [:]
    var lookalikes: Set<EntityID> = []
    for entity in gazetteers.lazy.flatMap(\.entities) {
      var seen: Set<UInt64> = []
      if entity.kind == .none { lookalikes.insert(entity.id) }
      for name in [Name(entity.name, .preferred)] + entity.names where name.form != .metonym {
        let key = FoldedName.key(name.text)
        guard seen.insert(key).inserted else { continue }
        owners[key, default: []].append(
          (entity.id, name.text, entity.prior.contains(name.text)))
      }
    }
    return owners.values.compactMap { list in
      let ids = Set(list.map(\.id))
      guard ids.count > 1, let first = list.min(by: { $0.id < $1.id }) else { return nil }
      // The one entity beside look-alikes is the reading unless one of them claims the name.
      let real = list.filter { !lookalikes.contains($0.id) }
      let prior = list.first { $0.isPrior } ?? (real.count == 1 ? real.first : nil)
      return SharedName(name: first.name, owners: ids.sorted(), prior: prior?.id)
    }.sorted { ($0.name, $0.owners[0]) < ($1.name, $1.owners[0]) }
  }
}

/// Compares names as matching does, but for their capitals.
public enum FoldedName {
  /// A hash of a name's folded tokens: equal for names that differ in case, diacritics or signs.
  public static func key(_ name: String) -> UInt64 {
    let bytes = Array(name.utf8)
    return key(bytes.span)
  }

  /// The same of a name in bytes, valid UTF-8.
  public static func key(_ text: Span<UInt8>) -> UInt64 {
    let tokenizer = Tokenizer()
    var (key, place): (UInt64, Int) = (0, 0)
    while let token = tokenizer.nextToken(text, from: place, limit: text.count) {
      key = TokenHash.combine(key, token.hash)
      place = token.end
    }
    return key
  }
}
