/// What is known of the schemas of FollowTheMoney, which OpenSanctions uses, too.
enum FollowTheMoneySchema {
  /// The kind of entities of a schema; nil for records that name nobody (addresses, payments,
  /// relations).
  static func kind(of schema: String) -> String? {
    switch schema {
    case "Person": "person"
    case "Organization", "Company", "PublicBody", "LegalEntity": "organisation"
    case "Vessel": "ship"
    case "Airplane": "aircraft"
    case "Vehicle": "vehicle"
    case "Event": "event"
    case "Project": "project"
    default: nil
    }
  }

  /// The first country that is a code of two letters, in capitals; others (`suhh`) are of states that
  /// are no more.
  static func countryCode(_ countries: [String]) -> String? {
    countries.first {
      $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
    }?.uppercased()
  }
}
