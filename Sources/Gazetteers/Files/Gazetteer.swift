import TextFiles

/// The entities of one gazetteer file, and what was found wrong in it.
public struct Gazetteer: Sendable {
  /// The file as the user named it.
  public var path: String

  /// The usable entities, in the order of the file.
  public var entities: [GazetteerEntity]

  /// Errors, warnings and notes, in the order of the file.
  public var findings: [GazetteerFinding]

  public init(path: String, entities: [GazetteerEntity], findings: [GazetteerFinding] = []) {
    self.path = path
    self.entities = entities
    self.findings = findings
  }

  /// Whether the file holds an error, so that it must not be used.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Reads a gazetteer: a table with a header line, or one name a line.
  ///
  /// - Parameter path: The file.
  /// - Throws: `FileError` where the file cannot be read. What is wrong inside it is no error but a
  ///   finding.
  public init(path: String) throws(FileError) {
    let file = try FileBytes(path: path)
    self = file.withBytes { bytes in Gazetteer(path: path, bytes: bytes) }
  }

  /// Reads a gazetteer entity by entity, holding none.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - entity: Receives the usable entities in the order of the file. Of a plain list it receives one
  ///     for each line, so that an identifier may come again, with another spelling of the name.
  /// - Returns: Errors and warnings, in the order of the file.
  /// - Throws: `FileError` where the file cannot be read.
  public static func read(
    path: String, _ entity: (GazetteerEntity) -> Void
  ) throws(FileError) -> [GazetteerFinding] {
    let file = try FileBytes(path: path)
    return file.withBytes { bytes in
      let mark = DecodedText.utf8MarkLength(bytes)
      guard isList(path), dialect(ofHeader: bytes.extracting(mark..<bytes.count)) == nil else {
        let gazetteer = Gazetteer(path: path, bytes: bytes)
        for row in gazetteer.entities { entity(row) }
        return gazetteer.findings
      }
      return NameListReader.forEach(path: path, bytes.extracting(mark..<bytes.count)) { row, _ in
        entity(row)
      }
    }
  }

  private static func isList(_ path: String) -> Bool {
    let lower = path.lowercased()
    return ![".tsv", ".tab", ".csv"].contains { lower.hasSuffix($0) }
  }

  /// Reads a gazetteer from bytes.
  ///
  /// - Parameters:
  ///   - path: The name that findings give; its extension decides the format. Where it is neither
  ///     `.tsv` nor `.csv`, a first line that is a header makes the file a table.
  ///   - bytes: The content, UTF-8 with or without a byte order mark.
  public init(path: String, bytes: Span<UInt8>) {
    let start = DecodedText.utf8MarkLength(bytes)
    let text = bytes.extracting(start..<bytes.count)
    let lower = path.lowercased()
    if lower.hasSuffix(".tsv") || lower.hasSuffix(".tab") {
      self = GazetteerTableReader.read(path: path, text, dialect: .tsv)
    } else if lower.hasSuffix(".csv") {
      self = GazetteerTableReader.read(path: path, text, dialect: .csv)
    } else if let dialect = Self.dialect(ofHeader: text) {
      self = GazetteerTableReader.read(path: path, text, dialect: dialect)
    } else {
      self = NameListReader.read(path: path, text)
    }
  }

  /// How the table is written whose header the first line is; nil where it is none.
  ///
  /// What `<(…)` gives has no extension. A line of a plain list holds no tab and is not called `id`,
  /// `kind` and `name` at once.
  private static func dialect(ofHeader text: Span<UInt8>) -> DelimitedDialect? {
    let head = text.extracting(first: 1 << 16)
    let line = head.extracting(..<ByteSearch.first(in: head, from: 0, 0x0A, 0x0D, 0x0A))
    for dialect in [DelimitedDialect.tsv, .csv] {
      var reader = DelimitedReader(dialect: dialect)
      var record = DelimitedRecord()
      guard let isThere = try? reader.next(in: line, into: &record), isThere else { continue }
      let names = Set((0..<record.count).map { trimmed(Substring(record.string($0))) })
      let needed = dialect == .tsv ? ["id", "name"] : ["id", "kind", "name"]
      if names.isSuperset(of: needed) { return dialect }
    }
    return nil
  }
}
