import Gazetteers
import Testing

@testable import Recognition

/// Short forms that a document gives organisations itself, and names inside names.
@Suite struct ShortFormTests {
  private static let entities = [
    entity("organisation/hcu", "Harbour Craft Union", country: "NL"),
    entity("organisation/icc", "International Criminal Court", abbreviations: ["ICC"]),
    entity("organisation/cricket", "International Cricket Council", abbreviations: ["ICC"]),
    entity("organisation/iaea", "International Atomic Energy Agency", abbreviations: ["IAEA"]),
    entity("organisation/nhc", "Norland Harbour Council"),
    entity("country/NL", "Norland", demonyms: ["Norlander"]),
    entity("country/SN", "South Norland"),
    entity("person/lee", "Ann Lee"),
  ]

  @Test(
    "a short form in brackets behind a listed name means that name from there on",
    arguments: [
      (
        "HCU was unknown. The Harbour Craft Union (HCU) met. HCU men left.",
        [
          "[Harbour Craft Union|organisation/hcu]", "[HCU|organisation/hcu]",
          "[HCU|organisation/hcu]",
        ]
      ),
      (
        "The International Cricket Council (ICC) met. The ICC adjourned.",
        [
          "[International Cricket Council|organisation/cricket]", "[ICC|organisation/cricket]",
          "[ICC|organisation/cricket]",
        ]
      ),
      (
        "The Harbour Craft Union (NYSE) met. NYSE men left.",
        ["[Harbour Craft Union|organisation/hcu]"]
      ),
      (
        "The Harbour Craft Union (HCU) met. HCUs and AHCU and hcu left.",
        ["[Harbour Craft Union|organisation/hcu]", "[HCU|organisation/hcu]"]
      ),
    ])
  func defines(_ text: String, _ expected: [String]) {
    #expect(mentions(Self.entities, text).map(\.description) == expected)
  }

  @Test("the mention of a given short form has its form, rule and confidence")
  func describes() throws {
    let found = mentions(Self.entities, "The Harbour Craft Union (HCU) met.")
    let mention = try #require(found.last)
    #expect(mention.form == .abbreviation)
    #expect(mention.rule == .short)
    #expect(mention.confidence == 0.9)
  }

  @Test(
    "a short form in brackets behind an unlisted name is that name's from there on",
    arguments: [
      ("The Inter-Coastal Cement (ICC) fell. ICC shares rose.", []),
      ("The Centre of Inland Carp and Cod (CICC) met, not ICC.", []),
      (
        "The International Atomic Energy Association (IAEA) met. IAEA men left.",
        ["[IAEA|organisation/iaea]", "[IAEA|organisation/iaea]"]
      ),
      ("It met (IAEA). IAEA men left.", ["[IAEA|organisation/iaea]", "[IAEA|organisation/iaea]"]),
    ] as [(String, [String])])
  func shadows(_ text: String, _ expected: [String]) {
    #expect(mentions(Self.entities, text).map(\.description) == expected)
  }

  @Test(
    "names inside a mention are kept on it",
    arguments: [
      ("The Norland Harbour Council met.", ["country/NL"]),
      ("The NORLAND HARBOUR COUNCIL met.", ["country/NL"]),
      ("The Harbour Craft Union met.", []),
      ("South Norland met.", []),
      ("Ann Lee left.", []),
    ])
  func keepsInner(_ text: String, _ expected: [String]) throws {
    var recognizer = Recognizer(lexicon(Self.entities))
    for _ in 0..<2 {
      recognizer.read(Array(text.utf8).span)
      let mention = try #require(recognizer.mentions.first)
      #expect(mention.inner.map { recognizer.lexicon.entity($0).id.text } == expected)
    }
  }

  @Test("decisions are kept only if asked, one for each name, and agree with the mentions")
  func keepsDecisions() {
    let text = Array(
      "Ann Lee met the Norlander. Lee left. The ICC adjourned. Then Carla Norland came.".utf8)
    var plain = Recognizer(lexicon(Self.entities))
    plain.read(text.span)
    #expect(plain.decisions == [])
    var recognizer = Recognizer(lexicon(Self.entities), keepsDecisions: true)
    recognizer.read(text.span)
    #expect(recognizer.mentions == plain.mentions)
    #expect(
      recognizer.decisions.map(\.outcome) == [
        .mention, .mention, .mention, .nothingSpeaks, .insideLongerName,
      ])
    #expect(recognizer.decisions[3].claims.count == 2)
  }
}
