import Gazetteers
import TestSupport
import Testing

@testable import Recognition

/// Text that is made to break a reader, or to take it forever.
@Suite(.timeLimit(.minutes(2))) struct HostileTextTests {
  private static let entities = [
    entity("organisation/un", "United Nations Security Council", abbreviations: ["UN"]),
    entity("organisation/aaa", "A A A A A A A A B"), entity("country/TD", "Chad"),
    entity("country/GE", "Georgia", context: ["Tbilisi"]),
    entity("place/georgia", "Georgia", context: ["Atlanta"]),
    entity("person/kim-jong-un", "Kim Jong Un", gender: "m"),
    entity("person/kim-yo-jong", "Kim Yo Jong", gender: "f"),
    entity("country/JP", "日本"), entity("country/KR", "한국"), entity("ship/e", "é"),
  ]

  private func count(_ bytes: [UInt8]) -> Int {
    var recognizer = Recognizer(lexicon(Self.entities))
    recognizer.read(bytes.span)
    let areInside = recognizer.mentions.allSatisfy { $0.start < $0.end && $0.end <= bytes.count }
    #expect(areInside)
    return recognizer.mentions.count
  }

  private func count(_ unit: String, times: Int) -> Int {
    count(Array(String(repeating: unit, count: times).utf8))
  }

  @Test("nothing is in nothing")
  func readsNothing() {
    #expect(count([]) == 0)
    var matcher = Matcher(lexicon(Self.entities))
    var buffer = HitBuffer()
    let nothing: [UInt8] = []
    matcher.match(nothing.span, oneSentence(0..<0), into: &buffer)
    #expect(buffer.hits == [])
  }

  @Test("a lexicon of no names finds nothing")
  func readsWithoutNames() {
    #expect(mentions([], "Kim Jong Un met the UN in Chad.").isEmpty)
  }

  @Test("a million bytes of one letter or mark are read", arguments: ["a", "A", "\u{301}"])
  func readsOneLetter(_ letter: String) {
    #expect(count(letter, times: 1_000_000 / letter.utf8.count) == 0)
  }

  @Test(
    "a long run of one sign is read",
    arguments: [
      " ", "\n", "\r", ".", "!", "-", "—", "'", "\"", "(", "/", "&", "0", "日", "한", "😀", "\u{200D}",
      "\u{0}", "\u{FFFD}",
    ])
  func readsOneSign(_ sign: String) {
    #expect(count(sign, times: 200_000 / sign.utf8.count) == 0)
  }

  @Test(
    "a name that always begins anew is read in linear time",
    arguments: ["United ", "United Nations ", "United Nations Security "])
  func readsPrefixes(_ unit: String) {
    #expect(count(unit, times: 100_000) == 0)
  }

  @Test(
    "a text of names and what is like them is read in linear time",
    arguments: [
      ("A ", 0), ("A. ", 0), ("A-", 0), ("UN", 0), ("u.n.", 0), ("UN/", 20_000), ("UN ", 20_000),
      ("UN. ", 20_000), ("UN\n", 20_000), ("日本", 20_000), ("é", 0), ("é ", 20_000),
      ("Chad-Chad ", 40_000),
    ])
  func readsNames(_ unit: String, _ expected: Int) {
    #expect(count(unit, times: 20_000) == expected)
  }

  @Test(
    "a sentence of very many doubtful names is read in linear time",
    arguments: [
      "Chad Smith ", "Smith Chad ", "Georgia Tbilisi ", "Georgia Atlanta Tbilisi ",
      "Kim Jong Un, Kim, Kim Yo Jong, ",
      "Kim, ", "Georgia, ", "Mr Kim Jong Un Kim ", "Bank of Chad ",
    ])
  func readsDoubtfulNames(_ unit: String) {
    _ = count(unit, times: 10_000)
  }

  @Test("bytes that are not UTF-8 do no harm")
  func readsBrokenBytes() {
    let pieces: [[UInt8]] = [
      [0x80], [0xBF], [0xC0, 0x80], [0xC2], [0xE0, 0x80, 0xA6], [0xE2], [0xE2, 0x80],
      [0xED, 0xA0, 0x80],
      [0xF0], [0xF0, 0x80, 0x80, 0xA6], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88], [0xFF], [0xFE],
      [0xC3],
      [0xE6, 0x97], [0x2E], [0x20], [0x2D], [0x0A], [0x27], Array("Kim".utf8), Array("Jong".utf8),
      Array("UN".utf8), Array("Georgia".utf8), Array("日本".utf8), Array("한국".utf8), Array("é".utf8),
      Array("Mr".utf8), Array("U.".utf8),
    ]
    var recognizer = Recognizer(lexicon(Self.entities))
    for seed in 1...5_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in random.pick(pieces) }
      recognizer.read(bytes.span)
      #expect(recognizer.mentions.allSatisfy { $0.end <= bytes.count }, "seed \(seed)")
      var matcher = Matcher(recognizer.lexicon)
      var buffer = HitBuffer()
      matcher.match(bytes.span, oneSentence(0..<bytes.count), into: &buffer)
      #expect(buffer.hits.allSatisfy { $0.end <= bytes.count }, "seed \(seed)")
    }
  }
}
