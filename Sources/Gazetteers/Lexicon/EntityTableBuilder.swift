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

  /// Open addressing over the identifiers: 32 bits of the hash, then the row plus one; 0 where the slot
  /// is free. The hash tells nearly all identifiers apart before their bytes are looked at.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)

  var count: Int { idEnds.count }

  /// Adds an entity, or finds the one that has its identifier.
  ///
  /// - Returns: Its row, and whether it is new.
  mutating func add(_ entity: GazetteerEntity) -> (row: UInt32, isNew: Bool) {
    let begin = idBytes.count
    idBytes.append(contentsOf: entity.id.text.utf8)
    let hash = hash(begin..<idBytes.count)
    let (slot, known) = slot(of: begin..<idBytes.count, hash)
    if let known {
      idBytes.removeLast(idBytes.count - begin)
      return (known, false)
    }
    let row = UInt32(idEnds.count)
    slots[slot] = hash << 32 | UInt64(row + 1)
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
  ///
  /// - Parameter hash: Its hash.
  private func slot(of id: Range<Int>, _ hash: UInt64) -> (slot: Int, row: UInt32?) {
    let bytes = idBytes.span
    var slot = Int(hash) & (slots.count - 1)
    search: while slots[slot] != 0 {
      let found = slots[slot]
      defer { slot = (slot + 1) & (slots.count - 1) }
      guard found >> 32 == hash else { continue }
      let row = UInt32(found & 0xFFFF_FFFF) - 1
      let range = idRange(of: Int(row))
      guard range.count == id.count else { continue }
      for offset in 0..<id.count
      where bytes[range.lowerBound + offset] != bytes[id.lowerBound + offset] { continue search }
      return (slot, row)
    }
    return (slot, nil)
  }

  /// 32 bits of a hash of an identifier.
  private func hash(_ id: Range<Int>) -> UInt64 {
    let bytes = idBytes.span
    var (hash, place): (UInt64, Int) = (0, id.lowerBound)
    while place < id.upperBound {
      hash = TokenHash.mix(hash, EightBytes(bytes, at: place, limit: id.upperBound).raw)
      place += 8
    }
    return TokenHash.finish(hash, length: UInt64(id.count)) >> 32
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 4)
    for taken in old where taken != 0 {
      var slot = Int(taken >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = taken
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
    // Sixteen bytes tell nearly all apart, so the bytes themselves are seldom read again. The first two
    // of them part the rows, so that what is sorted is short.
    var ends = [Int](repeating: 0, count: 1 << 16 + 1)
    var keys = idEnds.indices.map { row -> SortKey in
      let key = SortKey(first: key(row, shared), second: key(row, shared + 8), row: UInt32(row))
      ends[Int(key.first >> 48) + 1] += 1
      return key
    }
    for part in 0..<1 << 16 { ends[part + 1] += ends[part] }
    keys = Self.parted(keys, &ends)
    var start = 0
    for end in ends.dropLast() {
      if end - start > 1 {
        keys[start..<end].sort { left, right in
          if left.first != right.first { return left.first < right.first }
          if left.second != right.second { return left.second < right.second }
          return precedes(Int(left.row), Int(right.row))
        }
      }
      start = end
    }
    return keys.map(\.row)
  }

  private struct SortKey {
    var first: UInt64
    var second: UInt64
    var row: UInt32
  }

  /// The keys with equal first two bytes side by side.
  ///
  /// - Parameter ends: Where each part begins; afterwards, where it ends.
  private static func parted(_ keys: [SortKey], _ ends: inout [Int]) -> [SortKey] {
    guard var result = keys.first.map({ Array(repeating: $0, count: keys.count) }) else {
      return []
    }
    for key in keys {
      let part = Int(key.first >> 48)
      result[ends[part]] = key
      ends[part] += 1
    }
    return result
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
    // What finds entities is not needed to write them.
    (idBytes, idEnds, slots) = ([], [], [])
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
    records = []
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
      let id = begin..<idBytes.count
      if let found = slot(of: id, hash(id)).row, traits[Int(found)].contains(.country) {
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
