import Gazetteers
import TextFiles

/// Patterns of spaCy's entity ruler: `{"label":"ORG","pattern":"Acme","id":"acme"}`.
///
/// A pattern is a text, or a list of tokens; of these, such as fix every word (`LOWER`, `TEXT`, `ORTH`, and
/// lists behind `IN`) are names, others are dropped. Patterns of one label and `id` are one entity, so all
/// are held in memory.
struct SpaCyPatternsImporter: GazetteerImporter {
  let attributes = ["label", "source_id"]
  private var groups = EntityGroups()

  /// A pattern with lists stands for this many names at most.
  private static let mostNames = 32

  mutating func read(
    _ bytes: Span<UInt8>, path: String, into session: inout ImportSession
  ) throws(FileError) {
    var lines = LineReader()
    while let value = lines.nextValue(in: bytes, of: path, &session) {
      guard let label = value["label"]?.text, !label.isEmpty, let pattern = value["pattern"]
      else {
        session.bad(
          path, line: lines.number, column: 1,
          "the line is passed over: a pattern has \"label\" and \"pattern\"")
        continue
      }
      guard let names = Self.names(pattern) else {
        session.drop("token patterns that are no fixed words")
        continue
      }
      add(names, label, value["id"]?.text ?? "")
    }
  }

  mutating func finish(into session: inout ImportSession) throws(FileError) {
    for entity in groups.entities { try session.add(entity) }
  }

  private mutating func add(_ names: [String], _ label: String, _ id: String) {
    guard let first = names.first else { return }
    let key = id.isEmpty ? "\(label)//\(Slug.of(first))" : "\(label)/\(id)"
    groups.update(key, sourceID: id) { entity in
      entity.kind = Self.kind(of: label)
      for name in names { entity.add(name) }
      entity.attributes = ["label": label, "source_id": id]
    }
  }

  /// The kind of a label of spaCy's models, or the label itself.
  static func kind(of label: String) -> String {
    switch label.uppercased() {
    case "PERSON", "PER": "person"
    case "ORG", "ORGANIZATION", "ORGANISATION": "organisation"
    case "COUNTRY": "country"
    // Cities and states as well as countries: no telling which.
    case "GPE", "LOC", "LOCATION", "FAC": "place"
    case "NORP": "group"
    default: label
    }
  }

  /// The names a pattern stands for; nil where it is more than fixed words.
  private static func names(_ pattern: JSONValue) -> [String]? {
    if let text = pattern.text { return [text] }
    guard let tokens = pattern.elements, !tokens.isEmpty else { return nil }
    var names = [""]
    for token in tokens {
      guard let words = words(token), names.count * words.count <= mostNames else { return nil }
      names = names.flatMap { name in words.map { name.isEmpty ? $0 : "\(name) \($0)" } }
    }
    return names
  }

  /// The words a token of a pattern stands for.
  private static func words(_ token: JSONValue) -> [String]? {
    guard case .object(let fields) = token, fields.count == 1, let field = fields.first,
      ["LOWER", "TEXT", "ORTH"].contains(field.key.uppercased())
    else { return nil }
    if let word = field.value.text { return [word] }
    guard case .object(let choice) = field.value, choice.count == 1,
      let list = choice["IN"]?.elements, !list.isEmpty
    else { return nil }
    let words = list.compactMap(\.text)
    return words.count == list.count ? words : nil
  }
}
