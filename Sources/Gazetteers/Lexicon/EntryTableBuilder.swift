/// Collects the entries of all patterns, and writes them pattern by pattern.
struct EntryTableBuilder {
  private struct Row {
    var pattern: UInt32
    var entity: UInt32
    var details: UInt32
    var flags: EntryFlags
  }

  private var rows: [Row] = []
  private var details: [UInt16] = []

  // Where shapes and gaps stand that were seen before: short ones by a number made of them.
  private var shortPlaces: [UInt64: UInt32] = [:]
  private var longPlaces: [[TokenDetail]: UInt32] = [:]
  private var last: (key: UInt64, place: UInt32) = (0, 0)

  /// Adds a name of an entity.
  mutating func add(
    pattern: UInt32, entity: UInt32, details: [TokenDetail], _ flags: EntryFlags
  ) {
    rows.append(
      Row(pattern: pattern, entity: entity, details: place(of: details), flags: flags))
  }

  /// Where the shapes and gaps of a name stand; the same for all names that have them.
  mutating func place(of found: [TokenDetail]) -> UInt32 {
    guard found.count <= 5, !found.contains(where: \.endsLead) else {
      if let known = longPlaces[found] { return known }
      longPlaces[found] = UInt32(details.count)
      return append(found)
    }
    // Three bits of shape and eight of gap for each of up to five tokens, and their number.
    var key = UInt64(found.count) << 60
    for (position, detail) in found.enumerated() {
      key |= (UInt64(detail.shape) << 8 | UInt64(detail.gap.rawValue)) << UInt64(position * 11)
    }
    if key == last.key { return last.place }
    let place: UInt32
    if let known = shortPlaces[key] {
      place = known
    } else {
      shortPlaces[key] = UInt32(details.count)
      place = append(found)
    }
    last = (key, place)
    return place
  }

  private mutating func append(_ found: [TokenDetail]) -> UInt32 {
    let place = UInt32(details.count)
    details.append(contentsOf: found.lazy.map(\.packed))
    return place
  }

  /// Writes the sections of entries.
  ///
  /// - Parameters:
  ///   - ranks: For each row of entities its index in the lexicon.
  ///   - patternHashes: For each pattern, `TokenHash.combine` over its tokens.
  ///   - builder: Takes the sections.
  /// - Returns: For each pattern the index of its first entry.
  consuming func write(
    ranks: [UInt32], patternHashes: [UInt64], to builder: inout LexiconImageBuilder
  ) -> [UInt32] {
    for index in rows.indices where rows[index].entity != LexiconEntry.noEntity.raw {
      rows[index].entity = ranks[Int(rows[index].entity)]
    }
    let sorted = Self.grouped(rows, patterns: patternHashes.count)
    rows = []
    var (entities, places, flags, checks): ([UInt32], [UInt32], [EntryFlags], [UInt32]) =
      ([], [], [], [])
    var firsts = [UInt32](repeating: 0, count: patternHashes.count)
    for (index, row) in sorted.enumerated() {
      let isFirst = index == 0 || sorted[index - 1].pattern != row.pattern
      if isFirst { firsts[Int(row.pattern)] = UInt32(entities.count) }
      if !isFirst, let last = entities.last, last == row.entity, places.last == row.details,
        flags.last == row.flags
      {
        continue
      }
      entities.append(row.entity)
      places.append(row.details)
      flags.append(row.flags)
      checks.append(UInt32(truncatingIfNeeded: patternHashes[Int(row.pattern)] >> 32))
    }
    for first in firsts.dropFirst() { flags[Int(first) - 1].isLast = true }
    if let last = flags.indices.last { flags[last].isLast = true }
    builder.set(.entryEntities, entities)
    builder.set(.entryDetails, places)
    builder.set(.entryFlags, flags.map(\.rawValue))
    builder.set(.entryChecks, checks)
    builder.set(.details, details)
    return firsts
  }

  /// The rows of each pattern together, in the order of role, entity and form.
  private static func grouped(_ rows: [Row], patterns: Int) -> [Row] {
    var starts = [Int](repeating: 0, count: patterns + 1)
    for row in rows { starts[Int(row.pattern) + 1] += 1 }
    for index in 0..<patterns { starts[index + 1] += starts[index] }
    guard let any = rows.first else { return [] }
    var result = [Row](repeating: any, count: rows.count)
    var next = starts
    for row in rows {
      result[next[Int(row.pattern)]] = row
      next[Int(row.pattern)] += 1
    }
    for pattern in 0..<patterns where starts[pattern + 1] - starts[pattern] > 1 {
      result[starts[pattern]..<starts[pattern + 1]].sort { left, right in
        let (a, b) = (left.flags, right.flags)
        return (a.role.rawValue, left.entity, a.form.rawValue, left.details, b.rawValue)
          < (b.role.rawValue, right.entity, b.form.rawValue, right.details, a.rawValue)
      }
    }
    return result
  }
}
