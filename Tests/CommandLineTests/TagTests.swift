import Foundation
import Testing

@Suite("relata tag")
struct TagTests {
  let folder = Samples.folder()

  static let brat = """
    T1\tperson 0 7\tAnn Lee
    N1\tReference T1 relata:person/ann-lee\tAnn Lee
    T2\torganisation 16 30\tHarbour Office
    N2\tReference T2 relata:organisation/ho\tHarbour Office
    T3\torganisation 36 38\tHO
    N3\tReference T3 relata:organisation/ho\tHarbour Office
    T4\tship 48 54\tAurora
    N4\tReference T4 relata:ship/aurora\tAurora
    T5\tcountry 59 68\tNorlander
    N5\tReference T5 relata:country/norland\tNorland
    T6\tperson 80 83\tLee
    N6\tReference T6 relata:person/ann-lee\tAnn Lee

    """

  static let marked = """
    [[Ann Lee|person/ann-lee]] met the [[Harbour Office|organisation/ho]].
    The [[HO|organisation/ho]] said the [[Aurora|ship/aurora]] — a [[Norlander|country/norland]] \
    ship — was [[Lee|person/ann-lee]]’s.

    """

  static let tsv = """
    document\tstart\tend\ttext\tentity\tkind\tform\trule\tconfidence\tsentence
    note.txt\t0\t7\tAnn Lee\tperson/ann-lee\tperson\tpreferred\texact\t1.0\t0
    note.txt\t16\t30\tHarbour Office\torganisation/ho\torganisation\tpreferred\texact\t1.0\t0
    note.txt\t36\t38\tHO\torganisation/ho\torganisation\tabbreviation\texact\t0.95\t1
    note.txt\t48\t54\tAurora\tship/aurora\tship\tpreferred\texact\t1.0\t1
    note.txt\t59\t68\tNorlander\tcountry/norland\tcountry\tdemonym\tdemonym\t0.95\t1
    note.txt\t80\t83\tLee\tperson/ann-lee\tperson\tshort\tshort\t0.9\t1

    """

  static let conll = """
    # document = note.txt
    Ann\tB-person\tperson/ann-lee
    Lee\tI-person\tperson/ann-lee
    met\tO\t_
    the\tO\t_
    Harbour\tB-organisation\torganisation/ho
    Office\tI-organisation\torganisation/ho
    .\tO\t_

    The\tO\t_
    HO\tB-organisation\torganisation/ho
    said\tO\t_
    the\tO\t_
    Aurora\tB-ship\tship/aurora
    —\tO\t_
    a\tO\t_
    Norlander\tB-country\tcountry/norland
    ship\tO\t_
    —\tO\t_
    was\tO\t_
    Lee\tB-person\tperson/ann-lee
    ’\tO\t_
    s\tO\t_
    .\tO\t_


    """

  /// The rows of `tsv` as lines of JSON.
  static let jsonl = tsv.split(separator: "\n").dropFirst().map { row in
    let cells = row.split(separator: "\t")
    return """
      {"document":"\(cells[0])","start":\(cells[1]),"end":\(cells[2]),"text":"\(cells[3])",\
      "entity":"\(cells[4])","kind":"\(cells[5])","form":"\(cells[6])","rule":"\(cells[7])",\
      "confidence":\(cells[8]),"sentence":\(cells[9])}

      """
  }.joined()

  @Test(
    "each format has its lines",
    arguments: [
      ("text", marked), ("tsv", tsv), ("conll", conll), ("brat", brat), ("jsonl", jsonl),
    ])
  func formats(format: String, expected: String) throws {
    let outcome = try Tool.run(
      ["tag", "note.txt", "--format", format] + Samples.only, in: folder)
    #expect(outcome == .init(output: expected))
  }

