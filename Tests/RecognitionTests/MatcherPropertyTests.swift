import Foundation
import Gazetteers
import TestSupport
import Testing

@testable import Recognition

/// Compares the matcher with the plain one on random names and texts.
@Suite struct MatcherPropertyTests {
  static let textsPerGazetteer = 20

  @Test("the matcher gives the hits of the plain matcher, on the shipped names and samples")
  func equalsPlainMatcherOnSamples() throws {
    let files = ["countries.tsv", "organisations.tsv", "people.tsv", "lookalikes.tsv"]
    let gazetteers = try files.map { file in
      try Gazetteer(path: checkout.appendingPathComponent("gazetteers/\(file)").path)
    }
    var matcher = Matcher(Lexicon(gazetteers))
    let plain = PlainMatcher(gazetteers.flatMap(\.entities))
    for text in Passage.all().map(\.text) + SampleDocument.all().map(\.text) {
      let bytes = Array(text.utf8)
      var sentences: [Sentence] = []
      Segmenter().segment(bytes.span, into: &sentences)
      for sentence in sentences {
        let text = String(decoding: bytes[sentence.start..<sentence.end], as: UTF8.self)
        let sentenceBytes = Array(text.utf8)
        let expected = plain.hits(in: sentenceBytes.span, 0..<sentenceBytes.count)
        #expect(hits(&matcher, text) == expected)
      }
    }
  }

  @Test(
    "a name in small letters is found wherever it stands in a block, and as it may be spelt",
    arguments: [
      ("e coli", ["e coli", "é coli", "e c.o.l.i"]), ("do", ["do", "dó", "d.o.", "d.o"]),
      ("spa", ["spa", "spà", "s.p.a."]), ("coli", ["coli", "cöli", "colı\u{300}"]),
      ("heroin", ["heroin", "héroïn"]), ("theatrical", ["theatrical", "thea\u{301}trical"]),
      ("écôle", ["ecole", "écôle"]), ("ab.com", ["ab.com", "áb.com", "ab.cóm", "a\u{301}b.com"]),
      ("ab.and", ["ab.and", "ab.&"]), ("do.&", ["do.&", "do &"]),
      ("news.site.net", ["news.site.net", "néws.site.net"]), ("seven11", ["seven11"]),
      ("мир", ["мир", "ми\u{301}р", "м.и.р."]), ("й", ["й", "и", "и\u{306}"]),
      ("но", ["но"]), ("ёжик", ["ёжик", "ежик"]),
      ("élan vital", ["élan vital", "elan vital", "ﬂ élan vital"]), ("ßa", ["ßa", "ssa"]),
      ("金正", ["金正", "金 正", "金\u{FE00}正"]), ("金", ["金", "金正", "a 金b"]), ("ｱメ", ["アメ", "ｱメ"]),
      ("한 국", ["한 국"]), ("ไทย", ["ไทย"]), ("iМак", ["iМак", "íМак", "iМ\u{301}ак"]),
      ("eẞy", ["eẞy"]),
    ])
  func findsSmallNamesEverywhere(_ name: String, _ spellings: [String]) {
    let entities = [entity("thing/1", name)]
    var matcher = Matcher(lexicon(entities))
    let plain = PlainMatcher(entities)
    for spelling in spellings {
      for before in 0..<140 {
        let words = String(repeating: "of ", count: before / 3) + "ofs".prefix(before % 3)
        let text = words + (before % 3 == 0 ? "" : " ") + spelling + " — of him"
        let bytes = Array(text.utf8)
        let found = hits(&matcher, text)
        #expect(found == plain.hits(in: bytes.span, 0..<bytes.count), "\(text)")
        #expect(!found.isEmpty || spelling.contains("ı"), "\(text)")
      }
    }
  }

  @Test(
    "the matcher gives the hits of the plain matcher, on any names and text",
    arguments: FuzzTarget.workers)
  func equalsPlainMatcher(worker: Int) throws {
    var failures = 0
    let target = FuzzTarget(
      "matcher against plain", cases: 20_000, casesOfASeed: Self.textsPerGazetteer)
    try target.run(worker) { seed, _ in
      guard failures < 3 else { return }
      var random = RandomNames(seed: UInt64(bitPattern: Int64(seed)))
      let entities = random.gazetteer()
      let rule: CaseRule? = random.random.oneIn(4) ? random.random.pick(CaseRule.allCases) : nil
      var matcher = Matcher(lexicon(entities), caseRule: rule)
      let plain = PlainMatcher(entities, caseRule: rule)
      for _ in 0..<Self.textsPerGazetteer {
        let text = random.text(entities)
        let bytes = Array(text.utf8)
        let expected = plain.hits(in: bytes.span, 0..<bytes.count)
        let found = hits(&matcher, text)
        if found != expected {
          failures += 1
          Issue.record(
            """
            RELATA_FUZZ_SEED=\(seed)
            text: \(text.debugDescription)
            names: \(entities.map { "\($0.id) \($0.name.debugDescription) \($0.names) \($0.caseRule.debugDescription) \($0.family) \($0.given)" })
            case rule: \(rule.debugDescription)
            plain: \(expected)
            found: \(found)
            """)
          break
        }
      }
    }
  }
}
