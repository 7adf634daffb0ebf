import Gazetteers
import Testing

@testable import Recognition

/// Names that a country or an organisation owns and persons have as a family or given name.
@Suite struct OwnedNameTests {
  private static let entities = [
    entity("country/IL", "Israel", demonyms: ["Israeli"], metonyms: ["Jerusalem"]),
    entity("country/JO", "Jordan", demonyms: ["Jordanian"], metonyms: ["Amman"]),
    entity("country/DE", "Germany", demonyms: ["German"]),
    entity("organisation/ford", "Ford", aliases: ["Ford Motor"]),
    entity("person/katz", "Israel Katz", gender: "m", country: "IL"),
    entity("person/gref", "German Gref", gender: "m"),
    entity("person/bardella", "Jordan Bardella", gender: "m"),
    entity("person/vernon", "Vernon Jordan", gender: "m"),
    entity("person/barbara", "Barbara Jordan", gender: "f"),
    entity("person/gerald", "Gerald Ford", gender: "m"),
  ]

  @Test(
    "the owner of a name comes before a person who bears it",
    arguments: [
      ("Katz is called Israel. Israel Katz spoke of Israel.", ["person/katz"], ["country/IL"]),
      ("Jordan Bardella spoke. Jordan is a kingdom.", ["person/bardella"], ["country/JO"]),
      ("German Gref runs a German bank.", ["person/gref"], ["country/DE"]),
      (
        "Gerald Ford died. Ford Motor mourned. Ford closed.", ["person/gerald"],
        ["organisation/ford"]
      ),
      (
        "Ford recalled cars. Gerald Ford died. Ford fell.", ["person/gerald"], ["organisation/ford"]
      ),
      ("Amman agreed. Vernon Jordan left. Jordan won.", ["person/vernon"], ["country/JO"]),
      ("Vernon Jordan met a Jordanian. Jordan won.", ["person/vernon"], ["country/JO"]),
    ])
  func ownerWins(_ text: String, _ persons: [String], _ owners: [String]) {
    let found = mentions(Self.entities, text)
    let bare = found.filter { $0.text.split(separator: " ").count == 1 && $0.text != "Katz" }
    #expect(Set(bare.map(\.entity)) == Set(owners))
    #expect(Set(found.map(\.entity)).isSuperset(of: persons))
  }

  @Test(
    "a person has a family name where a form of address says so, or nothing speaks for its owner",
    arguments: [
      ("Gerald Ford spoke. Ford left.", "Ford", "person/gerald"),
      ("Vernon Jordan spoke. Jordan left.", "Jordan", "person/vernon"),
      ("Ford shares fell. Gerald Ford spoke. Mr Ford left.", "Mr Ford", "person/gerald"),
      ("Amman fell silent. Mr Jordan left. Vernon Jordan spoke.", "Mr Jordan", "person/vernon"),
      (
        "Ford shares fell. Gerald Ford spoke. President Ford left.", "President Ford",
        "person/gerald"
      ),
      ("Vernon Jordan and Barbara Jordan sat. Ms Jordan left.", "Ms Jordan", "person/barbara"),
    ])
  func personWins(_ text: String, _ name: String, _ person: String) throws {
    let recognizer = Recognizer(lexicon(Self.entities))
    let word = String(name.split(separator: " ").last ?? "")
    let place = try #require(text.ranges(of: name).last).upperBound.utf16Offset(in: text)
    var reader = recognizer
    reader.read(Array(text.utf8).span)
    let mention = try #require(reader.mentions.first { $0.end == place })
    #expect(mention.end - mention.start == word.utf8.count)
    #expect(reader.lexicon.entity(mention.entity).id.text == person)
  }

  @Test("a name used of an unlisted bearer is no organisation's where nothing speaks for it")
  func unlistedBearer() {
    #expect(mentions(Self.entities, "The actor Harrison Ford sat. Then Ford left.") == [])
  }

  @Test("a later row's case rule holds for the names of that row")
  func rulesOfRows() {
    let lexicon = Lexicon([
      Gazetteer(path: "a.tsv", entities: [entity("organisation/x", "Alpha", aliases: ["Beta"])]),
      Gazetteer(
        path: "b.tsv",
        entities: [
          entity("organisation/x", "Alpha", aliases: ["Gamma"], caseRule: .ignore)
        ]),
    ])
    var recognizer = Recognizer(lexicon)
    let found = mentions(&recognizer, "They saw alpha, beta and gamma, Beta and Alpha.")
    #expect(found.map(\.text) == ["alpha", "gamma", "Beta", "Alpha"])
  }
}
