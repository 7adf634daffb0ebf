import Foundation
import Testing

@Suite("analysis in relata build")
struct BuildAnalysisTests {
  let folder = Samples.folder()

  /// A ring of four entities, one tie of two windows.
  init() {
    folder.write(
      "note.txt",
      "Ann Lee met the Harbour Office.\nThe HO said the Aurora was here. Ann Lee saw the HO again. "
        + "Ann Lee left Norland. Norland has the Aurora.\n")
  }

  private func build(_ options: [String], into output: String = "exports") throws -> Tool.Outcome {
    try Tool.run(["build", "note.txt", "-o", output] + Samples.only + options, in: folder)
  }

  private func ties(_ output: String = "exports") throws -> Int {
    try GraphJSON(folder.bytes(output + "/graph.json")).ties.count
  }

  @Test("nodes carry centralities and communities in every format, unless none are wanted")
  func attributes() throws {
    let names = ["degree", "strength", "pagerank", "betweenness", "core", "community"]
    let formats = ["graphml", "gexf", "dot", "csv", "json", "cytoscape", "neo4j"]
      .flatMap { ["-f", $0] }
    #expect(try build(formats).status == 0)
    #expect(try build(formats + ["--no-analysis"], into: "plain").status == 0)
    for file in [
      "graph.graphml", "graph.gexf", "graph.dot", "nodes.csv", "graph.json", "graph.cyjs",
      "neo4j-nodes.csv",
    ] {
      for name in names {
        #expect(folder.text("exports/" + file)?.contains(name) == true, "\(file) \(name)")
        #expect(folder.text("plain/" + file)?.contains(name) == false, "\(file) \(name)")
      }
    }
    let json = try #require(folder.text("exports/graph.json"))
    #expect(
      json.contains(
        #""degree":2,"strength":3,"pagerank":0.291262,"betweenness":1,"core":2,"community":2"#))
  }

  @Test("the same seed gives the same bytes")
  func seed() throws {
    for output in ["one", "two"] {
      #expect(try build(["--seed", "7"], into: output).status == 0)
    }
    #expect(folder.contents("one") == folder.contents("two"))
  }

  @Test("a backbone keeps the ties that matter and says how many it left out")
  func backbone() throws {
    #expect(try build(["--quiet"]).status == 0)
    let all = try ties()
    #expect(all == 4)
    for (options, kept) in [
      (["--backbone", "count"], 1), (["--backbone", "count", "--threshold", "1"], 4),
      (["--backbone", "measure", "--measure", "jaccard", "--threshold", "0.4"], 1),
      (["--backbone", "measure", "--threshold", "0.1"], 2),
      (["--backbone", "disparity"], 0), (["--backbone", "disparity", "--threshold", "0.4"], 1),
      (["--backbone", "noise-corrected", "--threshold", "3"], 2),
      (["--backbone", "noise-corrected", "--threshold", "-99"], 4),
      (["--backbone", "top", "--threshold", "1"], 3),
      (["--max-ties", "2"], 2),
      (["--backbone", "count", "--threshold", "1", "--max-ties", "3"], 3),
    ] {
      let outcome = try build(options)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(try ties() == kept, "\(options)")
      let left = all - kept
      let line = "\(left) \(left == 1 ? "tie" : "ties") left out by the backbone"
      #expect(outcome.errorLines.contains(line), "\(outcome)")
    }
  }

  @Test(
    "options that say nothing, or ask for nothing, are wrong usage",
    arguments: [
      (["--threshold", "1"], "--threshold says nothing without --backbone METHOD"),
      (["--measure", "npmi"], "--measure npmi says nothing without --backbone measure"),
      (
        ["--backbone", "top", "--threshold", "0"],
        "--threshold 0.0 leaves no tie; give 1 or more for top"
      ),
      (
        ["--backbone", "count", "--threshold", "nan"],
        "--threshold nan is not possible; give a number"
      ),
      (["--max-ties", "0"], "--max-ties 0 is not possible; give 1 or more"),
    ])
  func usage(options: [String], message: String) throws {
    let outcome = try build(options)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.first == "relata: " + message)
  }
}
