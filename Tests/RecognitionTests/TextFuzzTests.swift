import Gazetteers
import TestSupport
import Testing

@testable import Recognition

/// Reads text that nobody writes: random bytes made valid, odd scalars, full-width letters, long runs.
@Suite struct TextFuzzTests {
  private static let entities = [
    entity("organisation/un", "United Nations", abbreviations: ["UN", "U.N."]),
    entity("person/kim", "Kim Jong Un", family: ["Kim"], given: ["Jong Un"], gender: "m"),
    entity("country/GE", "Georgia", demonyms: ["Georgian"], context: ["Tbilisi"]),
    entity("place/georgia", "Georgia", context: ["Atlanta"]),
    entity("country/RU", "Россия", demonyms: ["российский", "Russo-"]),
    entity("country/CN", "中国"), entity("country/KR", "한국"), entity("thing/phone", "iPhone"),
    entity("ship/e", "é"), entity("place/lodz", "Łódź"),
    entity("word/fin", "ﬁn", caseRule: .ignore),
  ]

  private static let names = entities.flatMap { [$0.name] + $0.names.map(\.text) }

  /// Controls, signs of direction, joiners, marks, selectors, tags, what is not assigned or private.
  private static let odd: [ClosedRange<UInt32>] = [
    0x00...0x20, 0x7F...0xA0, 0xAD...0xAD, 0x2B0...0x36F, 0x590...0x6FF, 0xE00...0xE7F,
    0x1100...0x11FF, 0x2000...0x206F, 0x20D0...0x20FF, 0x2100...0x218F, 0x2460...0x24FF,
    0x3000...0x30FF, 0xA960...0xA97F, 0xE000...0xE010, 0xFB00...0xFB4F, 0xFE00...0xFE2F,
    0xFEFF...0xFEFF, 0xFF00...0xFFEF, 0xFFF0...0xFFFF, 0x10330...0x1034F, 0x1D400...0x1D7FF,
    0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F600...0x1F64F, 0x2FFFE...0x2FFFF, 0xE0000...0xE01EF,
    0x10FFF0...0x10FFFF,
  ]

  @Test(
    "any valid text gives the hits of the plain matcher, and mentions of whole letters",
    arguments: FuzzTarget.workers)
  func survives(worker: Int) throws {
    var recognizer = Recognizer(lexicon(Self.entities))
    var matcher = Matcher(recognizer.lexicon)
    let plain = PlainMatcher(Self.entities)
    let segmenter = Segmenter()
    try FuzzTarget("hostile text", cases: 1000).run(worker) { seed, random in
      let text = Self.text(&random)
      let bytes = Array(text.utf8)
      func isEdge(_ place: Int) -> Bool { place == bytes.count || bytes[place] & 0xC0 != 0x80 }

      recognizer.read(bytes.span)
      var last = 0
      for mention in recognizer.mentions {
        let isInText = last <= mention.start && mention.start < mention.end
        #expect(isInText && mention.end <= bytes.count, "seed \(seed): \(mention)")
        #expect(isEdge(mention.start) && isEdge(mention.end), "seed \(seed): \(mention)")
        #expect((0...1).contains(mention.confidence), "seed \(seed): \(mention)")
        last = mention.end
      }
      var sentences: [Sentence] = []
      segmenter.segment(bytes.span, into: &sentences)
      last = 0
      for sentence in sentences {
        let isInText = last <= sentence.start && sentence.start < sentence.end
        #expect(isInText && sentence.end <= bytes.count, "seed \(seed): \(sentence)")
        #expect(isEdge(sentence.start) && isEdge(sentence.end), "seed \(seed): \(sentence)")
        last = sentence.end
      }
      guard bytes.count < 1000 else { return }
      let expected = plain.hits(in: bytes.span, 0..<bytes.count)
      let found = hits(&matcher, text)
      #expect(found == expected, "seed \(seed): \(text.debugDescription)")
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...random.pick([3, 12, 40]), using: &random) {
      var piece = random.pick(names)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: piece = String(decoding: random.bytes(random.pick([1, 4, 20])), as: UTF8.self)
      case 1, 2: piece = oddScalars(&random)
      case 3: piece = fullWidth(piece)
      case 4:
        piece = random.pick([piece.uppercased(), piece.lowercased(), String(piece.dropLast())])
      case 5: piece = random.pick([" ", ". ", "\n\n", "-", "'s ", "’", "(", "\"", "\t", "…", "\r"])
      default: break
      }
      if random.oneIn(40) {
        piece = String(repeating: piece, count: Int.random(in: 2...2000, using: &random))
      }
      text += piece + random.pick(["", " ", " "])
    }
    return text
  }

  private static func oddScalars(_ random: inout SeededGenerator) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let range = random.pick(odd)
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// ASCII letters and digits as the full-width ones of East Asian text.
  private static func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          ("!"..."~").contains(scalar)
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }
}
