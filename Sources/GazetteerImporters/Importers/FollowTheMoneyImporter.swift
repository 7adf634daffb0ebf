import Gazetteers
import TextFiles

/// FollowTheMoney entities, one JSON object a line, written while they are read.
///
/// `{"id":"x","schema":"Person","properties":{"name":["Ann Lee"],"alias":["A. Lee"]}}`
struct FollowTheMoneyImporter: GazetteerImporter {
  let attributes = [
    "country", "countries", "schema", "birth_date", "topics", "wikidata", "source_id",
  ]

  /// Properties that hold names, with the form where they tell it.
  private static let nameProperties: [(name: String, form: NameForm?)] = [
    ("name", nil), ("alias", nil), ("previousName", nil), ("abbreviation", .abbreviation),
  ]

  private static let countryProperties = [
    "nationality", "citizenship", "jurisdiction", "mainCountry", "country", "flag",
  ]

  mutating func read(
    _ bytes: Span<UInt8>, path: String, into session: inout ImportSession
  ) throws(FileError) {
    var lines = LineReader()
    while let value = lines.nextValue(in: bytes, of: path, &session) {
      guard let id = value["id"]?.text, !id.isEmpty, let schema = value["schema"]?.text,
        case .object = value["properties"]
      else {
        session.bad(
          path, line: lines.number, column: 1,
          "the line is passed over: an entity has \"id\", \"schema\" and \"properties\"")
        continue
      }
      try add(value, id, schema, into: &session)
    }
  }

  private func add(
    _ value: JSONValue, _ id: String, _ schema: String, into session: inout ImportSession
  ) throws(FileError) {
    guard let kind = FollowTheMoneySchema.kind(of: schema) else {
      return session.drop("schema \(schema.prefix(40)), which names nobody")
    }
    func values(_ property: String) -> [String] {
      switch value["properties"]?[property] {
      case .array(let list): list.compactMap(\.text)
      // Some writers leave the list away where there is one value.
      case .string(let text): [text]
      default: []
      }
    }
    var entity = ImportedEntity(sourceID: id)
    entity.kind = kind
    if let caption = value["caption"]?.text { entity.add(caption, as: .preferred) }
    for property in Self.nameProperties {
      for name in values(property.name) where name != value["caption"]?.text {
        entity.add(name, as: property.form)
      }
    }
    // A name that many bear, given to find records by hand.
    for _ in values("weakAlias") { session.dropName(.weak) }
    entity.family = values("lastName")
    entity.given = values("firstName")
    let countries = Self.countryProperties.flatMap(values)
    var distinct: [String] = []
    for country in countries.prefix(ImportedEntity.mostParts)
    where !distinct.contains(country) { distinct.append(country) }
    let wikidata =
      values("wikidataId").first { WikidataID.isItem($0) }
      ?? (WikidataID.isItem(id) ? id : "")
    entity.attributes = [
      "country": FollowTheMoneySchema.countryCode(distinct) ?? "",
      "countries": distinct.joined(separator: ";"), "schema": schema,
      "birth_date": values("birthDate").first ?? "",
      "topics": values("topics").joined(separator: ";"), "wikidata": wikidata, "source_id": id,
    ]
    try session.add(entity)
  }
}

/// Lines of JSON Lines files.
enum JSONLine {
  static func isBlank(_ line: Span<UInt8>) -> Bool {
    for index in line.indices where line[index] > 0x20 { return false }
    return true
  }
}
