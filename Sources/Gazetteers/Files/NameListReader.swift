import TextFiles

/// Reads a plain list: one name a line, the file's name gives the kind (`people.txt`).
package struct NameListReader {
  /// - Parameters:
  ///   - path: `ships.txt` makes entities of the kind `ship`.
  ///   - text: The content; blank lines and lines that begin with `#` are passed over.
  static func read(path: String, _ text: Span<UInt8>) -> Gazetteer {
    var gazetteer = Gazetteer(path: path, entities: [])
    var placeOfID: [String: Int] = [:]
    var notes: [GazetteerFinding] = []
    let findings = forEach(path: path, text) { entity, line in
      guard let place = placeOfID[entity.id.text] else {
        placeOfID[entity.id.text] = gazetteer.entities.count
        gazetteer.entities.append(entity)
        return
      }
      // `Al-Qaeda` beside `Al Qaeda`: two spellings of one name.
      if gazetteer.entities[place].name != entity.name {
        gazetteer.entities[place].names.append(Name(entity.name, .alias))
        return
      }
      notes.append(
        GazetteerFinding(
          severity: .note, path: path, line: line, column: 1,
          message: "\(quoted(entity.name)) stands in an earlier line, too"))
    }
    gazetteer.findings = (findings + notes).sorted { $0.line < $1.line }
    return gazetteer
  }

  /// Reads a list line by line, holding nothing.
  ///
  /// - Parameter body: Receives an entity for each name, and the number of its line.
  /// - Returns: What is wrong, in the order of the lines.
  private static func forEach(
    path: String, _ text: Span<UInt8>, _ body: (GazetteerEntity, Int) -> Void
  ) -> [GazetteerFinding] {
    let kind = Kind(kind(of: path))
    return forEachLine(path: path, text) { range, _, line in
      let name = NameLine.string(text.extracting(range))
      let id = EntityID(Slug.identifier(kind: kind.name, name: name))
      body(GazetteerEntity(id: id, kind: kind, name: name), line)
    }.findings
  }

  /// Reads the lines that hold a name.
  ///
  /// - Parameter body: Receives where each name stands, whether it holds signs, and the number of its
  ///   line.
  /// - Returns: What is wrong, in the order of the lines, and the number of lines.
  static func forEachLine(
    path: String, _ text: Span<UInt8>, _ body: (Range<Int>, Bool, Int) -> Void
  ) -> (findings: [GazetteerFinding], lines: Int) {
    var findings: [GazetteerFinding] = []
    var lines = LineReader()
    while let range = lines.next(in: text) {
      switch NameLine(text, range) {
      case .name(let name, let hasSigns): body(name, hasSigns, lines.number)
      case .nothing: break
      case .fault(let severity, let message):
        findings.append(
          GazetteerFinding(
            severity: severity, path: path, line: lines.number, column: 1, message: message))
      }
    }
    return (findings, lines.number)
  }

  /// The kind that a file name gives: its stem in the singular.
  package static func kind(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.split(separator: ".").first.map { $0.lowercased() } ?? "entity"
    // The number of a descriptor, `/dev/fd/63`, is no kind.
    if Int(stem) != nil { return "entity" }
    switch stem {
    case "people", "persons", "person": return "person"
    case "countries", "country": return "country"
    case "organisations", "organizations", "organisation", "organization": return "organisation"
    default:
      if stem.hasSuffix("ies"), stem.count > 4 { return stem.dropLast(3) + "y" }
      if stem.hasSuffix("s"), !stem.hasSuffix("ss"), stem.count > 3 {
        return String(stem.dropLast())
      }
      return stem.isEmpty ? "entity" : stem
    }
  }
}
