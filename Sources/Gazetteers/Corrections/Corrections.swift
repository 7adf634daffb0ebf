import TextFiles

/// The judgements of analysts that a run applies: a corrections file.
public struct Corrections: Sendable, Equatable {
  /// The file as the user named it.
  public var path: String

  /// The usable corrections, in the order of the file.
  public var list: [Correction]

  /// What is wrong in the file, in its order.
  public var findings: [GazetteerFinding]

  /// Reads a file.
  ///
  /// - Parameter path: Tab-separated, with a header line.
  /// - Throws: `FileError` where the file cannot be read. What is wrong inside it is a finding.
  public init(path: String) throws(FileError) {
    let file = try FileBytes(path: path)
    self = file.withBytes { bytes in Corrections(path: path, bytes: bytes) }
  }

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - path: The name that findings give.
  ///   - bytes: The content, UTF-8 with or without a byte order mark.
  public init(path: String, bytes: Span<UInt8>) {
    let start = DecodedText.utf8MarkLength(bytes)
    var reader = CorrectionsReader(path: path)
    reader.read(bytes.extracting(start..<bytes.count))
    self.path = path
    list = reader.corrections
    findings = reader.findings
  }

  /// The entity that an entity has become by merging; itself where it has not.
  func target(of entity: EntityID) -> EntityID {
    var target = entity
    // As many steps as there are rows: a circle, which `check` reports, must end, too.
    for _ in list {
      guard let next = list.first(where: { $0.action == .merge && $0.entity == target }) else {
        return target
      }
      target = EntityID(next.value)
    }
    return target
  }

  /// Whether merging an entity ends at itself.
  private func isCircular(_ entity: EntityID) -> Bool {
    var place = entity
    for _ in list {
      guard let next = list.first(where: { $0.action == .merge && $0.entity == place }) else {
        return false
      }
      place = EntityID(next.value)
      if place == entity { return true }
    }
    return false
  }

  /// Checks the corrections against the gazetteers that they are for.
  ///
  /// - Parameter gazetteers: All gazetteers of the run.
  /// - Returns: Entities that none of them has, with the nearest that they have, entities merged
  ///   twice or in a circle, and aliases that are names already.
  public func check(_ gazetteers: [Gazetteer]) -> [GazetteerFinding] {
    var kinds: [EntityID: Kind] = [:]
    for entity in gazetteers.lazy.flatMap(\.entities) { kinds[entity.id] = entity.kind }
    var found: [GazetteerFinding] = []
    func add(
      _ severity: GazetteerFinding.Severity, _ correction: Correction, _ column: Int,
      _ message: String
    ) {
      found.append(
        GazetteerFinding(
          severity: severity, path: path, line: correction.line, column: column, message: message))
    }
    func isKnown(_ id: EntityID, _ correction: Correction, _ column: Int) -> Bool {
      if kinds[id] != nil { return true }
      let nearest = NearestEntities.find(id.text, in: gazetteers.lazy.flatMap(\.entities))
      let list = nearest.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
      add(
        .error, correction, column,
        "no gazetteer has an entity \(quoted(id.text)); "
          + (list.isEmpty ? "look its id up in the gazetteers" : "nearest: \(list)"))
      return false
    }
    for correction in list {
      guard let entity = correction.entity,
        isKnown(entity, correction, correction.columns.entity), correction.action == .merge
      else { continue }
      let other = EntityID(correction.value)
      guard isKnown(other, correction, correction.columns.value) else { continue }
      if list.contains(where: {
        $0.action == .merge && $0.entity == entity && $0.line < correction.line
      }) {
        add(.error, correction, correction.columns.entity, "\(entity) is merged twice; delete one")
      } else if isCircular(entity) {
        add(
          .error, correction, correction.columns.value,
          "\(entity) would be merged into itself; delete a row of the circle")
      } else if kinds[entity] != kinds[other] {
        add(
          .warning, correction, correction.columns.value,
          "\(entity) is of another kind than \(other), which it becomes")
      }
    }
    return found
  }
}
