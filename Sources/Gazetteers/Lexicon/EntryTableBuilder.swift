import TextFiles

/// Collects the entries of all patterns, and writes them pattern by pattern.
struct EntryTableBuilder: Sendable {
  private struct Row {
    var entity: UInt32
    var details: UInt32
    var flags: EntryFlags

    /// The order of the entries of a pattern: role, entity, form.
    static func precedes(_ left: Row, _ right: Row) -> Bool {
      let (a, b) = (left.flags, right.flags)
      return (a.role.rawValue, left.entity, a.form.rawValue, left.details, b.rawValue)
        < (b.role.rawValue, right.entity, b.form.rawValue, right.details, a.rawValue)
    }

    static func areEqual(_ left: Row, _ right: Row) -> Bool {
      left.entity == right.entity && left.details == right.details && left.flags == right.flags
    }
  }

  /// The first entry of each pattern, in the order of patterns, which is that in which they come.
  private var firsts: [Row] = []

  /// All others: few names belong to several.
  private var others: [(pattern: UInt32, row: Row)] = []

  private var details: [UInt16] = []

  // Where shapes and gaps stand that were seen before: short ones by a number made of them.
  private var shortPlaces: [UInt64: UInt32] = [:]
  private var longPlaces: [[TokenDetail]: UInt32] = [:]
  private var last: (key: UInt64, place: UInt32) = (0, 0)

  /// About how many bytes `write` will give.
  var expectedBytes: Int { (firsts.count + others.count) * 14 + details.count * 2 }

  /// Sees to it that so many more names fit.
  mutating func makeRoom(for more: Int) { firsts.makeRoom(for: more) }

  /// Adds a name of an entity.
  ///
  /// - Parameters:
  ///   - pattern: What `TrieBuilder` gave for it, in that order.
  ///   - entity: The row of the entity.
  ///   - details: What `place` gave.
  ///   - flags: Its form, case rule and role.
  mutating func add(
    _ pattern: (pattern: UInt32, isNew: Bool), entity: UInt32, details: UInt32, _ flags: EntryFlags
  ) {
    let row = Row(entity: entity, details: details, flags: flags)
    if pattern.isNew { firsts.append(row) } else { others.append((pattern.pattern, row)) }
  }

  /// Where the shapes and gaps of a name stand; the same for all names that have them.
  mutating func place(of tokens: [NameToken], _ range: Range<Int>) -> UInt32 {
    guard range.count <= 5 else { return longPlace(of: tokens, range) }
    // Three bits of shape and eight of gap for each of up to five tokens, and their number.
    var key = UInt64(range.count) << 60
    for (position, place) in range.enumerated() {
      let detail = tokens[place].detail
      if detail.endsLead { return longPlace(of: tokens, range) }
      key |= (UInt64(detail.shape) << 8 | UInt64(detail.gap.rawValue)) << UInt64(position * 11)
    }
    if key == last.key { return last.place }
    let place: UInt32
    if let known = shortPlaces[key] {
      place = known
    } else {
      place = UInt32(details.count)
      shortPlaces[key] = place
      for token in tokens[range] { details.append(token.detail.packed) }
    }
    last = (key, place)
    return place
  }

  private mutating func longPlace(of tokens: [NameToken], _ range: Range<Int>) -> UInt32 {
    let found = tokens[range].map(\.detail)
    if let known = longPlaces[found] { return known }
    let place = UInt32(details.count)
    longPlaces[found] = place
    for detail in found { details.append(detail.packed) }
    return place
  }

  /// Puts the entries of each pattern together: none comes any more.
  mutating func close() {
    // The sort keeps the order of equals.
    others.sort { $0.pattern < $1.pattern }
  }

  /// For each pattern the index of its first entry.
  func firstEntries() -> [UInt32] {
    var starts: [UInt32] = []
    starts.makeRoom(for: firsts.count)
    var (next, more) = (0, UInt32(0))
    for pattern in firsts.indices {
      starts.append(UInt32(pattern) + more)
      // Entities are numbered anew when they are ordered, and equal entries stay equal.
      if isShared(pattern, next) { more += UInt32(entries(of: pattern, &next) { $0 }.count - 1) }
    }
    return starts
  }

  /// Writes the sections of entries.
  ///
  /// - Parameters:
  ///   - ranks: For each row of entities its index in the lexicon.
  ///   - checks: For each pattern the high half of `TokenHash.combine` over its tokens.
  ///   - builder: Takes the sections.
  consuming func write(ranks: [UInt32], checks: [UInt32], to builder: inout LexiconImageBuilder) {
    let most = firsts.count + others.count
    var (entities, places, flags, kept): ([UInt32], [UInt32], [UInt16], [UInt32]) = ([], [], [], [])
    entities.makeRoom(for: most)
    places.makeRoom(for: most)
    flags.makeRoom(for: most)
    kept.makeRoom(for: most)
    func append(_ row: Row, _ pattern: Int, isLast: Bool) {
      var rowFlags = row.flags
      rowFlags.isLast = isLast
      entities.append(row.entity)
      places.append(row.details)
      flags.append(rowFlags.rawValue)
      kept.append(checks[pattern])
    }
    func rank(_ entity: UInt32) -> UInt32 {
      entity == LexiconEntry.noEntity.raw ? entity : ranks[Int(entity)]
    }
    var next = 0
    for pattern in firsts.indices {
      if isShared(pattern, next) {
        let rows = entries(of: pattern, &next, rank: rank)
        for (index, row) in rows.enumerated() {
          append(row, pattern, isLast: index + 1 == rows.count)
        }
      } else {
        var row = firsts[pattern]
        row.entity = rank(row.entity)
        append(row, pattern, isLast: true)
      }
    }
    builder.set(.entryEntities, entities)
    builder.set(.entryDetails, places)
    builder.set(.entryFlags, flags)
    builder.set(.entryChecks, kept)
    builder.set(.details, details)
  }

  /// Whether a pattern has more entries than its first.
  ///
  /// - Parameter next: Where the other entries of patterns from this one on begin.
  private func isShared(_ pattern: Int, _ next: Int) -> Bool {
    next < others.count && others[next].pattern == pattern
  }

  /// The distinct entries of a pattern, in their order.
  ///
  /// - Parameters:
  ///   - next: Where its other entries begin; then, where those of the next one do.
  ///   - rank: The index of an entity by its row.
  private func entries(
    of pattern: Int, _ next: inout Int, rank: (UInt32) -> UInt32
  ) -> [Row] {
    var rows = [firsts[pattern]]
    while isShared(pattern, next) {
      rows.append(others[next].row)
      next += 1
    }
    for index in rows.indices { rows[index].entity = rank(rows[index].entity) }
    rows.sort(by: Row.precedes)
    var distinct = 1
    for row in rows.dropFirst() where !Row.areEqual(row, rows[distinct - 1]) {
      rows[distinct] = row
      distinct += 1
    }
    rows.removeLast(rows.count - distinct)
    return rows
  }
}
