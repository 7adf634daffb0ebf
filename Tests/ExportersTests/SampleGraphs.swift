import Dates
import EntityGraphs
import Gazetteers

@testable import Exporters

enum SampleGraphs {
  /// Three nodes and two ties, as a reader might meet them.
  static let small = EntityGraph(
    nodes: [
      Node(
        id: EntityID("person/kim-jong-un"), kind: .person, name: "Kim Jong Un", mentions: 12,
        windows: 9, documents: 3, days: days("2024-06-18", "2024-06-20"),
        attributes: [Attribute(name: "wikidata", value: "Q56226")]),
      Node(
        id: EntityID("country/KP"), kind: .country, name: "North Korea", mentions: 30,
        windows: 21, documents: 5, days: days("2023-01-01", "2024-06-20"),
        attributes: [
          Attribute(name: "wikidata", value: "Q423"), Attribute(name: "birth date", value: ""),
        ]),
      Node(
        id: EntityID("organisation/at-t"), kind: .organisation, name: "AT&T <Inc>", mentions: 1,
        windows: 1, documents: 1),
    ],
    ties: [
      Tie(
        source: 0, target: 1, count: 7, repeats: 2, documents: 3, sources: 2,
        days: days("2024-06-19", "2024-06-19"),
        measures: Measures(npmi: 0.412_345_67, jaccard: 0.25, llr: 18.5, noiseCorrected: 3.25),
        evidence: [
          Evidence(
            document: "000.txt", start: 96, end: 145,
            text: "Kim Jong Un spoke in North Korea’s capital,\nPyongyang."),
          Evidence(document: "001.txt", start: 0, end: 21, text: "“Kim” & North Korea."),
        ]),
      Tie(
        source: 1, target: 2, count: 1, documents: 1,
        measures: Measures(npmi: -0.125, jaccard: 1.0 / 3, llr: .nan, noiseCorrected: -.infinity)),
    ])

  /// The days from one to another, as ISO 8601 writes them.
  static func days(_ first: String, _ last: String) -> DaySpan? {
    guard let first = StatedDate(iso: first), let last = StatedDate(iso: last) else { return nil }
    return DaySpan(first: first.firstDay, last: last.lastDay)
  }

  /// A day or several, from the year 1 to 9999, or none.
  static func days(_ number: Int) -> DaySpan? {
    let all = [
      nil, days("0001-01-01", "0001-01-01"), days("0987-12-31", "2024-02-29"),
      days("9999-12-31", "9999-12-31"), days("2024-06-19", "2024-06-19"),
    ]
    return all[number % all.count]
  }

  static let empty = EntityGraph(nodes: [], ties: [])

  /// Texts that some format or reader trips over.
  static let hostileTexts: [String] = [
    "", " ", "\"", "\"\"", "'", "\\", "\\\\", "\\N", "\\n\\l\\r", "a\\", "\\\"", "<", ">", "&",
    "&amp;", "&lt;b&gt;", "&#38; &#x26;", "&;", "&a b;", "]]>", "<![CDATA[x]]>", "<!-- -->",
    "<?x?>",
    "line\nbreak", "line\r\nbreak", "line\rbreak", "tab\tstop", "\n", "\r", "\t", "nul\0nul",
    "\u{1}\u{1B}[31m",
    "\u{7F}\u{85}", "\u{FFFE}", "\u{FFFF}x", "\u{FFFD}", "\u{200F}\u{202E}right to left\u{202C}",
    "عربي", "漢字",
    "😀👩‍👩‍👧", "e\u{301}", "\u{E000}\u{10FFFF}", "=HYPERLINK(\"http://x\",\"y\")", "+1 234", "-1+1",
    "@SUM(A1)",
    "\t=1", "\r=1", "'=1", "''=1", "'plain'", "-0", "+3.5", "-", "1e5", "NaN", "null", "true",
    "Edge",
    "edge", "node", "graph", "strict", "subgraph", "n0", "n0:p", "a -- b", "{a}", "[x]",
    "<b>html</b>",
    "a;b,c", "a|b|c", "%s%n", "// no", "/* no */", "# no", "--", " both ends ",
    String(repeating: "ten letter", count: 1000),
  ]

  /// A graph in which every hostile text is a name, a kind, an id, an attribute's name and value,
  /// a document and a text of evidence.
  static let hostile: EntityGraph = {
    let texts = hostileTexts
    let nodes = texts.enumerated().map { index, text in
      Node(
        id: EntityID(text), kind: Kind(texts[(index + 1) % texts.count]), name: text,
        mentions: index, windows: index, documents: index % 3, days: days(index),
        attributes: [
          Attribute(name: text, value: texts[(index + 2) % texts.count]),
          Attribute(name: "wikidata", value: text),
        ])
    }
    let ties = texts.indices.dropFirst().map { index in
      Tie(
        source: index - 1, target: index, count: index, repeats: index % 4, documents: 1,
        sources: index % 2, days: days(index / 2),
        weight: index % 5 == 0 ? Double(index) / 7 : Double(index),
        evidence: [
          Evidence(document: texts[index], start: 0, end: index, text: texts[index - 1]),
          Evidence(document: "d", start: 1, end: 2, text: texts[index]),
        ])
    }
    return EntityGraph(nodes: nodes, ties: ties)
  }()

  /// A graph that a seed fixes, with names put together from hostile texts.
  static func random(seed: UInt64) -> EntityGraph {
    var generator = SeededGenerator(seed: seed)
    func text() -> String {
      (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        String(hostileTexts.randomElement(using: &generator)?.prefix(40) ?? "")
      }.joined()
    }
    let count = Int.random(in: 0...12, using: &generator)
    let nodes = (0..<count).map { index in
      Node(
        id: EntityID(text() + "/\(index)"), kind: Kind(text()), name: text(),
        mentions: Int.random(in: 0...1000, using: &generator),
        attributes: Set((0..<Int.random(in: 0...3, using: &generator)).map { _ in text() }).sorted()
          .map { Attribute(name: $0, value: text()) })
    }
    var ties: [Tie] = []
    for first in 0..<count {
      for second in 0..<first where Bool.random(using: &generator) {
        ties.append(
          Tie(
            source: first, target: second, count: Int.random(in: 1...99, using: &generator),
            weight: Double.random(in: 0.001...1000, using: &generator),
            measures: Measures(npmi: Double.random(in: -1...1, using: &generator)),
            evidence: [Evidence(document: text(), start: 0, end: 1, text: text())]))
      }
    }
    return EntityGraph(nodes: nodes, ties: ties)
  }
}

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
