import Foundation
import Gazetteers
import Recognition
import Testing

/// A passage with the mentions that an editor marked in it: a row of `Fixtures/passages.tsv`.
struct Passage: Sendable, CustomTestStringConvertible {
  /// What the passage shows, in a sentence.
  var name: String
  var text: String
  var mentions: [GoldMention]

  var testDescription: String { name }

  /// Reads a row: `[[text|id]]` marks a mention, `\n` a line break.
  init(name: String, marked: String) {
    self.name = name
    text = ""
    mentions = []
    var rest = marked.replacing("\\n", with: "\n")[...]
    while let open = rest.firstRange(of: "[["), let close = rest.firstRange(of: "]]") {
      text += rest[..<open.lowerBound]
      let parts = rest[open.upperBound..<close.lowerBound].split(separator: "|")
      let start = text.unicodeScalars.count
      text += parts[0]
      mentions.append(
        GoldMention(
          start: start, end: text.unicodeScalars.count, text: String(parts[0]),
          entity: String(parts[1])))
      rest = rest[close.upperBound...]
    }
    text += rest
  }

  /// The passages of `Fixtures/passages.tsv`: each shows one behaviour.
  static func all() -> [Passage] { read("passages.tsv") }

  /// The passages of `Fixtures/news.tsv`: written in the manner of newspapers of 1987 to 2024 and
  /// marked by somebody who had not seen what the tagger makes of them. Some it gets wrong.
  static func news() -> [Passage] { read("news.tsv") }

  /// The passages of `Fixtures/heldout.tsv`: written and marked in the same way, after the rules were
  /// made, to see how well they hold.
  static func heldOut() -> [Passage] { read("heldout.tsv") }

  private static func read(_ file: String) -> [Passage] {
    let path = checkout.appendingPathComponent("Tests/RecognitionTests/Fixtures/\(file)")
    let rows = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return rows.split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: "\t")
      return Passage(name: String(cells[0]), marked: String(cells[1]))
    }
  }
}

/// A mention as an editor marked it; offsets in Unicode scalars.
struct GoldMention: Hashable, Sendable, Decodable, CustomStringConvertible {
  var start: Int
  var end: Int
  var text: String
  var entity: String

  var kind: String { String(entity.prefix { $0 != "/" }) }

  var description: String { "\(start) [\(text)|\(entity)]" }
}

/// A sample document with its marked mentions: a file of `seeds` and its lines of
/// `Fixtures/seeds.gold.jsonl`.
struct SampleDocument: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var mentions: [GoldMention]

  var testDescription: String { name }

  private struct Line: Decodable {
    var document: String
  }

  static func all() -> [SampleDocument] {
    let path = checkout.appendingPathComponent("Tests/RecognitionTests/Fixtures/seeds.gold.jsonl")
    var mentions: [String: [GoldMention]] = [:]
    for line in ((try? String(contentsOf: path, encoding: .utf8)) ?? "").split(separator: "\n") {
      let data = Data(line.utf8)
      let decoder = JSONDecoder()
      guard let document = try? decoder.decode(Line.self, from: data).document,
        let mention = try? decoder.decode(GoldMention.self, from: data)
      else { continue }
      mentions[document, default: []].append(mention)
    }
    return mentions.keys.sorted().map { name in
      let file = checkout.appendingPathComponent("seeds/\(name)")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return SampleDocument(name: name, text: text, mentions: mentions[name] ?? [])
    }
  }
}

/// Tags marked texts with the shipped gazetteers.
@Suite struct PassageTests {
  private static let recognizer: Recognizer = {
    let files = ["countries.tsv", "organisations.tsv", "people.tsv", "lookalikes.tsv"]
    return Recognizer(
      Lexicon(
        files.map { file in
          try! Gazetteer(path: checkout.appendingPathComponent("gazetteers/\(file)").path)
        }))
  }()

  private func tag(_ text: String) -> [GoldMention] {
    var recognizer = Self.recognizer
    let bytes = Array(text.utf8)
    recognizer.read(bytes.span)
    return recognizer.mentions.map { mention in
      func scalars(_ end: Int) -> Int {
        String(decoding: bytes[..<end], as: UTF8.self).unicodeScalars.count
      }
      return GoldMention(
        start: scalars(mention.start), end: scalars(mention.end),
        text: String(decoding: bytes[mention.start..<mention.end], as: UTF8.self),
        entity: recognizer.lexicon.entity(mention.entity).id.text)
    }
  }

  @Test("the fixtures are there")
  func fixturesExist() {
    #expect(Passage.all().count > 150)
    #expect(SampleDocument.all().count == 5)
  }

  @Test("a passage has the mentions that are marked in it", arguments: Passage.all())
  func tagsPassage(_ passage: Passage) {
    #expect(tag(passage.text) == passage.mentions)
  }

  @Test("a sample document has the mentions that are marked in it", arguments: SampleDocument.all())
  func tagsSample(_ document: SampleDocument) {
    let scalars = Array(document.text.unicodeScalars)
    for mention in document.mentions {
      let marked = scalars[mention.start..<mention.end].map { String($0) }.joined()
      #expect(marked == mention.text, "the mark is where it says")
    }
    let found = Set(tag(document.text))
    let marked = Set(document.mentions)
    #expect(marked.subtracting(found).sorted { $0.start < $1.start } == [], "missed")
    #expect(found.subtracting(marked).sorted { $0.start < $1.start } == [], "wrong")
  }

  @Test("over all marked texts, precision and recall of each kind are 0.99 at least")
  func reachesBar() {
    expectScores(
      Passage.all().map { ($0.text, $0.mentions) }
        + SampleDocument.all().map { ($0.text, $0.mentions) }, atLeast: 0.99)
  }

  @Test("over news of many years and regions, precision and recall of each kind are 0.98 at least")
  func readsNews() {
    let news = Passage.news()
    #expect(news.count >= 250)
    expectScores(news.map { ($0.text, $0.mentions) }, atLeast: 0.98)
  }

  @Test("over passages held out, precision and recall of each kind are 0.98 at least")
  func readsPassagesHeldOut() {
    let passages = Passage.heldOut()
    #expect(passages.count >= 170)
    expectScores(passages.map { ($0.text, $0.mentions) }, atLeast: 0.98)
  }

  private func expectScores(_ texts: [(String, [GoldMention])], atLeast bar: Double) {
    var scores: [String: (right: Int, found: Int, marked: Int)] = [:]
    for (text, mentions) in texts {
      let (found, marked) = (Set(tag(text)), Set(mentions))
      for mention in found.union(marked) {
        for kind in [mention.kind, "all"] {
          var score = scores[kind] ?? (0, 0, 0)
          score.right += found.contains(mention) && marked.contains(mention) ? 1 : 0
          score.found += found.contains(mention) ? 1 : 0
          score.marked += marked.contains(mention) ? 1 : 0
          scores[kind] = score
        }
      }
    }
    for (kind, score) in scores.sorted(by: { $0.key < $1.key }) {
      let precision = Double(score.right) / Double(max(score.found, 1))
      let recall = Double(score.right) / Double(max(score.marked, 1))
      print(
        "\(kind): precision \(percent(precision)), recall \(percent(recall)), \(score.marked) marked"
      )
      #expect(precision >= bar, "precision of \(kind)")
      #expect(recall >= bar, "recall of \(kind)")
    }
    #expect(Set(scores.keys) == ["all", "country", "organisation", "person"])
  }

  private func percent(_ share: Double) -> String { String(format: "%.2f %%", share * 100) }
}
