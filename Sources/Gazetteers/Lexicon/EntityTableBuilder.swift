import TextFiles

/// Collects the entities of a lexicon in the order they come, and writes them ordered by identifier.
struct EntityTableBuilder {
  private var kinds: [Kind] = []
  private var kindNumbers: [Kind: Int] = [:]

  // One row an entity: identifier and record in `idBytes` and `records`, ends exclusive.
  private var idBytes: [UInt8] = []
  private var idEnds: [Int] = []
  private var records: [UInt8] = []
  private var recordRanges: [(start: UInt32, count: UInt32)] = []
  private var traits: [EntityTraits] = []
  private var shorts: [(entity: UInt32, value: UInt32)] = []
  private var countryCodes: [UInt32: String] = [:]

  /// Kept from one entity to the next.
  private var slug: [UInt8] = []

  // Open addressing over the identifiers: row plus one, 0 where the slot is free.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  var count: Int { idEnds.count }

  /// Adds an entity, or finds the one that has its identifier.
  ///
  /// - Returns: Its row, and whether it is new.
  mutating func add(_ entity: GazetteerEntity) -> (row: UInt32, isNew: Bool) {
    let begin = idBytes.count
    idBytes.append(contentsOf: entity.id.text.utf8)
    let (slot, known) = slot(of: begin..<idBytes.count)
    if let known {
      idBytes.removeLast(idBytes.count - begin)
      return (known, false)
    }
    let row = UInt32(idEnds.count)
    slots[slot] = row + 1
    idEnds.append(idBytes.count)
    traits.append(EntityTraits(entity))
    recordRanges.append((0, 0))
    setRecord(
      LexiconEntity(
        id: entity.id, kind: entity.kind, name: entity.name, attributes: entity.attributes),
      row)
    if let code = entity.attribute("country") { countryCodes[row] = code }
    if idEnds.count * 2 > slots.count { grow() }
    return (row, true)
  }

  /// Adds to an entity the columns of a later row that it does not have yet.
  mutating func addAttributes(_ attributes: [EntityAttribute], to row: UInt32) {
    var entity = entity(at: row)
    let known = Set(entity.attributes.map(\.name))
    let added = attributes.filter { !known.contains($0.name) }
    if added.isEmpty { return }
    entity.attributes += added
    setRecord(entity, row)
    if countryCodes[row] == nil { countryCodes[row] = entity.attribute("country") }
  }

  /// Adds a family or given name of a person, as a pattern.
  mutating func addShort(_ pattern: UInt32, isGiven: Bool, to row: UInt32) {
    shorts.append((row, pattern << 1 | (isGiven ? 1 : 0)))
  }

  /// The preferred name of an entity.
  func name(at row: UInt32) -> String { entity(at: row).name }

