import Gazetteers
import TextFiles

/// Takes what importers find: cleans names, gives identifiers, writes rows and counts what is left out.
struct ImportSession {
  let options: ImportOptions
  private(set) var summary = ImportSummary()

  /// The kind of entities of which neither source nor options say one; a list's file name gives it.
  var usualKind = "entity"

  private let attributes: [String]
  private var writer: GazetteerTableWriter
  private var ids = EntityIDs()

  init(_ options: ImportOptions, attributes: [String], to sink: any ByteSink) throws(FileError) {
    self.options = options
    self.attributes = attributes
    writer = try GazetteerTableWriter(to: sink, attributes: attributes)
  }

  /// Counts a row that was read.
  mutating func countRow() { summary.rows += 1 }

  /// Counts a record that makes no entity.
  mutating func drop(_ reason: String) { summary.droppedRecords[reason, default: 0] += 1 }

  /// Counts a name that is not written.
  mutating func dropName(_ reason: NameDrop) {
    summary.droppedNames[reason.rawValue, default: 0] += 1
  }

  /// Notes something once.
  mutating func note(_ text: String) {
    if !summary.notes.contains(text) { summary.notes.append(text) }
  }

  /// Counts a row that is not as the format says.
  ///
  /// - Parameters:
  ///   - line: 1-based.
  ///   - column: 1-based, in Unicode scalars.
  ///   - message: What is wrong and what was done or is to be done.
  mutating func bad(_ path: String, line: Int, column: Int, _ message: String) {
    summary.badRows += 1
    guard summary.findings.count < ImportSummary.mostFindings else { return }
    summary.findings.append(
      GazetteerFinding(
        severity: .warning, path: path, line: line, column: column, message: message.onOneLine))
  }

  /// Writes an entity, unless none of its names is of use.
  mutating func add(_ entity: ImportedEntity) throws(FileError) {
    let kind = kind(entity.kind)
    var selection = NameSelection(kind: Kind(kind), languages: options.languages)
    for name in entity.names.prefix(ImportedEntity.mostNames) { selection.add(name) }
    for _ in entity.names.dropFirst(ImportedEntity.mostNames) { dropName(.many) }
    let chosen = selection.result()
    for reason in chosen.dropped { dropName(reason) }
    guard let name = chosen.name else { return drop("no usable name") }
    if let id = entity.id, !ids.take(id) { return drop("an id that stands in an earlier row") }
    var result = GazetteerEntity(
      id: entity.id.map { EntityID($0) }
        ?? ids.id(kind: kind, name: name, sourceID: entity.sourceID),
      kind: Kind(kind), name: name, names: chosen.names)
    result.family = parts(entity.family, kind)
    result.given = parts(entity.given, kind)
    for column in attributes {
      guard let value = entity.attributes[column].flatMap(Self.attribute) else { continue }
      result.attributes.append(EntityAttribute(name: column, value: value))
    }
    try writer.write(result)
    summary.entities += 1
    summary.names += 1 + chosen.names.count
  }

  private func kind(_ stated: String) -> String {
    let word = Slug.of(stated.isEmpty ? options.kind ?? usualKind : stated)
    // A source's `NONE` is no look-alike; whoever imports look-alikes says so by the option.
    if word.isEmpty || (word == Kind.none.name && options.kind != word) { return "entity" }
    return word
  }

  private func parts(_ texts: [String], _ kind: String) -> [String] {
    guard kind == Kind.person.name else { return [] }
    var parts: [String] = []
    for text in texts.prefix(ImportedEntity.mostParts) {
      guard case .success(let clean) = NameCleaner.clean(text) else { continue }
      let part = Capitals.ordinary(clean, kind: .person)
      if !parts.contains(part) { parts.append(part) }
    }
    return parts
  }

  /// A value in one line of at most 500 characters; nil where nothing is left.
  private static func attribute(_ text: String) -> String? {
    let line = NameCleaner.inOneLine(
      text.unicodeScalars.prefix(500).filter {
        !NameCleaner.isUnusable($0) || $0.properties.isWhitespace
      })
    return line.isEmpty ? nil : line
  }
}
