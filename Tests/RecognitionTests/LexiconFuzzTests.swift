import TestSupport
import Testing

@testable import Gazetteers
@testable import Recognition

/// Opens lexicons whose bytes were changed and whose checksum was made to fit: what they hold is then
/// nonsense, but nothing may read outside of them, loop for ever or end the run.
@Suite struct LexiconFuzzTests {
  private static let text = Array(
    """
    Kim Jong Un met Mr Kim of the U.N. in Étienne's al-Nasr; Georgia (U.S.) and Georgian 38 North, \
    iPhone & Sons. Россия, 北京 and 한국에서 met Sino-Georgian guinea pigs. Eduard Shevardnadze spoke.
    """.utf8)

  private static let entities = [
    entity("country/GE", "Georgia", demonyms: ["Georgian"], context: ["Tbilisi"]),
    entity("country/RU", "Россия", aliases: ["Russia"]), entity("country/CN", "北京"),
    entity("person/kim", "Kim Jong Un"), entity("person/shevardnadze", "Eduard Shevardnadze"),
    entity("organisation/un", "United Nations", abbreviations: ["U.N."]),
    entity("organisation/north", "38 North"), entity("ship/nasr", "al-Nasr"),
    entity("thing/phone", "iPhone"), entity("none/pig", "guinea pig"),
  ]

  @Test("a lexicon of nonsense gives nonsense, and nothing worse", arguments: FuzzTarget.workers)
  func survivesNonsense(worker: Int) throws {
    let image = lexicon(Self.entities).image
    let whole = image.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    try FuzzTarget("lexicon file", cases: 3000).run(worker) { _, random in
      var bytes = whole
      // The mark and the version stay; all else may change, in one place or in many.
      for _ in 0..<Int.random(in: 1...random.pick([1, 4, 64]), using: &random) {
        let place = Int.random(in: 16..<bytes.count, using: &random)
        bytes[place] = random.pick([0, 0xFF, 0x7F, UInt8.random(in: 0...255, using: &random)])
      }
      guard let lexicon = Self.opened(bytes) else { return }
      var recognizer = Recognizer(lexicon)
      recognizer.read(Self.text.span)
      for mention in recognizer.mentions { _ = lexicon.entity(mention.entity) }
      _ = lexicon.warnings
    }
  }

  /// The lexicon of some bytes, whatever their checksum; `nil` where it is refused.
  private static func opened(_ bytes: [UInt8]) -> Lexicon? {
    let base = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 64)
    bytes.withUnsafeBytes { base.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
    guard let image = LexiconImage(base, count: bytes.count, owner: .allocated) else { return nil }
    image.seal()
    return Lexicon(image)
  }
}
