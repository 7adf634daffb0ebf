import EntityGraphs
import GraphSamples
import Testing

@Suite struct GraphPathTests {
  private func path(_ graph: EntityGraph, _ ends: String, _ choice: GraphPath.Choice) -> String? {
    let names = graph.nodes.map(\.name)
    guard let start = names.firstIndex(of: String(ends.prefix(1))),
      let end = names.firstIndex(of: String(ends.suffix(1))),
      let path = graph.path(from: start, to: end, by: choice)
    else { return nil }
    for (step, tie) in path.ties.enumerated() {
      let pair = Set([path.nodes[step], path.nodes[step + 1]])
      #expect(pair == Set([graph.ties[tie].source, graph.ties[tie].target]))
    }
    return path.nodes.map { names[$0] }.joined()
  }

  private let square = graph(
    "abcdefg", [("a", "b", 9), ("b", "c", 9), ("c", "d", 9), ("a", "d", 2), ("e", "f", 1)])

  @Test(
    "the strongest path takes more ties where these are stronger",
    arguments: [
      ("ad", "abcd", "ad"), ("da", "dcba", "da"), ("ab", "ab", "ab"), ("ef", "ef", "ef"),
      ("aa", "a", "a"),
    ])
  func choices(ends: String, strongest: String, shortest: String) {
    #expect(path(square, ends, .strongest) == strongest)
    #expect(path(square, ends, .shortest) == shortest)
  }

  @Test("no path leads to another component", arguments: GraphPath.Choice.allCases)
  func apart(choice: GraphPath.Choice) {
    for ends in ["ae", "eg", "ga"] { #expect(path(square, ends, choice) == nil) }
  }

  @Test("draws go by the other measure, then by identifiers from the start on")
  func draws() {
    // Two ties of weight 2 are as long as one of weight 1; three of weight 3 as well, but for rounding.
    let equal = graph(
      "abcdef",
      [
        ("a", "b", 2), ("b", "f", 2), ("a", "f", 1), ("a", "c", 3), ("c", "d", 3), ("d", "f", 3),
      ])
    #expect(path(equal, "af", .strongest) == "af")
    let ways = graph("abcde", [("a", "c", 2), ("c", "e", 4), ("a", "b", 1), ("b", "e", 9)])
    #expect(path(ways, "ae", .shortest) == "ace")
    let mirrored = graph(
      "abcdef", [("a", "c", 2), ("c", "f", 2), ("a", "b", 2), ("b", "f", 2), ("a", "d", 9)])
    for choice in GraphPath.Choice.allCases {
      #expect(path(mirrored, "af", choice) == "abf")
      #expect(path(mirrored, "fa", choice) == "fba")
    }
  }

  @Test("sums that differ by rounding alone are a draw")
  func rounding() {
    // 1/3 + 1/6 + 1/2 in two orders, whose sums differ in the last bit.
    let ties = [
      ("a", "c", 10.0), ("c", "e", 5), ("e", "g", 3), ("a", "b", 3), ("b", "d", 5), ("d", "g", 10),
    ]
    #expect(path(graph("abcdeg", ties), "ag", .strongest) == "abdg")
  }

  @Test("a path is as long as the least of all walks", arguments: 1...20)
  func least(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), count: 12, ties: 20)
    // Floyd and Warshall.
    var table = graph.nodes.indices.map { row in
      graph.nodes.indices.map { $0 == row ? 0 : Double.infinity }
    }
    for tie in graph.ties {
      table[tie.source][tie.target] = tie.length
      table[tie.target][tie.source] = tie.length
    }
    for middle in graph.nodes.indices {
      for row in graph.nodes.indices {
        for column in graph.nodes.indices {
          table[row][column] = min(table[row][column], table[row][middle] + table[middle][column])
        }
      }
    }
    for row in graph.nodes.indices {
      for column in graph.nodes.indices {
        let path = graph.path(from: row, to: column, by: .strongest)
        #expect((path != nil) == table[row][column].isFinite)
        if let path { #expect(abs(path.length - table[row][column]) < 1e-9) }
      }
    }
  }

  @Test("common neighbours come by their weaker tie, then by identifier")
  func common() {
    let sample = graph(
      "abcdefg",
      [
        ("a", "c", 9), ("b", "c", 1), ("a", "d", 3), ("b", "d", 2), ("a", "e", 2), ("b", "e", 9),
        ("a", "f", 5), ("a", "b", 7),
      ])
    let found = sample.commonNeighbours(of: 0, and: 1)
    #expect(found.map { sample.nodes[$0.node].name }.joined() == "dec")
    for neighbour in found {
      #expect(sample.ties[neighbour.firstTie].source == 0)
      #expect(sample.ties[neighbour.secondTie].source == 1)
    }
    #expect(sample.commonNeighbours(of: 0, and: 6).isEmpty)
  }
}
