import Foundation
import Testing

@Suite("relata neighbours")
struct NeighboursTests {
  let folder = WorkFolder()

  /// A chain Ann – Bo – Cy and a tie Ann – Dee; two of them called Lee.
  static func node(_ id: String, _ name: String) -> String {
    #"{"id":"\#(id)","name":"\#(name)","kind":"person","mentions":1,"windows":1,"documents":1}"#
  }

  static func tie(_ source: String, _ target: String, _ count: Int, _ text: String) -> String {
    #"""
    {"source":"\#(source)","target":"\#(target)","weight":\#(count),"count":\#(count),"repeats":0,\#
    "documents":1,"npmi":0.5,"jaccard":0.5,"llr":1,"noise_corrected":1,\#
    "evidence":[{"document":"d","start":0,"end":9,"text":"\#(text)"}]}
    """#
  }

  static let nodes = [
    node("a", "Ann Lee"), node("b", #"Bo \"the Oar\" Ek"#), node("c", "=Cy"), node("d", "Ann Lee"),
    node("country/KP", "North Korea"),
  ]

  static let sample: String = graph(
    nodes,
    [
      tie("b", "country/KP", 3, "Bo, in Pyongyang."), tie("b", "c", 5, #"Bo said: \"Cy\".\nNo."#),
      tie("a", "country/KP", 1, "Ann."),
    ])

  init() { folder.write("exports/graph.json", Self.sample) }

  static let table = """
    hops  id          name         kind    weight  count  repeats  documents  npmi  evidence
       1  c           =Cy          person       5      5        0          1   0.5  Bo said: "Cy". No.
       1  country/KP  North Korea  person       3      3        0          1   0.5  Bo, in Pyongyang.

    """

  static let json = #"""
    [
      {"hops":1,"id":"c","name":"=Cy","kind":"person","weight":5,"count":5,"repeats":0,\#
    "documents":1,"npmi":0.5,"jaccard":0.5,"llr":1,"noise_corrected":1,"via":"",\#
    "evidence":"Bo said: \"Cy\".\nNo."},
      {"hops":1,"id":"country/KP","name":"North Korea","kind":"person","weight":3,"count":3,\#
    "repeats":0,"documents":1,"npmi":0.5,"jaccard":0.5,"llr":1,"noise_corrected":1,"via":"",\#
    "evidence":"Bo, in Pyongyang."}
    ]

    """#

  static let csv = #"""
    hops,id,name,kind,weight,count,repeats,documents,npmi,jaccard,llr,noise_corrected,via,evidence
    1,c,'=Cy,person,5,5,0,1,0.5,0.5,1,1,,"Bo said: ""Cy"".
    No."
    1,country/KP,North Korea,person,3,3,0,1,0.5,0.5,1,1,,"Bo, in Pyongyang."

    """#

  @Test("each format has its lines", arguments: [("table", table), ("json", json), ("csv", csv)])
  func formats(format: String, expected: String) throws {
    #expect(
      try Tool.run(["neighbours", "b", "--format", format], in: folder) == .init(output: expected))
  }

  private func found(_ arguments: [String]) throws -> [String] {
    let outcome = try Tool.run(["neighbours", "--format", "csv"] + arguments, in: folder)
    #expect(outcome.status == 0, "\(outcome)")
    return outcome.output.split(separator: "\n").dropFirst().filter { $0.first?.isNumber == true }
      .map { $0.split(separator: ",").prefix(2).joined(separator: " ") }
  }

  @Test("hops go further, top cuts")
  func hops() throws {
    #expect(try found(["a"]) == ["1 country/KP"])
    #expect(try found(["a", "--hops", "2"]) == ["1 country/KP", "2 b"])
    #expect(try found(["a", "--hops", "9"]) == ["1 country/KP", "2 b", "3 c"])
    #expect(try found(["a", "--hops", "9", "--top", "2"]) == ["1 country/KP", "2 b"])
    #expect(try found(["d"]) == [])
  }

  @Test(
    "an entity is found by id, by name however it is written, and by any shipped name",
    arguments: ["country/KP", "North Korea", "NORTH  KOREA", "north-korea", "DPRK", "D.P.R.K."])
  func names(name: String) throws {
    #expect(try found([name]) == ["1 b", "1 a"])
  }

  @Test("an entity is found by the names that gazetteers of one's own give")
  func ownNames() throws {
    folder.write(
      "own.tsv",
      "id\tkind\tname\taliases\nb\tperson\tBoris Ekman\tThe Rower\nq\tship\tQ\tThe Rower\n")
    folder.write("more.csv", "id,kind,name,aliases\nb,person,B,Old Bo|Oarsman\n")
    let own = ["-g", "own.tsv", "--gazetteer", "more.csv"]
    for name in ["The Rower", "the rower", "Boris Ekman", "Oarsman"] {
      #expect(try found([name] + own) == ["1 c", "1 country/KP"])
      #expect(try Tool.run(["neighbours", name], in: folder).status == 1)
    }
    // Those of the shipped ones are known beside them.
    #expect(try found(["DPRK"] + own) == ["1 b", "1 a"])
  }

  @Test("a gazetteer that is missing or faulty is said, even where its names are not needed")
  func badGazetteer() throws {
    folder.write("bad.tsv", "id\tkind\tname\nb\tperson\t\n")
    for name in ["b", "The Rower"] {
      #expect(
        try Tool.run(["neighbours", name, "-g", "none.tsv"], in: folder)
          == .init(
            error: "relata: cannot read \"none.tsv\": No such file or directory\n", status: 1))
      let outcome = try Tool.run(["neighbours", name, "-g", "bad.tsv"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      #expect(outcome.error.hasPrefix("bad.tsv:2:10: error: entity \"b\" has an empty name; "))
    }
  }

  @Test(
    "a folder that is given as the graph is answered with the file in it", arguments: ["", "/"])
  func folderAsGraph(end: String) throws {
    #expect(
      try Tool.run(["neighbours", "b", "--graph", "exports" + end], in: folder)
        == .init(
          error: "relata: cannot read the graph \"exports\(end)\": it is a folder; "
            + "name the file in it, \"exports/graph.json\"\n", status: 1))
  }

  @Test("a quoted name is found as it is")
  func quotes() throws {
    #expect(try found([#"Bo "the Oar" Ek"#]) == ["1 c", "1 country/KP"])
  }

  @Test("a name that several entities bear asks for an identifier")
  func several() throws {
    #expect(
      try Tool.run(["neighbours", "ann lee"], in: folder)
        == .init(
          error: "relata: several entities bear the name \"ann lee\": give one of a, d\n",
          status: 1))
  }

  @Test("the nearest of equal names is said once")
  func nearestOnce() throws {
    let error = try Tool.run(["neighbours", "Ann Le"], in: folder).error
    #expect(error.components(separatedBy: "Ann Lee").count == 2)
  }

  @Test("a graph without nodes says so")
  func emptyGraph() throws {
    folder.write("empty.json", #"{"nodes":[],"edges":[]}"#)
    #expect(
      try Tool.run(["neighbours", "x", "--graph", "empty.json"], in: folder)
        == .init(
          error: "relata: no entity of the graph is called \"x\"; the graph has no nodes\n",
          status: 1))
  }

  static let notOurs = "it is no graph.json as `relata build` writes it"

  /// A graph with one node twice, or with one node and a tie.
  static func graph(_ nodes: [String], _ ties: [String] = []) -> String {
    let (nodes, ties) = (nodes.joined(separator: ","), ties.joined(separator: ","))
    return "{\"nodes\":[\(nodes)],\"edges\":[\(ties)]}"
  }

  static let broken: [(json: String, reason: String)] = [
    ("", notOurs), ("{", notOurs), ("[]", notOurs),
    (#"{"nodes":[{"id":1}],"edges":[]}"#, notOurs),
    (String(repeating: "[", count: 100_000), notOurs),
    (graph([node("a", "A"), node("a", "B")]), #"node "a" stands twice"#),
    (
      graph([node("a", "A")], [tie("a", "q", 1, "")]),
      #"edge "a", "q" is doubled or ties no two nodes"#
    ),
    (
      graph([node("a", "A")], [tie("a", "a", 1, "")]),
      #"edge "a", "a" is doubled or ties no two nodes"#
    ),
  ]

  @Test("a broken graph is refused in one line", arguments: broken)
  func refused(json: String, reason: String) throws {
    folder.write("broken.json", json)
    let outcome = try Tool.run(["neighbours", "a", "--graph", "broken.json"], in: folder)
    let message =
      "relata: cannot read the graph \"broken.json\": \(reason); write one with `relata build INPUT`\n"
    #expect(outcome == .init(error: message, status: 1))
  }
}
