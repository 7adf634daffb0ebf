import TextFiles

/// Adding whole files.
extension LexiconCompiler {
  /// Adds the entities of a gazetteer file, holding none.
  ///
  /// - Parameters:
  ///   - path: The file: a table with a header line, or one name a line.
  ///   - languages: Which columns of names in a language are read.
  ///   - stated: Receives the languages of which the file has columns.
  ///   - threads: How many threads read a plain list; the lexicon does not depend on it.
  /// - Returns: Errors and warnings, in the order of the file. After an error the lexicon must not be
  ///   used.
  /// - Throws: `FileError` where the file cannot be read.
  public mutating func add(
    path: String, languages: NameLanguages = .all, stated: inout Set<String>, threads: Int = 1
  ) throws(FileError) -> [GazetteerFinding] {
    let file = try FileBytes(path: path)
    return file.withBytes { bytes in
      let start = DecodedText.utf8MarkLength(bytes)
      let text = bytes.extracting(start...)
      guard let dialect = Gazetteer.dialect(path, text) else {
        return addList(file, bytes, path: path, from: start, threads: threads)
      }
      return GazetteerTableReader.forEach(
        path: path, text, dialect: dialect, languages: languages, stated: &stated
      ) { add($0) }
    }
  }

  /// So many bytes of a list are read before their names are entered, up to the end of a line.
  private static let partBytes = 1 << 15

  /// Adds the names of a plain list.
  ///
  /// What needs nothing of the names before is done part by part, ahead on other threads where there
  /// are more than one; the names are entered on this one in their order, and so make the same lexicon
  /// at any number of threads.
  private mutating func addList(
    _ file: FileBytes, _ text: Span<UInt8>, path: String, from start: Int, threads: Int
  ) -> [GazetteerFinding] {
    let kind = Kind(NameListReader.kind(of: path))
    var findings: [GazetteerFinding] = []
    var (next, lines) = (start, 0)
    var ahead: [(part: ListPart, reading: Background<Void>)] = []
    func read(_ part: ListPart) {
      guard next < text.count else { return }
      let last = ByteSearch.first(0x0A, in: text, from: min(next + Self.partBytes, text.count))
      let range = next..<min(last + 1, text.count)
      next = range.upperBound
      let reading = Background(isApart: threads > 1) { part.read(file, path: path, range) }
      ahead.append((part, reading))
    }
    // One part more than threads that read, so that none of them waits while names are entered.
    for _ in 0..<max(1, min(threads, 64)) { read(ListPart(kind: kind)) }
    while !ahead.isEmpty {
      let (part, reading) = ahead.removeFirst()
      reading.wait()
      part.withContent { content in
        let names = text.extracting(content.range)
        if content.range.lowerBound == start {
          makeRoom(for: content.batch, part: names.count, of: text.count - start)
        }
        add(&content.batch, of: names)
        for var finding in content.findings {
          finding.line += lines
          findings.append(finding)
        }
        lines += content.lines
      }
      read(part)
    }
    return findings
  }

  /// Sees to it that what the rest of a list is like its first part fits: arrays that grow are copied.
  ///
  /// - Parameters:
  ///   - batch: The names of the first part.
  ///   - part: The bytes of that part.
  ///   - whole: The bytes of the list.
  private mutating func makeRoom(for batch: borrowing NameBatch, part: Int, of whole: Int) {
    // No more than is soon needed of a list whose first part is like none of the others.
    let ratio = (min(whole, 32 << 20) + part - 1) / part
    func expected(_ count: Int) -> Int { count * 9 / 8 * ratio }
    entities.makeRoom(
      for: expected(batch.rows.count), idBytes: expected(batch.idBytes),
      nameBytes: expected(part))
    names.makeRoom(
      forNames: expected(batch.spellings.count), tokens: expected(batch.reader.tokens.count))
  }

  /// So many names are entered at a time: the memory that all of them need is fetched at once, and stays
  /// near until it is used.
  private static let runLength = 128

  /// Enters the names of a plain list, as `add` does an entity for each.
  ///
  /// - Complexity: O(total length of the names) expected.
  private mutating func add(_ batch: inout NameBatch, of text: Span<UInt8>) {
    for start in stride(from: 0, to: batch.rows.count, by: Self.runLength) {
      let rows = start..<min(start + Self.runLength, batch.rows.count)
      for row in rows { entities.fetch(batch.rows[row].hash) }
      names.fetch(batch.reader, batch.tokens(of: batch.spellings(of: rows)))
      for row in rows { add(row, of: &batch, text) }
    }
  }

  private mutating func add(_ index: Int, of batch: inout NameBatch, _ text: Span<UInt8>) {
    let name = text.extracting(batch.rows[index].name)
    let (row, isNew) = batch.withID(of: index) {
      entities.add(name: name, kind: batch.kind, id: $0, batch.rows[index].hash)
    }
    let isPreferred = isNew || entities.isPreferred(name, at: row)
    // What an earlier row of a table said of the names of the entity.
    let isPrior =
      !foreignPriors.isEmpty && foreignPriors[row]?.contains(NameLine.string(name)) ?? false
    let flags = EntryFlags(
      form: isPreferred ? .preferred : .alias, caseRule: .smart, role: .name, isPrior: isPrior)
    let shortFlags = EntryFlags(form: .short, caseRule: .smart, role: .shortKey)
    for spelling in batch.spellings(of: index..<index + 1) {
      let tokens = batch.tokens(of: spelling..<spelling + 1)
      let use = batch.spellings[spelling].use
      if use == .wholeName {
        names.enter(
          tokens, of: &batch.reader, entity: row, flags, isLookalike: batch.kind == .none)
      } else if let pattern = names.enterShortKey(tokens, of: &batch.reader, shortFlags) {
        entities.addShort(pattern, isGiven: use == .givenName, to: row)
      }
    }
  }
}