  private func entity(at row: UInt32) -> LexiconEntity {
    let range = recordRanges[Int(row)]
    let bytes = Array(records[Int(range.start)..<Int(range.start) + Int(range.count)])
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("no record is empty") }
      var reader = RecordReader(unsafe FlatArray(start, count: buffer.count), 0)
      let head = reader.number()
      let kind = kinds[Int(head >> 2)]
      let name = reader.text()
      if head & EntityRecordWriter.hasID != 0 { _ = reader.text() }
      var attributes: [EntityAttribute] = []
      if head & EntityRecordWriter.hasAttributes != 0 {
        for _ in 0..<reader.number() {
          attributes.append(EntityAttribute(name: reader.text(), value: reader.text()))
        }
      }
      return LexiconEntity(
        id: EntityID(String(decoding: idBytes[idRange(of: Int(row))], as: UTF8.self)), kind: kind,
        name: name, attributes: attributes)
    }
  }

  private mutating func setRecord(_ entity: LexiconEntity, _ row: UInt32) {
    let kind: Int
    if let known = kindNumbers[entity.kind] {
      kind = known
    } else {
      kind = kinds.count
      kindNumbers[entity.kind] = kind
      kinds.append(entity.kind)
    }
    let start = records.count
    let id = idRange(of: Int(row))
    EntityRecordWriter.append(
      entity, kind: kind, hasID: !isDerived(id, entity), to: &records)
    recordRanges[Int(row)] = (UInt32(start), UInt32(records.count - start))
  }

  /// Whether an identifier is what the kind and the name make of it.
  private mutating func isDerived(_ id: Range<Int>, _ entity: LexiconEntity) -> Bool {
    slug.removeAll(keepingCapacity: true)
    slug.append(contentsOf: entity.kind.name.utf8)
    slug.append(UInt8(ascii: "/"))
    entity.name.withUTF8Span { Slug.append($0, to: &slug) }
    guard slug.count == id.count else { return false }
    for offset in 0..<id.count where slug[offset] != idBytes[id.lowerBound + offset] {
      return false
    }
    return true
  }

  private func idRange(of row: Int) -> Range<Int> { (row == 0 ? 0 : idEnds[row - 1])..<idEnds[row] }

  /// The slot of an identifier, which stands in `idBytes`, and the row that has it.
  private func slot(of id: Range<Int>) -> (slot: Int, row: UInt32?) {
    let bytes = idBytes.span
    var slot = hash(id) & (slots.count - 1)
    search: while slots[slot] != 0 {
      let range = idRange(of: Int(slots[slot]) - 1)
      defer { slot = (slot + 1) & (slots.count - 1) }
      guard range.count == id.count else { continue }
      for offset in 0..<id.count
      where bytes[range.lowerBound + offset] != bytes[id.lowerBound + offset] { continue search }
      return (slot, slots[slot] - 1)
    }
    return (slot, nil)
  }

  private func hash(_ id: Range<Int>) -> Int {
    let bytes = idBytes.span
    var hash = TokenHash()
    for index in id { hash.append(bytes[index]) }
    return Int(truncatingIfNeeded: hash.value >> 16)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for row in idEnds.indices {
      var slot = hash(idRange(of: row)) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(row) + 1
    }
  }

  /// The rows in the order of their identifiers' bytes.
  private func order() -> [UInt32] {
    guard let first = idEnds.first else { return [] }
    let ids = idBytes.span
    var shared = first
    for row in idEnds.indices.dropFirst() {
      let range = idRange(of: row)
      var same = 0
      while same < min(shared, range.count), ids[same] == ids[range.lowerBound + same] { same += 1 }
      shared = same
    }
    // Sixteen bytes tell nearly all apart, so the bytes themselves are seldom read again.
    let keys = idEnds.indices.map { row -> (first: UInt64, second: UInt64, row: UInt32) in
      (key(row, shared), key(row, shared + 8), UInt32(row))
    }
    return keys.sorted { left, right in
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      return precedes(Int(left.row), Int(right.row))
    }.map(\.row)
  }

  /// Eight bytes of an identifier, the first highest; zeros behind its end.
  private func key(_ row: Int, _ start: Int) -> UInt64 {
    let ids = idBytes.span
    let range = idRange(of: row)
    var key: UInt64 = 0
    for place in range.lowerBound + start..<range.lowerBound + start + 8 {
      key = key << 8 | (place < range.upperBound ? UInt64(ids[place]) : 0)
    }
    return key
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let ids = idBytes.span
    let (a, b) = (idRange(of: left), idRange(of: right))
    for offset in 0..<min(a.count, b.count) {
      let (x, y) = (ids[a.lowerBound + offset], ids[b.lowerBound + offset])
      if x != y { return x < y }
    }
    return a.count < b.count
  }

  /// Writes the sections of entities.
  ///
  /// - Parameters:
  ///   - firstEntries: For each pattern the index of its first entry.
  ///   - builder: Takes the sections.
  ///   - ranks: For each row its index in the lexicon, as `ranks()` gave it.
  consuming func write(
    ranks: [UInt32], firstEntries: [UInt32], to builder: inout LexiconImageBuilder
  ) {
    var order = [UInt32](repeating: 0, count: ranks.count)
    for (row, rank) in ranks.enumerated() { order[Int(rank)] = UInt32(row) }
    writeCountries(order, ranks, to: &builder)
    writeShorts(ranks, firstEntries, to: &builder)
    builder.set(.traits, order.map { traits[Int($0)].rawValue })
    var (starts, bytes): ([UInt32], [UInt8]) = ([], [])
    starts.reserveCapacity(order.count)
    bytes.reserveCapacity(records.count)
    for row in order {
      let range = recordRanges[Int(row)]
      starts.append(UInt32(bytes.count))
      bytes.append(contentsOf: records[Int(range.start)..<Int(range.start) + Int(range.count)])
    }
    builder.set(.entityStarts, starts)
    builder.set(.entityBytes, bytes)
    var kindBytes: [UInt8] = []
    EntityRecordWriter.append(UInt64(kinds.count), to: &kindBytes)
    for kind in kinds { EntityRecordWriter.append(kind.name, to: &kindBytes) }
    builder.set(.kinds, kindBytes)
    builder[.entityCount] = UInt64(order.count)
  }

  /// For each row its place in the order of identifiers.
  func ranks() -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: idEnds.count)
    for (rank, row) in order().enumerated() { ranks[Int(row)] = UInt32(rank) }
    return ranks
  }

  /// The country of each entity; nothing at all where no entity has one.
  private mutating func writeCountries(
    _ order: [UInt32], _ ranks: [UInt32], to builder: inout LexiconImageBuilder
  ) {
    if countryCodes.isEmpty { return }
    var countries = [UInt32](repeating: .max, count: order.count)
    for (row, code) in countryCodes {
      let begin = idBytes.count
      idBytes.append(contentsOf: "country/".utf8)
      idBytes.append(contentsOf: code.utf8)
      if let found = slot(of: begin..<idBytes.count).row, traits[Int(found)].contains(.country) {
        countries[Int(ranks[Int(row)])] = ranks[Int(found)]
      }
      idBytes.removeLast(idBytes.count - begin)
    }
    builder.set(.countries, countries)
  }

  /// The short patterns of each entity; nothing at all where no entity has one.
  private func writeShorts(
    _ ranks: [UInt32], _ firstEntries: [UInt32], to builder: inout LexiconImageBuilder
  ) {
    if shorts.isEmpty { return }
    var starts = [UInt32](repeating: 0, count: ranks.count + 1)
    for short in shorts { starts[Int(ranks[Int(short.entity)]) + 1] += 1 }
    for index in ranks.indices { starts[index + 1] += starts[index] }
    var next = starts
    var values = [UInt32](repeating: 0, count: shorts.count)
    for short in shorts {
      let rank = Int(ranks[Int(short.entity)])
      values[Int(next[rank])] = firstEntries[Int(short.value >> 1)] << 1 | short.value & 1
      next[rank] += 1
    }
    builder.set(.shortStarts, starts)
    builder.set(.shorts, values)
  }
}
