import TextFiles

/// The entities of one gazetteer file, and what was found wrong in it.
public struct Gazetteer: Sendable {
  /// The file as the user named it.
  public var path: String

  /// The usable entities, in the order of the file.
  public var entities: [GazetteerEntity]

  /// Errors, warnings and notes, in the order of the file.
  public var findings: [GazetteerFinding]

  /// The languages of which the file has columns (`aliases:ru`), whether they were read or not.
  public var languages: Set<String>

  public init(
    path: String, entities: [GazetteerEntity], findings: [GazetteerFinding] = [],
    languages: Set<String> = []
  ) {
    self.path = path
    self.entities = entities
    self.findings = findings
    self.languages = languages
  }

  /// Whether the file holds an error, so that it must not be used.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Reads a gazetteer: a table with a header line, or one name a line.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - languages: Which columns of names in a language are read.
  /// - Throws: `FileError` where the file cannot be read. What is wrong inside it is no error but a
  ///   finding.
  public init(path: String, languages: NameLanguages = .all) throws(FileError) {
    let file = try FileBytes(path: path)
    self = file.withBytes { bytes in Gazetteer(path: path, bytes: bytes, languages: languages) }
  }

  /// Reads a gazetteer from bytes.
  ///
  /// - Parameters:
  ///   - path: The name that findings give; its extension decides the format. Where it is neither
  ///     `.tsv` nor `.csv`, a first line that is a header makes the file a table.
  ///   - bytes: The content, UTF-8 with or without a byte order mark.
  ///   - languages: Which columns of names in a language are read.
  public init(path: String, bytes: Span<UInt8>, languages: NameLanguages = .all) {
    let text = bytes.extracting(DecodedText.utf8MarkLength(bytes)...)
    guard let dialect = Self.dialect(path, text) else {
      self = NameListReader.read(path: path, text)
      return
    }
    var (entities, stated): ([GazetteerEntity], Set<String>) = ([], [])
    let findings = GazetteerTableReader.forEach(
      path: path, text, dialect: dialect, languages: languages, stated: &stated
    ) { entities.append($0) }
    self.init(path: path, entities: entities, findings: findings, languages: stated)
  }

  /// How a gazetteer is written that is a table; `nil` for a plain list.
  static func dialect(_ path: String, _ text: Span<UInt8>) -> DelimitedDialect? {
    let lower = path.lowercased()
    if lower.hasSuffix(".tsv") || lower.hasSuffix(".tab") { return .tsv }
    return lower.hasSuffix(".csv") ? .csv : dialect(ofHeader: text)
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
