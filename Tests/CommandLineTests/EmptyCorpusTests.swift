import Foundation
import Testing

@Suite("corpora with little in them")
struct EmptyCorpusTests {
  let folder = Samples.folder()

  static let corpora: [(name: String, files: [String: String], nodes: Int)] = [
    ("no text", ["a.jsonl": "{}\n", "b.txt": "\n"], 0),
    ("no mention", ["a.txt": "Nobody we know was there."], 0),
    ("a single entity", ["a.txt": "Ann Lee slept. Ann Lee woke."], 1),
    ("entities without ties", ["a.txt": "Ann Lee slept. The Aurora sailed."], 2),
  ]

  @Test("valid exports are written, however empty", arguments: corpora)
  func build(corpus: (name: String, files: [String: String], nodes: Int)) throws {
    folder.makeFolder("in")
    for (name, text) in corpus.files { folder.write("in/" + name, text) }
    let outcome = try Tool.run(["build", "in"] + Samples.only, in: folder)
    #expect(outcome.status == 0)
    #expect(folder.names("exports") == BuildTests.files)
    #expect(folder.text("exports/evidence.jsonl") == "")
    let graph = try GraphJSON(folder.bytes("exports/graph.json"))
    #expect(graph.nodes.count == corpus.nodes)
    #expect(graph.ties.isEmpty)
    #expect(folder.lines("exports/nodes.csv").count == corpus.nodes + 1)
    #expect(folder.lines("exports/edges.csv").count == 1)
    for name in ["graph.graphml", "graph.gexf"] {
      let parser = XMLCheck(folder.bytes("exports/" + name))
      #expect(parser.isWellFormed)
      #expect(parser.nodes == corpus.nodes)
    }
  }

  static let without: [(name: String, files: [String: String], error: [String])] = [
    (
      "no file at all", [:],
      [
        "in: is a folder that holds no file of a known type",
        "relata: no document could be read",
      ]
    ),
    (
      "no file of a known type", ["x.png": "Ann Lee"],
      [
        "in: is a folder that holds no file of a known type",
        "relata: no document could be read; 1 file of unknown type passed over (--input-format states one)",
      ]
    ),
    (
      "nothing but bad files", ["a.txt": "", "b.csv": "id\n1\n"],
      [
        "in/a.txt: is empty",
        "in/b.csv:1: is skipped: no column is named \"text\" or \"body\" or \"content\"; the columns are \"id\"",
        "relata: no document could be read",
      ]
    ),
  ]

  @Test(
    "a run without a document fails, and leaves earlier results as they were", arguments: without)
  func noDocument(corpus: (name: String, files: [String: String], error: [String])) throws {
    folder.makeFolder("in")
    for (name, text) in corpus.files { folder.write("in/" + name, text) }
    folder.write("old/graph.json", "old")
    var lines = corpus.error
    let tagged = try Tool.run(["tag", "in"] + Samples.only, in: folder)
    #expect(tagged == .init(error: lines.joined(separator: "\n") + "\n", status: 1))
    lines[lines.count - 1] += "; nothing was written"
    for output in ["old", "new/folder"] {
      let built = try Tool.run(["build", "in", "-o", output] + Samples.only, in: folder)
      #expect(built == .init(error: lines.joined(separator: "\n") + "\n", status: 1))
    }
    #expect(folder.contents("old") == ["graph.json": Array("old".utf8)])
    #expect(folder.names() == ["in", "names.tsv", "note.txt", "old"])
    let quiet = try Tool.run(["build", "in", "-q"] + Samples.only, in: folder)
    #expect(quiet == .init(error: lines[lines.count - 1] + "\n", status: 1))
  }

  @Test("some good inputs among bad ones are enough")
  func someGood() throws {
    folder.write("in/a.txt", "")
    folder.write("in/b.txt", "Ann Lee slept.")
    #expect(try Tool.run(["build", "in", "-q"] + Samples.only, in: folder) == .init())
    let strict = try Tool.run(["build", "in", "-q", "--strict"] + Samples.only, in: folder)
    #expect(strict.status == 1)
  }

  @Test("a single entity has no neighbours, and that is no failure")
  func neighbours() throws {
    folder.write("in/a.txt", "Ann Lee slept.")
    _ = try Tool.run(["build", "in", "-q"] + Samples.only, in: folder)
    let heads = [
      "table": "", "json": "[]\n",
      "csv": "hops,id,name,kind,weight,count,repeats,documents,npmi,jaccard,llr,noise_corrected,"
        + "via,evidence\n",
    ]
    for (format, head) in heads {
      let outcome = try Tool.run(["neighbours", "Ann Lee", "-f", format], in: folder)
      let note = "Ann Lee has no neighbours in this graph\n"
      #expect(outcome == .init(output: head, error: note))
    }
  }
}

/// Whether a text is XML, and how many nodes of a graph it holds.
private struct XMLCheck {
  let isWellFormed: Bool
  let nodes: Int

  init(_ bytes: [UInt8]?) {
    let text = String(decoding: bytes ?? [], as: UTF8.self)
    nodes = text.components(separatedBy: "<node ").count - 1
    // Every element that opens is closed, in its order; attributes hold no signs of their own here.
    var open: [Substring] = []
    var isSound = text.hasPrefix("<?xml")
    for tag in text.split(separator: "<").map({ $0.prefix { $0 != ">" } }) {
      if tag.hasPrefix("?") || tag.hasSuffix("/") || tag.hasPrefix("!") { continue }
      let name = tag.prefix { !$0.isWhitespace }
      if name.hasPrefix("/") {
        isSound = isSound && open.popLast() == name.dropFirst()
      } else {
        open.append(name)
      }
    }
    isWellFormed = isSound && open.isEmpty
  }
}
