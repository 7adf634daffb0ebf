import Dates
import EntityGraphs
import Gazetteers
import Recognition

@testable import Cooccurrence

/// Numbers that a seed fixes (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Persons `a`, `b`, … `j`, whose indices are 0, 1, … 9.
let letters = Lexicon([
  Gazetteer(
    path: "letters.tsv",
    entities: "abcdefghij".map {
      GazetteerEntity(id: EntityID("person/\($0)"), kind: .person, name: "Person \($0)")
    })
])

/// The index of the entity that a letter stands for.
func entity(_ letter: Character) -> EntityIndex {
  EntityIndex(UInt32(letter.asciiValue! - UInt8(ascii: "a")))
}

/// A text whose sentences and mentions are marked by hand.
///
/// `[a Anna] met [b Bo].|[a She] left.¶[b Bo] stayed.` holds three sentences, the first two in one
/// passage, and mentions of `a` and `b`.
struct MarkedText {
  var text: [UInt8] = []
  var sentences: [Sentence] = []
  var mentions: [Mention] = []

  init(_ markup: String) {
    for (passage, block) in markup.split(separator: "¶").enumerated() {
      if passage > 0 { text += Array("\n\n".utf8) }
      for (number, sentence) in block.split(separator: "|").enumerated() {
        if number > 0 { text += Array(" ".utf8) }
        append(String(sentence), passage)
      }
    }
  }

  private mutating func append(_ sentence: String, _ passage: Int) {
    let start = text.count
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      text += Array(rest[..<open].utf8)
      let inside = rest[rest.index(after: open)..<close]
      let begin = text.count
      text += Array(inside.dropFirst(2).utf8)
      mentions.append(
        Mention(
          start: begin, end: text.count, sentence: sentences.count, entity: entity(inside.first!),
          form: .preferred, rule: .exact, confidence: 1))
      rest = rest[rest.index(after: close)...]
    }
    text += Array(rest.utf8)
    sentences.append(Sentence(start: start, end: text.count, passage: passage))
  }

  func windows(_ kind: WindowKind) -> [Window] {
    document("d", kind).windows
  }

  /// The windows as `text: entities`, in brackets the opener.
  func shown(_ kind: WindowKind) -> [String] {
    let batch = document("d", kind)
    return batch.windows.map { window in
      let opener = window.opener.map { "(\(letter($0)))" } ?? ""
      let text = String(decoding: text[window.start..<window.end], as: UTF8.self)
      return "\(text): \(String(batch.entities(of: window).map(letter)))\(opener)"
    }
  }

  private func letter(_ entity: EntityIndex) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(entity.raw)))
  }

  func document(
    _ id: String, source: String? = nil, days: DaySpan? = nil, _ kind: WindowKind
  ) -> WindowBatch {
    var batch = WindowBatch()
    add(id, source: source, days: days, kind, to: &batch)
    return batch
  }

  func add(
    _ id: String, source: String? = nil, days: DaySpan? = nil, _ kind: WindowKind,
    to batch: inout WindowBatch
  ) {
    batch.begin(id, source: source, days: days, mentions: mentions)
    let first = batch.windows.count
    WindowFinder(kind).find(text.span, sentences, mentions, into: &batch)
    for number in first..<batch.windows.count {
      let window = batch.windows[number]
      guard window.entities.count > 1 else { continue }
      let shown = text[window.start..<window.end]
      let start = String(decoding: text[..<window.start], as: UTF8.self).unicodeScalars.count
      let end = start + String(decoding: shown, as: UTF8.self).unicodeScalars.count
      batch.show(number, start: start, end: end, text: shown.span)
    }
  }
}

/// Counts of documents given as (id, source, markup).
func counts(
  _ documents: [(String, String?, String)], _ kind: WindowKind = .sentence, evidence: Int = 3
) -> CooccurrenceCounts {
  var counts = CooccurrenceCounts(evidencePerTie: evidence)
  for (id, source, markup) in documents {
    counts.add(MarkedText(markup).document(id, source: source, kind))
  }
  return counts
}

/// The tie of two letters.
func findTie(_ graph: EntityGraph, _ first: Character, _ second: Character) -> Tie? {
  guard let one = graph.index(of: EntityID("person/\(first)")),
    let two = graph.index(of: EntityID("person/\(second)"))
  else { return nil }
  return graph.tie(between: one, and: two).map { graph.ties[$0] }
}
