import TextFiles

/// Reads a plain list: one name a line, the file's name gives the kind (`people.txt`).
struct NameListReader {
  /// - Parameters:
  ///   - path: `ships.txt` makes entities of the kind `ship`.
  ///   - text: The content; blank lines and lines that begin with `#` are passed over.
  static func read(path: String, _ text: Span<UInt8>) -> Gazetteer {
    let kind = kind(of: path)
    var gazetteer = Gazetteer(path: path, entities: [])
    var placeOfID: [String: Int] = [:]
    func add(_ severity: GazetteerFinding.Severity, _ line: Int, _ message: String) {
      gazetteer.findings.append(
        GazetteerFinding(
          severity: severity, path: path, line: line, column: 1, message: message))
    }
    var line = 0
    var place = 0
    while place < text.count {
      line += 1
      let end = ByteSearch.first(in: text, from: place, 0x0A, 0x0D, 0x0A)
      let bytes = [UInt8](copying: text.extracting(place..<end))
      place = end + 1
      if end < text.count, text[end] == 0x0D, place < text.count, text[place] == 0x0A { place += 1 }
      guard let whole = String(validating: bytes, as: UTF8.self) else {
        add(.error, line, "the line is not valid UTF-8; save the file as UTF-8")
        continue
      }
      let name = trimmed(Substring(whole))
      if name.isEmpty || name.hasPrefix("#") { continue }
      if name.unicodeScalars.contains(where: { $0.value < 0x20 }) {
        add(.error, line, "the line holds a control character; one name a line, nothing else")
        continue
      }
      guard name.unicodeScalars.contains(where: { NameCheck.isWordScalar($0) }) else {
        add(.warning, line, "\(quoted(name)) holds no letter or digit and can never match")
        continue
      }
      let id = "\(kind)/\(slug(name))"
      if let place = placeOfID[id] {
        // `Al-Qaeda` beside `Al Qaeda`: two spellings of one name.
        if gazetteer.entities[place].name == name {
          add(.note, line, "\(quoted(name)) stands in an earlier line, too")
        } else {
          gazetteer.entities[place].names.append(Name(name, .alias))
        }
        continue
      }
      placeOfID[id] = gazetteer.entities.count
      gazetteer.entities.append(
        GazetteerEntity(id: EntityID(id), kind: Kind(kind), name: name))
    }
    return gazetteer
  }

  /// The kind that a file name gives: its stem in the singular.
  static func kind(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.split(separator: ".").first.map { $0.lowercased() } ?? "entity"
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

  /// A readable identifier: folded letters and digits, with a hyphen for all else.
  static func slug(_ name: String) -> String {
    var out = ""
    for scalar in name.unicodeScalars {
      let folded = ScalarTable.shared.folded(scalar)
      if folded.isEmpty { continue }
      // `C++` and `C#` are not `C`.
      if scalar == "+" || scalar == "#", !out.isEmpty {
        if !out.hasSuffix("-") { out += "-" }
        out += scalar == "+" ? "plus" : "sharp"
      } else if NameCheck.isWordScalar(scalar), scalar != "&" {
        out += folded
      } else if !out.isEmpty, !out.hasSuffix("-"), scalar != "'", scalar != "’" {
        out += "-"
      }
    }
    if out.hasSuffix("-") { out.removeLast() }
    return out
  }
}

extension ScalarTable {
  /// What a scalar folds to, as text; nothing for a mark.
  package func folded(_ scalar: Unicode.Scalar) -> String {
    guard scalar.value < 0x10000 else { return String(scalar) }
    if classes[Int(scalar.value)] == ScalarClass.mark { return "" }
    let value = folds[Int(scalar.value)]
    if scalar.value < 0x80 { return String(scalar).lowercased() }
    let parts = value == 1 ? [double(scalar.value).0, double(scalar.value).1] : [value]
    return String(String.UnicodeScalarView(parts.compactMap { Unicode.Scalar($0) }))
  }
}
