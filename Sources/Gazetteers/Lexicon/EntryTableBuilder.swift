import TextFiles

/// Collects the entries of all patterns, and writes them pattern by pattern.
struct EntryTableBuilder: Sendable {
  private struct Row {
    var entity: UInt32
    var details: UInt32
    var flags: EntryFlags

    /// The order of the entries of a pattern: role, entity, form.
    static func precedes(_ left: Row, _ right: Row, _ rank: (UInt32) -> UInt32) -> Bool {
      let (a, b) = (left.flags, right.flags)
      return (a.role.rawValue, rank(left.entity), a.form.rawValue, left.details, b.rawValue)
        < (b.role.rawValue, rank(right.entity), b.form.rawValue, right.details, a.rawValue)
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

  /// Writes the sections of entries, one after another where they stand.
  ///
  /// - Parameters:
  ///   - ranks: For each row of entities its index in the lexicon.
  ///   - checks: For each pattern the high half of `TokenHash.combine` over its tokens.
  ///   - builder: Takes the sections.
  consuming func write(ranks: [UInt32], checks: [UInt32], to builder: inout LexiconImageBuilder) {
    func rank(_ entity: UInt32) -> UInt32 {
      entity == LexiconEntry.noEntity.raw ? entity : ranks[Int(entity)]
    }
    let shared = sharedRows(rank: rank)
    var count = 0
    forEachRow(shared) { _, _, _, _ in count += 1 }
    builder.set(.entryEntities, count: count) { (span: inout MutableSpan<UInt32>) in
      forEachRow(shared) { index, _, row, _ in span[index] = rank(row.entity) }
    }
    builder.set(.entryDetails, count: count) { (span: inout MutableSpan<UInt32>) in
      forEachRow(shared) { index, _, row, _ in span[index] = row.details }
    }
    builder.set(.entryFlags, count: count) { (span: inout MutableSpan<UInt16>) in
      forEachRow(shared) { index, _, row, isLast in
        var flags = row.flags
        flags.isLast = isLast
        span[index] = flags.rawValue
      }
    }
    builder.set(.entryChecks, count: count) { (span: inout MutableSpan<UInt32>) in
      forEachRow(shared) { index, pattern, _, _ in span[index] = checks[pattern] }
    }
    builder.set(.details, details)
  }

  /// Calls for every entry in the order of patterns.
  ///
  /// - Parameters:
  ///   - shared: What `sharedRows` gave.
  ///   - body: Receives the index of the entry, its pattern, what it is, and whether it is the last of
  ///     its pattern.
  @inline(__always)
  private func forEachRow(
    _ shared: [(pattern: Int, row: Row)], _ body: (Int, Int, Row, Bool) -> Void
  ) {
    var (index, next) = (0, 0)
    for pattern in firsts.indices {
      if next == shared.count || shared[next].pattern != pattern {
        body(index, pattern, firsts[pattern], true)
        index += 1
      }
      while next < shared.count, shared[next].pattern == pattern {
        let isLast = next + 1 == shared.count || shared[next + 1].pattern != pattern
        body(index, pattern, shared[next].row, isLast)
        next += 1
        index += 1
      }
    }
  }

  /// The entries of all patterns that have several.
  private func sharedRows(rank: (UInt32) -> UInt32) -> [(pattern: Int, row: Row)] {
    var rows: [(pattern: Int, row: Row)] = []
    var next = 0
    while next < others.count {
      let pattern = Int(others[next].pattern)
      for row in entries(of: pattern, &next, rank: rank) { rows.append((pattern, row)) }
    }
    return rows
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
    rows.sort { Row.precedes($0, $1, rank) }
    var distinct = 1
    for row in rows.dropFirst() where !Row.areEqual(row, rows[distinct - 1]) {
      rows[distinct] = row
      distinct += 1
    }
    rows.removeLast(rows.count - distinct)
    return rows
  }
}
