import Gazetteers
import TextFiles

/// Puts the rows of a Wikidata query together: one item may have a row for each alias.
///
/// The item is the column `item`, or else the first. Other columns are known by their names, in any
/// case: `itemLabel`, `itemAltLabel`, `alias`, `shortName`, `demonym`, `capital`, `kind`, `countryCode`.
struct WikidataRows {
  static let attributes = ["wikidata", "country"]

  /// What a column is good for.
  enum Role: Equatable {
    case item, label
    /// Names parted by a sign: the label service joins with a comma and a space.
    case joined
    case name(NameForm?)
    case kind, countryCode
  }

  private var groups = EntityGroups()

  /// The roles of columns; nil for those that are passed over.
  static func roles(_ columns: [String]) -> [Role?] {
    let lower = columns.map { $0.lowercased() }
    let item = lower.firstIndex(of: "item") ?? 0
    let name = item < lower.count ? lower[item] : ""
    return lower.enumerated().map { index, column in
      if index == item { return .item }
      switch column {
      case name + "label": return .label
      case name + "altlabel": return .joined
      case "label", "alias", "aliases", "altlabel", "altlabels", "name", "names", "officialname",
        "nativename", "pseudonym", "birthname":
        return .name(nil)
      case "shortname", "acronym", "abbreviation": return .name(.abbreviation)
      case "demonym", "demonyms": return .name(.demonym)
      case "capitallabel": return .name(.metonym)
      case "kind", "kindlabel", "type", "typelabel", "class", "classlabel", "instance",
        "instancelabel":
        return .kind
      case "countrycode", "iso", "alpha2", "country_code": return .countryCode
      default: return nil
      }
    }
  }

  /// Takes a row in.
  ///
  /// - Returns: Why it cannot be used; nil if it was.
  mutating func add(
    _ terms: [TurtleTerm], roles: [Role?], _ session: inout ImportSession
  ) -> String? {
    guard let place = roles.firstIndex(of: .item), place < terms.count,
      let id = Self.identifier(terms[place].text)
    else { return "the item is no Wikidata entity" }
    groups.update(id) { entity in
      entity.attributes["wikidata"] = id
      for (term, role) in zip(terms, roles) where !term.text.isEmpty {
        Self.add(term, role, to: &entity, id: id, &session)
      }
    }
    return nil
  }

  /// Writes all entities.
  func finish(into session: inout ImportSession) throws(FileError) {
    for var entity in groups.entities {
      if entity.kind == "country", let code = entity.attributes["country"] {
        entity.id = "country/\(code)"
        entity.attributes["country"] = nil
      }
      try session.add(entity)
    }
  }

  private static func add(
    _ term: TurtleTerm, _ role: Role?, to entity: inout ImportedEntity, id: String,
    _ session: inout ImportSession
  ) {
    switch role {
    case .label, .joined, .name:
      if entity.names.count < ImportedEntity.mostNames {
        addNames(term, role, to: &entity, id: id, &session)
      } else {
        session.dropName(.many)
      }
    case .kind:
      if let kind = kind(of: term.text), entity.kind.isEmpty { entity.kind = kind }
    case .countryCode:
      if let code = FollowTheMoneySchema.countryCode([term.text]) {
        entity.attributes["country"] = code
      }
    case .item, nil: break
    }
  }

  private static func addNames(
    _ term: TurtleTerm, _ role: Role?, to entity: inout ImportedEntity, id: String,
    _ session: inout ImportSession
  ) {
    switch role {
    case .label:
      // The label service gives the identifier where there is no label.
      if term.text == id { return session.dropName(.identifier) }
      add(term.text, term.language, .preferred, to: &entity)
    case .joined:
      for name in term.text.split(separator: ", ").prefix(ImportedEntity.mostNames) {
        add(String(name), term.language, nil, to: &entity)
      }
    case .name(let form):
      for name in term.text.split(separator: "|").prefix(ImportedEntity.mostNames) {
        add(String(name), term.language, form, to: &entity)
      }
    default: break
    }
  }

  /// Adds a name unless an earlier row of the item gave it: a query with two lists repeats every name of
  /// one for each of the other, which is nothing to report.
  private static func add(
    _ text: String, _ language: String, _ form: NameForm?, to entity: inout ImportedEntity
  ) {
    let name = ImportedName(text: text, language: language, form: form)
    let isKnown = entity.names.contains {
      $0.text == name.text && $0.language == name.language && $0.form == name.form
    }
    if !isKnown { entity.names.append(name) }
  }

  /// `Q159` of `http://www.wikidata.org/entity/Q159` or of itself.
  static func identifier(_ text: String) -> String? {
    let last = text.split(separator: "/").last.map(String.init) ?? ""
    guard WikidataID.isItem(last),
      last == text || text.contains("wikidata.org/entity/")
    else { return nil }
    return last
  }

  /// Our kind for a class, by its identifier or English label; others by their labels.
  private static func kind(of text: String) -> String? {
    switch identifier(text) ?? text.lowercased() {
    case "Q5", "human", "person": "person"
    case "Q6256", "Q3624078", "Q3024240", "country", "sovereign state", "historical country":
      "country"
    case "Q43229", "Q4830453", "Q783794", "Q484652", "Q7278", "Q163740", "organization",
      "organisation", "business", "company", "international organization", "political party",
      "nonprofit organization", "enterprise":
      "organisation"
    case "Q515", "Q486972", "city", "human settlement": "place"
    case let other: identifier(text) == nil ? other : nil
    }
  }
}
