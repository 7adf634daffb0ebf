import EntityGraphs
import Gazetteers
import Testing
import TextFiles

@testable import Exporters

@Suite struct NamingTests {
  @Test(
    "an id becomes a token that reads like it",
    arguments: [
      ("country/KP", "country:KP"), ("person/vladimir-putin", "person:vladimir-putin"),
      ("a:b", "a_x3A_b"), ("a b", "a_x20_b"), ("", "_x_"), ("_x_", "_x5F_x_"), ("_", "_"),
      ("лица/Путин", "лица:Путин"), ("漢/é", "漢:é"), ("😀", "_x1F600_"), ("\0", "_x0_"),
    ])
  func tokens(id: String, expected: String) {
    #expect(NameToken.escaped(id) == expected)
    #expect(appended(id) == expected)
  }

  private func appended(_ id: String) -> String {
    var buffer = ByteBuffer()
    id.withUTF8Span { NameToken.append($0, to: &buffer) }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test("a token appended to a buffer is the token as a text", arguments: 1...20)
  func appendedTokens(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", "Z", "x", "0", "9", "/", ":", ".", "-", "_", ",", "@", "[", "`", "{", "é"]
    for _ in 0..<100 {
      let id = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }.joined()
      #expect(appended(id) == NameToken.escaped(id), "\(id)")
    }
  }

  @Test("different ids become different tokens")
  func injective() {
    let pieces = ["_", "x", "/", ":", " ", "2", "0", "_x20_", ""]
    var ids: Set<String> = []
    for first in pieces {
      for second in pieces { for third in pieces { ids.insert(first + second + third) } }
    }
    #expect(Set(ids.map(NameToken.escaped)).count == ids.count)
  }

  @Test("attributes never take a name of ours, nor each other's, in whatever case")
  func columns() {
    let names = ["Label", "label", "wikidata", "Wikidata", "birth date", "birth_date", "", "d0"]
    let node = Node(
      id: EntityID("a"), kind: .person, name: "a",
      attributes: names.map { Attribute(name: $0, value: "v") })
    let columns = AttributeColumns(EntityGraph(nodes: [node], ties: [])).columns
    #expect(columns.map(\.name) == names)
    #expect(
      columns.map(\.title) == [
        "a_Label", "a_label_2", "wikidata", "a_Wikidata", "birth date", "birth_date", "a_", "d0",
      ])
    #expect(
      columns.map(\.key) == [
        "a_Label", "a_a_label", "a_wikidata", "a_a_Wikidata", "a_birth_date", "a_a_birth_date",
        "a_", "a_d0",
      ])
    #expect(
      columns.map(\.tokenTitle) == [
        "a_Label", "a_label_2", "wikidata", "a_Wikidata", "birth_date", "a_birth_date", "a_", "d0",
      ])
  }

  @Test(
    "a kind has its colour in every way of writing it",
    arguments: [
      (Kind.person, "#56B4E9", "0.560 0.631 0.914"), (.country, "#E69F00", "0.115 1.000 0.902"),
      (.organisation, "#009E73", "0.455 1.000 0.620"),
    ])
  func colours(kind: Kind, hexadecimal: String, hsb: String) {
    #expect(Appearance.colour(of: kind).hexadecimal == hexadecimal)
    #expect(Appearance.colour(of: kind).hsb == hsb)
  }

  @Test("a kind of a user's own has one of five other colours, always the same")
  func otherKinds() {
    let kinds = (0..<100).map { Kind("kind\($0)") }
    #expect(Set(kinds.map { Appearance.colour(of: $0).hexadecimal }).count == 5)
    #expect(Appearance.colour(of: Kind("ship")).hexadecimal == "#F0E442")
  }

  @Test(
    "pens and letters stay within their bounds",
    arguments: [
      (0, 0, 1.0, 200), (0, 9, 1, 200), (1, 100, 1, 200), (9, 9, 6, 70), (26, 101, 3.5, 135),
      (-1, 4, 1, 200),
    ])
  func pens(count: Int, greatest: Int, expected: Double, grey: Int) {
    #expect(abs(Appearance.penWidth(count: count, greatest: greatest) - expected) < 1e-9)
    let colour = Appearance.tieColour(count: count, greatest: greatest)
    #expect([colour.red, colour.green, colour.blue] == [grey, grey, grey])
    #expect(Placement.labelSize(diameter: 12) == 11)
    #expect(Placement.labelSize(diameter: 60) == 22)
  }

  @Test(
    "a weight is never written as zero, nor as what is no number",
    arguments: [
      (1.0, "1"), (2.5, "2.5"), (1.0 / 3, "0.333333"), (1e-7, "1e-07"), (0.0005, "0.0005"),
      (.nan, "1"), (.infinity, "1"),
    ])
  func weights(weight: Double, expected: String) {
    var buffer = ByteBuffer()
    buffer.append(weight: weight)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected)
  }
}
