import Testing

@Suite("relata path and common")
struct PathTests {
  let folder = WorkFolder()

  /// Ann – Bo – Cy by strong ties, Ann – Cy by a weak one, Dee – Cy, and Eve alone.
  static let sample: String = NeighboursTests.graph(
    [("a", "Ann"), ("b", "Bo"), ("c", "Cy"), ("d", "Dee"), ("e", "Eve")]
      .map { NeighboursTests.node($0, $1) },
    [
      NeighboursTests.tie("a", "b", 5, "Ann and Bo."), NeighboursTests.tie("b", "c", 4, "Bo, Cy."),
      NeighboursTests.tie("a", "c", 2, "Ann, Cy."), NeighboursTests.tie("c", "d", 1, "Cy: Dee."),
    ])

  init() { folder.write("exports/graph.json", Self.sample) }

  @Test("both paths are listed step by step, with their sentences")
  func table() throws {
    #expect(
      try Tool.run(["path", "Ann", "Cy"], in: folder).output == """
        path       step  from_name  to_name  weight  count  repeats  documents  npmi  evidence
        strongest     1  Ann        Bo            5      5        0          1   0.5  Ann and Bo.
        strongest     2  Bo         Cy            4      4        0          1   0.5  Bo, Cy.
        shortest      1  Ann        Cy            2      2        0          1   0.5  Ann, Cy.

        """)
  }

  @Test("a path that is both is listed once")
  func once() throws {
    #expect(
      try Tool.run(["path", "Cy", "Dee", "--format", "json"], in: folder).output == #"""
        [
          {"path":"strongest, shortest","step":1,"from":"c","from_name":"Cy","to":"d",\#
        "to_name":"Dee","weight":1,"count":1,"repeats":0,"documents":1,"npmi":0.5,\#
        "evidence":"Cy: Dee."}
        ]

        """#)
  }

  @Test("one of them can be asked for, and weak ties left out")
  func choice() throws {
    func steps(_ arguments: [String]) throws -> [String] {
      let outcome = try Tool.run(["path", "--format", "csv"] + arguments, in: folder)
      #expect(outcome.status == 0, "\(outcome)")
      return outcome.output.split(separator: "\n").dropFirst().map {
        let cells = $0.split(separator: ",")
        return "\(cells[2])\(cells[4])"
      }
    }
    #expect(try steps(["a", "d", "--by", "shortest"]) == ["ac", "cd"])
    #expect(try steps(["d", "a", "--by", "strongest"]) == ["dc", "cb", "ba"])
    #expect(try steps(["a", "c", "--by", "shortest", "--min-weight", "3"]) == ["ab", "bc"])
  }

  @Test("where no ties lead, or both names mean one, it is said")
  func none() throws {
    #expect(
      try Tool.run(["path", "Ann", "Eve"], in: folder)
        == .init(error: "no ties of this graph lead from Ann to Eve\n"))
    #expect(
      try Tool.run(["path", "Ann", "a", "--format", "json"], in: folder)
        == .init(output: "[]\n", error: "both names mean Ann\n"))
  }

  @Test("common neighbours have both ties")
  func common() throws {
    #expect(
      try Tool.run(["common", "Ann", "Cy", "--format", "csv"], in: folder).output == """
        id,name,kind,weight,first_weight,second_weight,first_count,second_count,first_evidence,second_evidence
        b,Bo,person,4,5,4,5,4,Ann and Bo.,"Bo, Cy."

        """)
    #expect(
      try Tool.run(["common", "Ann", "Dee"], in: folder).output.split(separator: "\n").count == 2)
    #expect(
      try Tool.run(["common", "Bo", "Eve"], in: folder)
        == .init(error: "Bo and Eve have no common neighbours in this graph\n"))
    #expect(
      try Tool.run(["common", "Bo", "b"], in: folder)
        == .init(error: "relata: both names mean Bo; name two entities\n", status: 1))
  }
}
