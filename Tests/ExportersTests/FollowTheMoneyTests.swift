import EntityGraphs
import Foundation
import Gazetteers
import Testing

@testable import Exporters

@Suite struct FollowTheMoneyTests {
  static let tokens: [(id: String, token: String)] = [
    ("country/KP", "country.KP"), ("person/kim-jong-un", "person.kim-jong-un"),
    ("a.b", "a-x2Ex" + "b"),
    ("a//b", "a-x2Fx-x2Fxb"), ("/a/", "-x2Fxa-x2Fx"), ("a-xb", "a-x2Dxxb"), ("a-", "a-x2Dx"),
    ("é", "-xE9x"), ("", "-xx"), (" ", "-x20x"),
  ]

  @Test("identifiers are tokens that a person can read", arguments: tokens)
  func token(id: String, token: String) {
    #expect(FollowTheMoneyID.token(of: EntityID(id)) == token)
  }

  @Test("different identifiers stay different, and are what the model allows")
  func distinct() {
    let texts = SampleGraphs.hostileTexts
    var ids = texts + texts.flatMap { first in texts.prefix(20).map { first + "/" + $0 } }
    ids += (0..<200).map { String(repeating: "long/", count: 60) + "\($0)" }
    let distinct = Set(ids.map { Array($0.utf8) })
    let tokens = distinct.map {
      FollowTheMoneyID.token(of: EntityID(String(decoding: $0, as: UTF8.self)))
    }
    #expect(Set(tokens).count == distinct.count)
    for token in tokens {
      for id in [FollowTheMoneyID.entity(token), FollowTheMoneyID.tie(token, token)] {
        #expect(id.wholeMatch(of: /[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?/) != nil, "\(id)")
        #expect(id.utf8.count <= 128)
      }
    }
  }

  @Test("a kind that has no schema is a legal entity, and keeps its word")
  func unknownKind() throws {
    let graph = EntityGraph(
      nodes: [Node(id: EntityID("x"), kind: Kind("drug"), name: "\u{1}")], ties: [])
    let bytes = try GoldenFileTests.bytes(FollowTheMoneyExporter(), graph).bytes
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {"id":"entity-x","schema":"LegalEntity","properties":{"name":["x"],"keywords":["drug"],\
        "notes":["x: mentions 0, windows 0, documents 0"]}}

        """)
  }
}
