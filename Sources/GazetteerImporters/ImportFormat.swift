/// The shapes in which others publish names, and which can be imported.
public enum ImportFormat: String, Sendable, CaseIterable {
  /// The result of a Wikidata query as TSV, terms in Turtle form or plain.
  case wikidataTSV = "wikidata-tsv"
  /// The result of a Wikidata query as JSON, by the endpoint or as the query page saves it.
  case wikidataJSON = "wikidata-json"
  /// OpenSanctions `targets.simple.csv`.
  case openSanctions = "opensanctions"
  /// FollowTheMoney entities as JSON Lines.
  case followTheMoney = "ftm"
  /// GeoNames `countryInfo.txt`.
  case geoNamesCountries = "geonames-countries"
  /// GeoNames `allCountries.txt`, `cities15000.txt` and their like.
  case geoNames = "geonames"
  /// JRC-Names `entities`.
  case jrcNames = "jrc"
  /// Patterns of spaCy's entity ruler as JSON Lines.
  case spaCy = "spacy"
  /// A SKOS vocabulary in RDF/XML.
  case skos
  /// One name a line.
  case list

  /// An importer for the format.
  func importer(_ options: ImportOptions) -> any GazetteerImporter {
    switch self {
    case .wikidataTSV: WikidataTSVImporter()
    case .wikidataJSON: WikidataJSONImporter()
    case .openSanctions: OpenSanctionsImporter()
    case .followTheMoney: FollowTheMoneyImporter()
    case .geoNamesCountries: GeoNamesCountriesImporter()
    case .geoNames: GeoNamesImporter(options)
    case .jrcNames: JRCNamesImporter()
    case .spaCy: SpaCyPatternsImporter()
    case .skos: SKOSImporter()
    case .list: ListImporter()
    }
  }
}

/// What of a source is wanted, and what the source does not say.
public struct ImportOptions: Sendable {
  /// The kind of entities of which the source names none.
  public var kind: String?

  /// The languages whose names are kept, the preferred one first; all where it is empty. Names without
  /// a stated language are always kept.
  public var languages: [String] = []

  /// GeoNames feature classes (`P`) and codes (`A.ADM1`) that are kept.
  public var features: [String] = ["P"]

  /// The least number of inhabitants of a GeoNames feature that is kept.
  public var minimumPopulation = 15_000

  public init() {}
}
