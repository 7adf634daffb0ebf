import EntityGraphs
import Gazetteers
import Testing

@testable import Relata

/// What a person types, and the node that is meant.
@Suite struct EntitySearchTests {
  static let graph = EntityGraph(
    nodes: [
      ("country/GE", "Georgia"), ("person/jose-garcia", "José García"),
      ("person/kim-jong-un", "Kim Jong Un"), ("person/kim-yo-jong", "Kim Yo Jong"),
      ("place/georgia", "Georgia"), ("ship/un", "United Nations"), ("sign/heart", "♥"),
    ].map { Node(id: EntityID($0), kind: .person, name: $1) }, ties: [])

  static let names: [EntityID: [String]] = [
    EntityID("country/GE"): ["Sakartvelo"],
    EntityID("person/kim-jong-un"): ["Marshal Kim", "the leader"],
    EntityID("person/kim-yo-jong"): ["the sister", "The Leader"],
    EntityID("ship/un"): ["U.N."],
  ]

  @Test(
    "an identifier counts first, then a folded name, then any name of the gazetteers",
    arguments: [
      ("an identifier", "person/kim-jong-un", EntitySearch.Answer.one(2)),
      ("the name", "Kim Jong Un", .one(2)),
      ("the name in capitals", "KIM JONG UN", .one(2)),
      ("the name hyphenated", "kim jong-un", .one(2)),
      ("the name with more space", "  Kim  Jong\tUn ", .one(2)),
      ("the name without diacritics", "jose garcia", .one(1)),
      ("the name decomposed", "Jose\u{301} Garci\u{301}a", .one(1)),
      ("an ampersand or a sign more", "“Kim Jong Un”", .one(2)),
      ("a name of two", "georgia", .several([0, 4])),
      ("an identifier of one that is a name of none", "place/georgia", .one(4)),
      ("an alias", "sakartvelo", .one(0)),
      ("an abbreviation", "UN", .one(5)),
      ("an alias of two", "The leader", .several([2, 3])),
      ("a sign, typed as it is", "♥", .one(6)),
    ])
  func found(name: String, typed: String, expected: EntitySearch.Answer) {
    #expect(EntitySearch(Self.graph).find(typed, names: Self.names) == expected, "\(name)")
  }

  @Test(
    "where none is meant, the nearest names are given",
    arguments: [
      ("a slip", "Kim Jong In", "Kim Jong Un"), ("one word of two", "García", "José García"),
      ("case", "gorgia", "Georgia"),
    ])
  func nearest(name: String, typed: String, expected: String) {
    guard case .none(let nearest) = EntitySearch(Self.graph).find(typed) else {
      Issue.record("\(typed) was found")
      return
    }
    #expect(nearest.first == expected, "\(name): \(nearest)")
    #expect(nearest.count == 3)
  }

  @Test("nothing and signs are no name", arguments: ["", " ", "?!", "–", "♦"])
  func signs(typed: String) {
    guard case .none = EntitySearch(Self.graph).find(typed, names: Self.names) else {
      Issue.record("\"\(typed)\" was found")
      return
    }
  }

  @Test("an empty graph has no nearest name")
  func empty() {
    let search = EntitySearch(EntityGraph(nodes: [], ties: []))
    #expect(search.find("Kim") == .none(nearest: []))
  }
}
