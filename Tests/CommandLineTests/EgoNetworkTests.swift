import Testing

@Suite("ego networks of relata neighbours")
struct EgoNetworkTests {
  let folder = WorkFolder()

  init() { folder.write("exports/graph.json", PathTests.sample) }

  @Test("a graph format prints the network of what would be listed")
  func printed() throws {
    for (format, start) in [
      ("graphml", "<?xml"), ("gexf", "<?xml"), ("dot", "graph relata {"),
      ("cytoscape", "{\"elements\""),
    ] {
      let outcome = try Tool.run(["neighbours", "Ann", "-f", format], in: folder)
      #expect(outcome.status == 0 && outcome.error == "")
      #expect(outcome.output.hasPrefix(start))
      for name in ["Ann", "Bo", "Cy"] {
        #expect(outcome.output.contains("\"\(name)\"") || outcome.output.contains(">\(name)<"))
      }
      #expect(!outcome.output.contains("Dee"))
    }
  }

  @Test("with -o the network goes into files, csv and json too")
  func written() throws {
    let outcome = try Tool.run(
      ["neighbours", "Ann", "--hops", "2", "-f", "csv", "-f", "json", "-f", "csv", "-o", "ego"],
      in: folder)
    #expect(outcome == .init(error: "wrote ego/: nodes.csv, edges.csv, graph.json\n"))
    #expect(folder.names("ego") == ["edges.csv", "graph.json", "nodes.csv"])
    let graph = try GraphJSON(folder.bytes("ego/graph.json"))
    #expect(graph.nodes.map(\.id) == ["a", "b", "c", "d"])
    #expect(graph.ties.count == 4)
    #expect(try Tool.run(["neighbours", "Ann", "-o", "plain"], in: folder).status == 0)
    #expect(folder.names("plain") == ["graph.graphml"])
  }

  @Test("the network keeps the nodes that are shown, and the ties among them")
  func top() throws {
    let arguments = ["neighbours", "Ann", "--hops", "3", "--top", "1", "-f", "json", "-o", "ego"]
    #expect(try Tool.run(arguments, in: folder).status == 0)
    let graph = try GraphJSON(folder.bytes("ego/graph.json"))
    #expect(graph.nodes.map(\.id) == ["a", "b"])
  }

  @Test(
    "what cannot be printed is wrong usage",
    arguments: [
      (["-f", "neo4j"], "neo4j is two files; name a folder with --output"),
      (
        ["-f", "dot", "-f", "csv"], "only one --format can be printed; name a folder with --output"
      ),
      (
        ["-f", "table", "-o", "x"],
        "a table is no network; give another --format, or leave --output out"
      ),
      (["-o", ""], "--output is empty; name a folder, or . for the current one"),
    ])
  func usage(options: [String], message: String) throws {
    let outcome = try Tool.run(["neighbours", "Ann"] + options, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.first == "relata: " + message)
    #expect(folder.names() == ["exports"])
  }
}
