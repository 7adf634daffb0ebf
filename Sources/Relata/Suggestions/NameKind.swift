import Gazetteers
import Recognition

/// Finds the likely kind of a name by its clues.
enum NameKind {
  static let place = Kind("place")
  static let unknown = Kind("unknown")

  /// Below this sum nothing is said: one verb of speech or one article is too little.
  private static let leastEvidence = 1.5

  /// What each clue adds for a person, an organisation and a place. The words of a name say more than
  /// what stands beside it, and organisations speak as persons do.
  private static func weights(_ clue: NameClues) -> (
    person: Double, organisation: Double, place: Double
  ) {
    switch clue {
    case .honorific: (5, 0, 0)
    case .title: (3, 0, 0)
    case .age: (4, 0, 0)
    case .givenName: (4, 0, 0)
    case .familyName: (2, 0, 0)
    case .speech: (1, 0.4, 0)
    case .corporateSuffix: (0, 100, 0)
    case .organisationWord: (0, 50, 0)
    case .organisationBeside: (0, 3, 0)
    case .acronym: (0, 1.5, 0)
    case .article: (0, 0.75, 0.3)
    case .placeWord: (0, 0, 60)
    case .placeBeside: (0, 0, 3)
    case .preposition: (0, 0.3, 1.5)
    case .countryBehind: (0, 0, 4)
    case .dateline: (0, 0, 4)
    default: (0, 0, 0)
    }
  }

  /// The kind and the reasons for it, the strongest first.
  static func find(_ name: NameTally) -> (kind: Kind, reasons: [String]) {
    var sums = (person: 0.0, organisation: 0.0, place: 0.0)
    for entry in NameClues.all {
      let weight = weights(entry.clue)
      let count = Double(name.count(of: entry.clue))
      sums.person += weight.person * count
      sums.organisation += weight.organisation * count
      sums.place += weight.place * count
    }
    let best = max(sums.person, sums.organisation, sums.place)
    let kind: Kind =
      best < leastEvidence
      ? unknown : best == sums.person ? .person : best == sums.organisation ? .organisation : place
    var reasons: [(weight: Double, text: String)] = []
    for entry in NameClues.all where name.count(of: entry.clue) > 0 {
      let count = name.count(of: entry.clue)
      let weight = weights(entry.clue)
      let value =
        switch kind {
        case .person: weight.person
        case .organisation: weight.organisation
        case place: weight.place
        default: max(weight.person, weight.organisation, weight.place)
        }
      guard value > 0 else { continue }
      reasons.append((value * Double(count), "\(entry.reason) \(count)"))
    }
    // Stable: clues of equal weight stay in their order.
    let order = reasons.indices.sorted {
      (-reasons[$0].weight, $0) < (-reasons[$1].weight, $1)
    }
    return (kind, order.map { reasons[$0].text })
  }
}
