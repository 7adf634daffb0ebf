import Testing

@Suite("relata rank and communities")
struct RankTests {
  let folder = WorkFolder()

  init() { folder.write("exports/graph.json", PathTests.sample) }

  @Test("entities are ranked by what is asked for")
  func rank() throws {
    #expect(
      try Tool.run(["rank", "--by", "strength", "--top", "3"], in: folder).output == """
        rank  id  name  kind    strength  mentions
           1  b   Bo    person         9         1
           2  a   Ann   person         7         1
           3  c   Cy    person         7         1

        """)
    #expect(
      try Tool.run(["rank", "--by", "kcore", "--all", "--format", "csv"], in: folder).output == """
        rank,id,name,kind,kcore,mentions
        1,a,Ann,person,2,1
        2,b,Bo,person,2,1
        3,c,Cy,person,2,1
        4,d,Dee,person,1,1
        5,e,Eve,person,0,1

        """)
  }

  @Test("small numbers keep six digits")
  func digits() throws {
    let outcome = try Tool.run(["rank", "--top", "1", "--format", "json"], in: folder)
    #expect(
      outcome.output == """
        [
          {"rank":1,"id":"b","name":"Bo","kind":"person","pagerank":0.337879,"mentions":1}
        ]

        """)
  }

  @Test("an estimate says that it is one")
  func estimate() throws {
    let outcome = try Tool.run(["rank", "--by", "closeness", "--pivots", "3"], in: folder)
    #expect(outcome.error == "estimated from 3 of 5 entities; --pivots 5 makes it exact\n")
  }

  @Test("what is left out by a filter counts for nothing")
  func filter() throws {
    let outcome = try Tool.run(
      ["rank", "--by", "degree", "--min-weight", "4", "--format", "csv", "--top", "2"], in: folder)
    #expect(
      outcome.output == "rank,id,name,kind,degree,mentions\n1,b,Bo,person,2,1\n2,a,Ann,person,1,1\n"
    )
  }

  @Test("communities are listed with the entities that speak for them, or entity by entity")
  func communities() throws {
    let ties = [("a", "b"), ("b", "c"), ("a", "c"), ("d", "e")].map {
      NeighboursTests.tie($0, $1, 3, "")
    }
    let nodes = [("a", "Ann"), ("b", "Bo"), ("c", "Cy"), ("d", "Dee"), ("e", "Eve"), ("f", "Fay")]
    folder.write(
      "exports/graph.json",
      NeighboursTests.graph(nodes.map { NeighboursTests.node($0, $1) }, ties))
    #expect(
      try Tool.run(["communities", "--top", "2"], in: folder)
        == .init(
          output: """
            community  size  ties  weight  entities
                    1     3     3       9  Ann, Bo
                    2     2     1       3  Dee, Eve

            """,
          error: "2 communities, modularity 0.375; 1 of fewer than 2 entities left out\n"))
    #expect(
      try Tool.run(
        ["communities", "--members", "--min-size", "1", "--format", "csv"], in: folder
      ).output == """
        community,id,name,kind,strength
        1,a,Ann,person,6
        1,b,Bo,person,6
        1,c,Cy,person,6
        2,d,Dee,person,3
        2,e,Eve,person,3
        3,f,Fay,person,0

        """)
  }

  @Test("an empty graph has neither")
  func empty() throws {
    folder.write("exports/graph.json", #"{"nodes":[],"edges":[]}"#)
    #expect(try Tool.run(["rank"], in: folder) == .init())
    #expect(
      try Tool.run(["communities", "--format", "json"], in: folder)
        == .init(output: "[]\n", error: "0 communities, modularity 0\n"))
  }
}
