import Foundation
import Testing

@Suite("dates and slices")
struct DateTests {
  let folder = WorkFolder()

  static let lines = [
    #"{"id":"a","date":"2024-06-19T23:30:00-04:00","text":"Vladimir Putin met Kim Jong Un."}"#,
    #"{"id":"b","date":"20 July 2024","text":"Vladimir Putin met Xi Jinping."}"#,
    #"{"id":"c","date":"2024","text":"Xi Jinping met Kim Jong Un."}"#,
    #"{"id":"d","text":"Xi Jinping met Kim Jong Un, they said."}"#,
    #"{"id":"e","date":"03/04/2024","text":"Vladimir Putin met Kim Jong Un again."}"#,
  ].joined(separator: "\n")

  init() { folder.write("news.jsonl", Self.lines) }

  private func documents(_ name: String = "exports") -> Set<String> {
    Set(
      folder.lines(name + "/evidence.jsonl").compactMap { line in
        line.firstRange(of: "\"document\":\"").map { String(line[$0.upperBound...].prefix(1)) }
      })
  }

  @Test("the summary says how many documents are dated, and of which days")
  func summary() throws {
    let outcome = try Tool.run(["build", "news.jsonl"], in: folder)
    #expect(outcome.status == 0)
    #expect(
      outcome.errorLines.first
        == "news.jsonl:5: the date \"03/04/2024\" can be of two days; say --date-order dmy or --date-order mdy"
    )
    #expect(outcome.error.contains("; 3 dated, 2024-01-01 to 2024-12-31; 0 documents skipped"))
    let strict = try Tool.run(["build", "news.jsonl", "--strict", "-q"], in: folder)
    #expect(strict.status == 1)
    let told = try Tool.run(
      ["build", "news.jsonl", "--strict", "-q", "--date-order", "dmy"], in: folder)
    #expect(told == .init())
    #expect(folder.text("exports/edges.csv")?.contains(",2024-01-01,2024-12-31,") == true)
  }

  @Test(
    "documents are kept by their dates",
    arguments: [
      (["--since", "2024-06-19"], "ab"), (["--since", "2024-06-20"], "b"),
      (["--until", "2024-06-19"], "a"), (["--until", "2024-06"], "a"),
      (["--since", "2024"], "abc"), (["--since", "2024-07", "--until", "2024-07"], "b"),
      (["--since", "2024-07", "--undated"], "bcde"),
      (["--since", "2024-07", "--undated", "--date-order", "mdy"], "bcd"),
      (["--until", "2024-06", "--date-order", "mdy"], "ae"),
    ])
  func filters(options: [String], expected: String) throws {
    let outcome = try Tool.run(["build", "news.jsonl", "-q"] + options, in: folder)
    #expect(outcome == .init())
    #expect(documents() == Set(expected.map(String.init)), "\(options)")
  }

  @Test("what is left out is counted, and a run that leaves all out writes nothing")
  func leftOut() throws {
    let some = try Tool.run(["build", "news.jsonl", "--since", "2024-07"], in: folder)
    #expect(
      some.error.contains(
        "1 document, 0.0 kB, 0.0 MB/s; 1 dated, 2024-07-20 to 2024-07-20; 1 outside the dates asked for and 3 undated left out; 0 documents skipped"
      ) || some.error.contains("; 1 outside the dates asked for and 3 undated left out; 0 doc"))
    let none = try Tool.run(["build", "news.jsonl", "-o", "none", "--since", "2030"], in: folder)
    #expect(none.status == 1)
    #expect(
      none.errorLines.last
        == "relata: no document is of the dates asked for; 3 documents outside, 2 undated (--undated keeps these); nothing was written"
    )
    #expect(folder.names("none") == nil)
  }

  @Test("another field may hold the date")
  func field() throws {
    folder.write("t.csv", "text,seen\nVladimir Putin met Xi Jinping.,2024-06-19\n")
    _ = try Tool.run(["build", "t.csv", "-q", "--date-field", "seen"], in: folder)
    #expect(folder.text("exports/nodes.csv")?.contains(",2024-06-19,2024-06-19,") == true)
  }

  @Test("slices have folders of their own, a table, and the ids and places of the whole")
  func slices() throws {
    let outcome = try Tool.run(["build", "news.jsonl", "--by", "month"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("\n2 slices by month, 3 documents in none\n"))
    #expect(folder.names("exports/by-month") == ["2024-06", "2024-07", "slices.csv"])
    #expect(
      folder.names("exports/by-month/2024-06")
        == BuildTests.files.filter { !$0.hasSuffix(".jsonl") })
    #expect(
      folder.text("exports/by-month/slices.csv") == """
        slice,first,last,documents,mentions,nodes,ties,count,repeats
        2024-06,2024-06-01,2024-06-30,1,2,2,1,1,0
        2024-07,2024-07-01,2024-07-31,1,2,2,1,1,0

        """)
    func places(_ name: String) throws -> [String: [Double]] {
      struct File: Decodable {
        struct Node: Decodable {
          var id: String
          var x, y, size: Double
        }
        var nodes: [Node]
      }
      let file = try JSONDecoder().decode(File.self, from: Data(folder.bytes(name) ?? []))
      return Dictionary(uniqueKeysWithValues: file.nodes.map { ($0.id, [$0.x, $0.y, $0.size]) })
    }
    let whole = try places("exports/graph.json")
    let part = try places("exports/by-month/2024-07/graph.json")
    #expect(part.keys.sorted() == ["person/vladimir-putin", "person/xi-jinping"])
    for (id, place) in part { #expect(whole[id] == place) }
    // The tie of these two is the last of the whole.
    #expect(
      folder.text("exports/by-month/2024-07/graph.graphml")?.contains("<edge id=\"e2\"") == true)
  }

  @Test("slices of an earlier run that were not renewed are named")
  func leftovers() throws {
    _ = try Tool.run(["build", "news.jsonl", "-q", "--by", "month"], in: folder)
    let shorter = try Tool.run(
      ["build", "news.jsonl", "--by", "month", "--since", "2024-07"], in: folder)
    #expect(
      shorter.error.contains(
        "exports/: of an earlier run, and not renewed: by-month/2024-06; delete"))
    let other = try Tool.run(["build", "news.jsonl", "--by", "year"], in: folder)
    #expect(other.error.contains("not renewed: by-month/; delete"))
  }

  @Test("a link in the place of a slice's folder is refused, and what it leads to stays as it is")
  func link() throws {
    folder.makeFolder("elsewhere")
    folder.makeFolder("exports/by-month")
    symlink(folder.path(of: "elsewhere"), folder.path(of: "exports/by-month/2024-07"))
    let outcome = try Tool.run(["build", "news.jsonl", "-q", "--by", "month"], in: folder)
    #expect(
      outcome
        == .init(
          error:
            "relata: cannot write \"exports/by-month/2024-07\": it is a symbolic link; take it away, or name another output folder\n",
          status: 1))
    #expect(folder.names("elsewhere") == [])
    #expect(folder.names("exports") == ["by-month"])
  }

  @Test(
    "what is no date is refused in one line",
    arguments: [
      (
        ["--since", "yesterday"],
        "\"yesterday\" is no date; give a year, month or day such as 2024-06-19"
      ),
      (["--since", "2024-13"], "\"2024-13\" is no date"),
      (["--until", "2023-02-30"], "is no date"),
      (
        ["--until", String(repeating: "1", count: 10_000)],
        "1…\" is no date"
      ),
      (
        ["--since", "2025", "--until", "2024"], "--since 2025 is behind --until 2024; exchange them"
      ),
      (["--undated"], "--undated has no meaning without --since or --until"),
      (["--by", "hour"], "'day', 'week', 'month', 'quarter' or 'year'"),
      (["--date-order", "ymd"], "'dmy' and 'mdy'"),
    ])
  func refused(options: [String], reason: String) throws {
    let outcome = try Tool.run(["build", "news.jsonl"] + options, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains(reason), "\(outcome.error.prefix(500))")
    #expect(folder.names() == ["news.jsonl"])
  }
}
