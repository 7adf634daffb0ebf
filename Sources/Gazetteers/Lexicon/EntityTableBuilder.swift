import TextFiles

/// Collects the entities of a lexicon in the order they come, and writes them ordered by identifier.
struct EntityTableBuilder: ~Copyable {
  private var kinds: [Kind] = []
  private var kindNumbers: [Kind: Int] = [:]
  /// The kind last asked for, which is nearly always asked for again.
  private var lastKind: (kind: Kind, number: Int)?

  private var identifiers = IdentifierTable()
  private var records = ByteBuffer()

  // One row an entity.
  private var recordRanges: [(start: UInt32, count: UInt32)] = []
  private var traits: [EntityTraits] = []

  private var shorts: [(entity: UInt32, value: UInt32)] = []
  private var countryCodes: [UInt32: String] = [:]
  /// The rows that these codes mean, when all entities are in.
  private var countries: [(row: UInt32, country: UInt32)] = []

  /// Kept from one entity to the next.
  private var slug = ByteBuffer()

  var count: Int { recordRanges.count }

  /// About how many bytes `write` will give.
  var expectedBytes: Int { records.count + count * 14 + shorts.count * 4 + 1 << 10 }

  /// Sees to it that so many more entities fit.
  ///
  /// - Parameters:
  ///   - more: The number of entities.
  ///   - idBytes: The bytes of their identifiers together.
  ///   - nameBytes: Those of their names.
  mutating func makeRoom(for more: Int, idBytes: Int, nameBytes: Int) {
    identifiers.makeRoom(for: more, bytes: idBytes)
    records.reserve(records.count + nameBytes + more * 3)
    recordRanges.makeRoom(for: more)
    traits.makeRoom(for: more)
  }

  /// Fetches the memory that `add` will read.
  ///
  /// - Parameter hash: `IdentifierTable.hash` of an identifier.
  func fetch(_ hash: UInt32) { identifiers.fetch(hash) }

  /// Adds an entity, or finds the one that has its identifier.
  ///
  /// - Returns: Its row, and whether it is new.
  mutating func add(_ entity: GazetteerEntity) -> (row: UInt32, isNew: Bool) {
    let (row, isNew) = entity.id.text.withUTF8Span {
      identifiers.add($0, IdentifierTable.hash($0))
    }
    guard isNew else { return (row, false) }
    traits.append(EntityTraits(entity))
    recordRanges.append((0, 0))
    setRecord(
      LexiconEntity(
        id: entity.id, kind: entity.kind, name: entity.name, attributes: entity.attributes),
      row)
    if let code = entity.attribute("country") { countryCodes[row] = code }
    return (row, true)
  }

  /// Adds an entity of which there is nothing but a name, or finds the one that has its identifier.
  ///
  /// - Parameters:
  ///   - name: The name, valid UTF-8.
  ///   - kind: Its kind.
  ///   - id: The identifier that these two make.
  ///   - hash: `IdentifierTable.hash` of it.
  /// - Returns: Its row, and whether it is new.
  mutating func add(
    name: Span<UInt8>, kind: Kind, id: Span<UInt8>, _ hash: UInt32
  ) -> (row: UInt32, isNew: Bool) {
    let (row, isNew) = identifiers.add(id, hash)
    guard isNew else { return (row, false) }
    traits.append(EntityTraits(kind))
    let number = number(of: kind)
    let start = records.count
    EntityRecordWriter.append(name: name, kind: number, to: &records)
    recordRanges.append((UInt32(start), UInt32(records.count - start)))
    return (row, true)
  }

  /// Adds to an entity the columns of a later row that it does not have yet.
  mutating func addAttributes(_ attributes: [EntityAttribute], to row: UInt32) {
    if attributes.isEmpty { return }
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

  /// Whether a name is the preferred one of an entity.
  func isPreferred(_ name: Span<UInt8>, at row: UInt32) -> Bool {
    withRecord(at: row) { bytes, reader in
      _ = reader.number()
      return EightBytes.areEqual(bytes.extracting(reader.textRange()), name)
    }
  }

  /// The number of a kind, given where it is new.
  private mutating func number(of kind: Kind) -> Int {
    if let lastKind, lastKind.kind == kind { return lastKind.number }
    let number = kindNumbers[kind] ?? kinds.count
    if number == kinds.count {
      kindNumbers[kind] = number
      kinds.append(kind)
    }
    lastKind = (kind, number)
    return number
  }

  private func withRecord<Result>(
    at row: UInt32, _ body: (Span<UInt8>, inout RecordReader) -> Result
  ) -> Result {
    let range = recordRanges[Int(row)]
    return records.withBytes { bytes in
      let record = bytes.extracting(Int(range.start)..<Int(range.start) + Int(range.count))
      return unsafe record.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { preconditionFailure("no record is empty") }
        var reader = RecordReader(unsafe FlatArray(start, count: buffer.count), 0)
        return body(record, &reader)
      }
    }
  }

