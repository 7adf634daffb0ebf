import Cooccurrence
import EntityGraphs
import Exporters
import Foundation
import Gazetteers
import TestSupport
import Testing

@testable import Relata

extension TemporaryFolder {
  /// The bytes of all files in a folder, by name.
  func content(_ folder: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder) {
      result[name] = try Data(contentsOf: URL(filePath: "\(path)/\(folder)/\(name)"))
    }
    return result
  }
}

/// A document as a JSON Lines file gives it.
struct Record: Codable {
  var id: String
  var text: String
  var source: String?
  var date: String?

  /// Lines of JSON.
  static func lines(_ records: some Sequence<Record>) throws -> String {
    try records.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) + "\n" }
      .joined()
  }
}

/// A line of `mentions.jsonl`.
struct MentionLine: Decodable {
  var document: String
  var start, end: Int
  var text, entity: String
}

/// A line of `evidence.jsonl`.
struct EvidenceLine: Decodable {
  var source, target, document: String
  var start, end: Int
  var text: String
  var `repeat`: Bool
}

func readLines<Line: Decodable>(_ data: Data?, as type: Line.Type) throws -> [Line] {
  try #require(data).split(separator: UInt8(ascii: "\n")).map {
    try JSONDecoder().decode(Line.self, from: $0)
  }
}

/// A small corpus whose sentences come again, in other signs and other documents.
enum SampleCorpus {
  static let lexicon: Lexicon = {
    let table = """
      id\tkind\tname\taliases\tdemonyms\tcountry
      person/anna-berg\tperson\tAnna Berg\t\t\tFR
      person/bo-crane\tperson\tBo Crane\tBøb Crane\t\t
      person/kim-jong-un\tperson\tKim Jong Un\t\t\t
      country/FR\tcountry\tFreedonia\t\tFreedonian\t
      country/SY\tcountry\tSylvania\t\tSylvanian|Sylvanians\t
      organisation/un\torganisation\tUnited Nations\tWorld Council\t\t

      """
    return Lexicon([Gazetteer(path: "sample.tsv", bytes: Array(table.utf8).span)])
  }()

  private static let names = [
    "Anna Berg", "Bo Crane", "Kim Jong Un", "Kim Jong-un", "Freedonia", "Sylvania",
    "the United Nations", "the Sylvanians", "the World Council", "Nobody",
  ]

  private static let ids = ["é", "e\u{301}", "f", "Z", "a", "10", "9", "😀", "\u{FFFD}"]

  /// Documents in the order of the bytes of their identifiers.
  static func records(seed: UInt64, count: Int) -> [Record] {
    var generator = SeededGenerator(seed: seed)
    func sentence() -> String {
      func name() -> String { names.randomElement(using: &generator)! }
      let verb = ["met", "wrote to", "“saw”", "never — ever — saw"]
        .randomElement(using: &generator)!
      let tail = ["", " and \(name())", " in café №1, 😀"].randomElement(using: &generator)!
      return "Today \(name()) \(verb) \(name())\(tail)."
    }
    let known = (0..<8).map { _ in sentence() }
    return (0..<count).map { number in
      let passages = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          Int.random(in: 0..<3, using: &generator) > 0
            ? known.randomElement(using: &generator)! : sentence()
        }.joined(separator: " ")
      }
      // A passage longer than evidence shows, cut inside a letter of two bytes.
      let long =
        number % 7 == 3 ? ["Anna Berg" + String(repeating: " né", count: 700) + " Sylvania."] : []
      return Record(
        id: "\(ids.randomElement(using: &generator)!)-\(number)",
        text: (["Nothing here."] + passages + long).joined(separator: "\n\n"),
        source: ["north", "south", "Zürich", nil].randomElement(using: &generator)!)
    }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}

extension TemporaryFolder {
  /// Builds into a folder and gives the bytes of all outputs, and the graph.
  func build(
    _ inputs: [String], to output: String, options: RunOptions = RunOptions(),
    formats: [GraphFormat] = GraphFormat.allCases
  ) async throws -> (files: [String: Data], result: BuildJob.Result) {
    var job = BuildJob(inputs: inputs, output: path + "/" + output)
    job.options = options
    job.formats = formats
    let result = try await job.run(SampleCorpus.lexicon)
    return (try content(output), result)
  }
}
