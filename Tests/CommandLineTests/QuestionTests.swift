import Foundation
import Testing

@Suite("questions to a workspace")
struct QuestionTests {
  let folder = Samples.folder()

  init() throws {
    let records = [
      ("a", "2023-05-01", "north", "Ann Lee met the Harbour Office. The Aurora left."),
      ("b", "2023-06-02", "south", "“Ann Lee met the Harbour Office”. Ann Lee saw the Aurora."),
      ("c", "2024-01-03", "north", "Ann Lee met the Harbour Office! Norland saw Ann Lee."),
      ("d", "", "", "Norland saw the Aurora."),
    ]
    let lines = records.map { id, date, source, text in
      let fields = ["id": id, "date": date, "source": source, "text": text].filter { !$1.isEmpty }
      let data = try? JSONSerialization.data(withJSONObject: fields)
      return String(decoding: data ?? Data(), as: UTF8.self) + "\n"
    }
    folder.write("in.jsonl", lines.joined())
    #expect(try Tool.run(["build", "in.jsonl", "-q"] + Samples.only, in: folder) == .init())
  }

  private func csv(_ arguments: [String]) throws -> [String] {
    let outcome = try Tool.run(arguments + ["--format", "csv"], in: folder)
    #expect(outcome.status == 0, "\(outcome)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test("evidence shows each sentence once, with its repeats and their sources")
  func evidence() throws {
    let rows = try csv(["evidence", "ann lee", "HO"])
    #expect(rows[0] == "document,date,source,start,end,repeats,sources,before,text,after")
    #expect(
      rows.dropFirst() == [
        "a,2023-05-01,north,0,31,2,\"north, south\",,Ann Lee met the Harbour Office.,"
      ])
    #expect(try csv(["evidence", "Lee", "harbour office", "--since", "2024"]).count == 2)
    #expect(try csv(["evidence", "Ann Lee", "--of-source", "south"]).count == 3)
    let around = try csv(["evidence", "Aurora", "Ann Lee", "--context", "4"])
    #expect(around.last == "b,2023-06-02,south,34,57,0,south,e”. ,Ann Lee saw the Aurora.,")
  }

  @Test("a timeline counts mentions, or sentences with both, and says what is undated")
  func timeline() throws {
    #expect(
      try csv(["timeline", "Ann Lee", "--by", "year"]) == [
        "year,first,last,mentions,documents", "2023,2023-01-01,2023-12-31,3,2",
        "2024,2024-01-01,2024-12-31,2,1",
      ])
    let both = try csv(["timeline", "Ann Lee", "Harbour Office", "--by", "month"])
    #expect(both.count == 2)
    #expect(both.last == "2023-05,2023-05-01,2023-05-31,1,1")
    let undated = try Tool.run(["timeline", "Aurora"], in: folder)
    #expect(undated.errorLines == ["1 in documents without a date that fits a month"])
  }

  @Test("two periods are compared, greatest change first")
  func compare() throws {
    let rows = try csv(["compare", "2023", "2024"])
    #expect(rows[0] == "change,source,source_name,target,target_name,before,after")
    #expect(
      Set(rows.dropFirst()) == [
        "appeared,country/norland,Norland,person/ann-lee,Ann Lee,0,1",
        "vanished,person/ann-lee,Ann Lee,ship/aurora,Aurora,1,0",
      ])
    let same = ["compare", "exports/relata.sqlite", "exports/relata.sqlite"]
    #expect(try csv(same).count == 1)
    #expect(try csv(["compare", "2023", "2024", "--nodes", "--change", "grew"]).count == 1)
    #expect(try Tool.run(["compare", "2023", "none.sqlite"], in: folder).status == 2)
    #expect(try Tool.run(["compare", "x.sqlite", "y.sqlite"], in: folder).status == 1)
  }

  @Test("neighbours and paths of some documents only")
  func ranges() throws {
    let all = try csv(["neighbours", "Ann Lee"])
    #expect(all.count == 4)
    let early = try csv(["neighbours", "Ann Lee", "--until", "2023"])
    #expect(early.dropFirst().map { $0.split(separator: ",")[2] } == ["Harbour Office", "Aurora"])
    #expect(try csv(["path", "Norland", "Harbour Office", "--since", "2024"]).count == 3)
    let none = try Tool.run(["path", "Norland", "HO", "--until", "2023"], in: folder)
    #expect(none.output.isEmpty)
    let file = ["neighbours", "Ann Lee", "--graph", "exports/graph.json", "--since", "2024"]
    #expect(try Tool.run(file, in: folder).status == 1)
  }

  @Test("the sentence of a tie is the one that is repeated most")
  func strongest() throws {
    let rows = try csv(["neighbours", "Harbour Office"])
    #expect(rows.last?.hasSuffix(",Ann Lee met the Harbour Office.") == true)
  }

  @Test("search finds sentences, and keeps up with builds")
  func search() throws {
    #expect(try csv(["search", "harbour"]).count == 4)
    #expect(try csv(["search", "saw", "\"the aurora\""]).count == 3)
    folder.write("more.jsonl", #"{"id":"e","text":"A harbour more."}"# + "\n")
    #expect(try Tool.run(["build", "more.jsonl", "-q"] + Samples.only, in: folder) == .init())
    #expect(try csv(["search", "harb*"]).count == 5)
  }

  @Test("stats tell what the workspace holds")
  func statistics() throws {
    let rows = try csv(["stats"])
    for row in ["documents,4", "dated documents,3", "sources,2", "ties,4", "repeats among them,2"] {
      #expect(rows.contains(row), "\(row) in \(rows)")
    }
  }

  @Test("an export is the file that the build wrote, attributes and places included")
  func export() throws {
    let files = [
      "graphml": "graph.graphml", "gexf": "graph.gexf", "dot": "graph.dot", "json": "graph.json",
      "html": "graph.html",
    ]
    for (format, file) in files {
      #expect(
        try Tool.run(["export", "-f", format], in: folder).output
          == folder.text("exports/\(file)"), "\(file)")
    }
  }

  static let odd = [
    "'; DROP TABLE entities; --", "\" OR 1=1", "%", "_", "*", "Ann%", "\u{202E}nnA", "💥",
    String(repeating: "a", count: 10_000), String(repeating: "Ann Lee ", count: 2000), "\\", "a\nb",
  ]

  @Test("whatever is asked, there is an answer or one line", arguments: odd)
  func hostile(name: String) throws {
    let questions = [
      ["neighbours", name], ["path", name, "Ann Lee"], ["path", "Ann Lee", name],
      ["evidence", name], ["evidence", "Ann Lee", name], ["common", "Ann Lee", name],
      ["timeline", name], ["timeline", "Ann Lee", name], ["search", name], ["compare", name, name],
      ["rank", "--kind", name], ["communities", "--kind", name],
      ["evidence", "Ann Lee", "--of-source", name], ["neighbours", "Ann Lee", "--of-source", name],
    ]
    for question in questions {
      let outcome = try Tool.run(question, in: folder)
      #expect(outcome.status == 0 || outcome.errorLines.count == 1, "\(question[0]): \(outcome)")
      #expect([0, 1].contains(outcome.status), "\(question[0])")
    }
    #expect(try csv(["stats"]).contains("ties,4"))
  }
}