  private func entity(at row: UInt32) -> LexiconEntity {
    withRecord(at: row) { _, reader in
      let head = reader.number()
      let kind = kinds[Int(head >> 2)]
      let name = reader.text()
      if head & EntityRecordWriter.hasID != 0 { reader.skipText() }
      var attributes: [EntityAttribute] = []
      if head & EntityRecordWriter.hasAttributes != 0 {
        for _ in 0..<reader.number() {
          attributes.append(EntityAttribute(name: reader.text(), value: reader.text()))
        }
      }
      let id = identifiers.text(of: row)
      return LexiconEntity(id: EntityID(id), kind: kind, name: name, attributes: attributes)
    }
  }

  private mutating func setRecord(_ entity: LexiconEntity, _ row: UInt32) {
    let kind = number(of: entity.kind)
    let start = records.count
    let hasID = !isDerived(row, entity)
    EntityRecordWriter.append(entity, kind: kind, hasID: hasID, to: &records)
    recordRanges[Int(row)] = (UInt32(start), UInt32(records.count - start))
  }

  /// Whether the identifier of a row is what the kind and the name make of it.
  private mutating func isDerived(_ row: UInt32, _ entity: LexiconEntity) -> Bool {
    slug.clear()
    entity.name.withUTF8Span {
      Slug.appendIdentifier(kind: entity.kind.name, name: $0, to: &slug)
    }
    return slug.withBytes { identifiers.matches($0, row) }
  }

  /// Orders the entities by their identifiers, by which none can be found any more.
  ///
  /// - Parameter memory: Memory that is free to be used, and goes.
  /// - Returns: The rows in that order, and for each row its place in it.
  mutating func order(in memory: inout FixedTable<UInt64>) -> (order: [UInt32], ranks: [UInt32]) {
    findCountries()
    let order = identifiers.order(in: &memory)
    identifiers = IdentifierTable()
    var ranks = [UInt32](inLargePages: 0, count: order.count)
    for (rank, row) in order.enumerated() { ranks[Int(row)] = UInt32(rank) }
    return (order, ranks)
  }

  /// Writes the sections of entities.
  ///
  /// - Parameters:
  ///   - order: What `order` gave, as are the ranks.
  ///   - ranks: For each row of entities its index in the lexicon.
  ///   - firstEntries: For each pattern the index of its first entry.
  ///   - builder: Takes the sections.
  func write(
    order: [UInt32], ranks: [UInt32], firstEntries: [UInt32], to builder: inout LexiconImageBuilder
  ) {
    writeCountries(ranks, to: &builder)
    writeShorts(ranks, firstEntries, to: &builder)
    builder.set(.traits, count: order.count) { (span: inout MutableSpan<UInt8>) in
      for (rank, row) in order.enumerated() { span[rank] = traits[Int(row)].rawValue }
    }
    writeRecords(order, to: &builder)
    builder.set(.kinds) { bytes in
      EntityRecordWriter.append(UInt64(kinds.count), to: &bytes)
      for kind in kinds { EntityRecordWriter.append(kind.name, to: &bytes) }
    }
    builder[.entityCount] = UInt64(order.count)
  }

  private func writeRecords(_ order: [UInt32], to builder: inout LexiconImageBuilder) {
    builder.set(.entityStarts, count: order.count) { (span: inout MutableSpan<UInt32>) in
      var start: UInt32 = 0
      for (rank, row) in order.enumerated() {
        span[rank] = start
        start += recordRanges[Int(row)].count
      }
    }
    builder.set(.entityBytes) { bytes in
      records.withBytes { records in
        for row in order {
          let (start, count) = recordRanges[Int(row)]
          bytes.append(records.extracting(Int(start)..<Int(start) + Int(count)))
        }
      }
    }
  }

  private mutating func findCountries() {
    for (row, code) in countryCodes {
      let found = "country/\(code)".withUTF8Span {
        identifiers.number(of: $0, IdentifierTable.hash($0))
      }
      if let found, traits[Int(found)].contains(.country) { countries.append((row, found)) }
    }
  }

  /// The country of each entity; nothing at all where no entity has one.
  private func writeCountries(_ ranks: [UInt32], to builder: inout LexiconImageBuilder) {
    if countryCodes.isEmpty { return }
    var indices = [UInt32](repeating: .max, count: ranks.count)
    for (row, country) in countries { indices[Int(ranks[Int(row)])] = ranks[Int(country)] }
    builder.set(.countries, indices)
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