  @Test("standard input is read, and called stdin")
  func standardInput() throws {
    let outcome = try Tool.run(
      ["tag", "-", "-f", "tsv"] + Samples.only, in: folder, input: Samples.note)
    #expect(
      outcome == .init(output: Self.tsv.replacing("note.txt\t", with: "stdin\t")))
  }

  @Test("signs of the text are told from those of the marks")
  func brackets() throws {
    let text = #"[Ann Lee](x), [[Lee|y]] and a\[b\] \ | [sic]"# + "\n"
    let marked =
      #"\[[[Ann Lee|person/ann-lee]]\](x), \[\[[[Lee|person/ann-lee]]|y\]\] and a\\\[b\\\] \\ | \[sic\]"#
      + "\n"
    let outcome = try Tool.run(["tag", "-"] + Samples.only, in: folder, input: text)
    #expect(outcome == .init(output: marked))
    // A name with such signs, in a mark.
    folder.write("odd.tsv", "id\tkind\tname\nship/[x]|y\tship\tAurora [II]\n")
    let odd = try Tool.run(
      ["tag", "-", "--no-shipped", "-g", "odd.tsv"], in: folder, input: "The Aurora [II sank.\n")
    #expect(odd == .init(output: #"The [[Aurora \[II|ship/\[x\]\|y]] sank."# + "\n"))
  }

  @Test("code in Markdown is left out of tagging, and offsets count it")
  func markdown() throws {
    folder.write("a.md", "Ann Lee `Aurora` met\n\n```\nThe Aurora\n```\n\nLee and the Aurora.\n")
    let outcome = try Tool.run(["tag", "a.md", "-f", "tsv"] + Samples.only, in: folder)
    let rows = outcome.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t")[1...3].joined(separator: " ")
    }
    #expect(rows == ["0 7 Ann Lee", "42 45 Lee", "54 60 Aurora"])
    #expect(try Tool.run(["build", "a.md", "-q"] + Samples.only, in: folder) == .init())
    #expect(folder.lines("exports/mentions.jsonl").count == 3)
    #expect(folder.text("exports/evidence.jsonl")?.contains("Lee and the Aurora.") == true)
  }

  @Test("annotations quote the text and tell its place, as a list in JSON")
  func annotations() throws {
    let text = "Ünal met Ann Lee 😀. The Aurora left.\n"
    folder.write("b c#1.txt", text)
    func read(_ arguments: [String], input: String = "") throws -> [[String: Any]] {
      let outcome = try Tool.run(
        ["tag", "-f", "annotations"] + arguments, in: folder, input: input)
      return try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    }
    let inputs = ["note.txt", "b c#1.txt"]
    let found = try read(inputs + Samples.only)
    #expect(found.count == 8)
    #expect(Set(found.compactMap { $0["id"] as? String }).count == 8)
    let scalars = Array(text.unicodeScalars)
    for (annotation, name) in zip(found.suffix(2), ["Ann Lee", "Aurora"]) {
      #expect(annotation["@context"] as? String == "http://www.w3.org/ns/anno.jsonld")
      let target = try #require(annotation["target"] as? [String: Any])
      #expect(target["source"] as? String == "b%20c%231.txt")
      let selectors = try #require(target["selector"] as? [[String: Any]])
      let start = try #require(selectors[1]["start"] as? Int)
      let end = try #require(selectors[1]["end"] as? Int)
      let quote = try #require(selectors[0] as? [String: String])
      #expect(quote["exact"] == name)
      func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range]))
      }
      #expect(text(start..<end) == name)
      #expect(quote["prefix"] == text(max(0, start - 32)..<start))
      #expect(quote["suffix"] == text(end..<min(scalars.count, end + 32)))
    }
    let bodies = try #require(found[0]["body"] as? [[String: String]])
    #expect(bodies.map { $0["value"] } == ["person/ann-lee", "Ann Lee", "person"])
    #expect(try read(["-"] + Samples.only, input: "Nobody.").isEmpty)
    let again = try read(inputs + Samples.only)
    #expect(again as NSArray == found as NSArray)
    let files = ["tag", "note.txt", "b c#1.txt", "-f", "annotations", "-o", "out"]
    #expect(try Tool.run(files + Samples.only, in: folder) == .init())
    #expect(folder.names("out") == ["b c#1.jsonld", "note.jsonld"])
    for name in ["b c#1.jsonld", "note.jsonld"] {
      let bytes = try #require(folder.bytes("out/" + name))
      #expect(try JSONSerialization.jsonObject(with: Data(bytes)) is [Any])
    }
  }

  @Test("a file for each document goes into a folder")
  func folders() throws {
    let outcome = try Tool.run(
      ["tag", "note.txt", "-f", "brat", "-o", "brat"] + Samples.only, in: folder)
    #expect(outcome == .init())
    #expect(folder.names("brat") == ["note.ann", "note.txt"])
    #expect(folder.text("brat/note.ann") == Self.brat)
    #expect(folder.text("brat/note.txt") == Samples.note)
  }

  @Test("documents whose file names would be the same get different ones, again and again")
  func distinctNames() throws {
    let long = String(repeating: "長", count: 200)
    let ids = ["a/b", "a_b", "A_B", "a_b.txt", "..", "", long + "1", long + "2"]
    folder.write("in.jsonl", ids.map { "{\"id\":\"\($0)\",\"text\":\"Lee\"}\n" }.joined())
    for _ in 0..<2 {
      let outcome = try Tool.run(
        ["tag", "in.jsonl", "-f", "tsv", "-o", "out"] + Samples.only, in: folder)
      #expect(outcome.status == 0)
      let cut = String(repeating: "長", count: 53)
      let names = ["A_B~3", "_..", "a_b", "a_b~2", "a_b~4", "in.jsonl#6", cut, cut + "~2"]
      #expect(Set(folder.names("out") ?? []) == Set(names.map { $0 + ".tsv" }))
    }
  }

  @Test("no colours in a pipe")
  func noColours() throws {
    let outcome = try Tool.run(
      ["tag", "note.txt"] + Samples.only, in: folder, environment: ["CLICOLOR": "1"])
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test("a closed pipe ends quietly, even where the parent had that signal ignored")
  func closedPipe() throws {
    folder.write("big.txt", String(repeating: Samples.note, count: 20_000))
    for trap in ["", "trap '' PIPE; "] {
      let line = "\(trap)$relata tag big.txt --no-shipped -g names.tsv | head -n 1"
      #expect(
        try Tool.shell(line, in: folder)
          == .init(
            output: "[[Ann Lee|person/ann-lee]] met the [[Harbour Office|organisation/ho]].\n"))
    }
  }

  #if os(Linux)
    @Test("a full standard output is an error that says so")
    func fullOutput() throws {
      let line = "$relata tag note.txt --no-shipped -g names.tsv > /dev/full"
      #expect(
        try Tool.shell(line, in: folder)
          == .init(
            error: "relata: cannot write \"standard output\": No space left on device\n", status: 1)
      )
    }
  #endif

  @Test("--languages adds names of countries in other languages; without it they are plain words")
  func languages() throws {
    let text = "Россия и Frankreich.\n"
    func tag(_ options: [String]) throws -> Tool.Outcome {
      try Tool.run(["tag", "-"] + options, in: folder, input: text)
    }
    #expect(try tag([]).output == text)
    #expect(try tag(["--languages", "ru"]).output == "[[Россия|country/RU]] и Frankreich.\n")
    #expect(
      try tag(["--languages", "all"]).output
        == "[[Россия|country/RU]] и [[Frankreich|country/FR]].\n")
    let unknown = try tag(["--languages", "ru,tlh"])
    #expect(unknown.status == 1)
    #expect(
      unknown.errorLines.first?.hasPrefix("relata: no gazetteer has names in tlh; there are: ar, ")
        == true)
    #expect(try tag(["--languages", ""]).status == 2)
  }
}
