import Foundation
import Testing

@Suite("relata evaluate")
struct EvaluateTests {
  let folder = Samples.folder()

  private static let passages = Tool.root + "/Tests/RecognitionTests/Fixtures/passages.tsv"
  private static let shipped = ["RELATA_GAZETTEERS": Tool.root + "/gazetteers"]

  static let gold = """
    name\tpassage
    one\t[[Ann Lee|person/ann-lee]] met [[Bo|person/bo]].
    two\tThe [[HO|organisation/ho]] of Norland.

    """

  static let table = """
    group  name          precision  recall     f1  right  found  gold
    all    all               0.666   0.666  0.666      2      3     3
    kind   country           0.000                     0      1     0
    kind   organisation      1.000   1.000  1.000      1      1     1
    kind   person            1.000   0.500  0.666      1      1     2
    form   abbreviation      1.000                     1      1
    form   preferred         0.500                     1      2
    rule   exact             0.666                     2      3

    2 differences
    gold.tsv:2:38: missed person/bo, which no gazetteer lists: Ann Lee met [Bo].
    gold.tsv:3:35: false country/norland (preferred, exact): The HO of [Norland].

    """

  @Test("scores and differences are printed, notes go to standard error")
  func printsTable() throws {
    folder.write("gold.tsv", Self.gold)
    let outcome = try Tool.run(["evaluate", "gold.tsv"] + Samples.only, in: folder)
    #expect(outcome.output == Self.table)
    #expect(
      outcome.errorLines == [
        "1 gold mention that no gazetteer lists counted as missed; --listed-only leaves them out",
        "the gold has no country, so 1 given mention counts as false; --kind says what to compare",
      ])
    #expect(outcome.status == 0)
  }

  @Test("differences alone go to a spreadsheet")
  func printsDifferences() throws {
    folder.write("gold.tsv", Self.gold)
    let outcome = try Tool.run(
      ["evaluate", "gold.tsv", "--differences", "-f", "csv", "-q"] + Samples.only, in: folder)
    #expect(
      outcome
        == .init(
          output: """
            sort,document,file,line,column,expected,given,form,rule,listed,before,text,behind
            missed,one,gold.tsv,2,38,person/bo,,,,no,Ann Lee met ,Bo,.
            false,two,gold.tsv,3,35,,country/norland,preferred,exact,yes,The HO of ,Norland,.

            """))
  }

  @Test("JSON holds the scores, as many differences as asked for, and the notes")
  func printsJSON() throws {
    folder.write("gold.tsv", Self.gold)
    let outcome = try Tool.run(
      ["evaluate", "gold.tsv", "-f", "json", "--show", "1", "-q"] + Samples.only, in: folder)
    let page = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(page?["documents"] as? Int == 2)
    #expect((page?["scores"] as? [Any])?.count == 7)
    #expect((page?["differences"] as? [Any])?.count == 1)
    #expect((page?["notes"] as? [Any])?.count == 2)
  }

  @Test("F1 below the bar is status 1")
  func keepsBar() throws {
    folder.write("gold.tsv", Self.gold)
    for (bar, status) in [("0.66", Int32(0)), ("0.67", 1)] {
      let outcome = try Tool.run(
        ["evaluate", "gold.tsv", "--at-least", bar, "-q"] + Samples.only, in: folder)
      #expect(outcome.status == status)
      #expect(outcome.error == (status == 0 ? "" : "relata: F1 is 0.666, below 0.67\n"))
    }
  }

  @Test("what the tool tags, in any format, it finds again", arguments: ["brat", "conll", "jsonl"])
  func readsOwnOutput(format: String) throws {
    let arguments = ["tag", "note.txt", "-f", format] + Samples.only
    let names = ["brat": "out/note.ann", "conll": "out/note.conll", "jsonl": "out/note.jsonl"]
    #expect(try Tool.run(arguments + ["-o", "out"], in: folder).status == 0)
    let inputs = format == "jsonl" ? ["note.txt"] : []
    let outcome = try Tool.run(
      ["evaluate", names[format] ?? ""] + inputs + ["--at-least", "1"] + Samples.only, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(
      outcome.output.contains("all    all               1.000   1.000  1.000      6      6     6"))
  }

  @Test("the marked passages that ship with the tests have an F1 of 0.98 at least, by kind")
  func readsPassages() throws {
    let outcome = try Tool.run(
      ["evaluate", Self.passages, "-f", "csv", "--at-least", "0.98"], in: folder,
      environment: Self.shipped)
    #expect(outcome.status == 0, "\(outcome)")
    var shares: [String: Double] = [:]
    for line in outcome.output.split(separator: "\n") where line.hasPrefix("kind,") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      shares[String(cells[1])] = Double(cells[4])
    }
    #expect(Set(shares.keys) == ["country", "organisation", "person"])
    for (kind, share) in shares { #expect(share >= 0.98, "\(kind)") }
  }

  @Test(
    "what cannot be done is said in one line",
    arguments: [
      (["gold.tsv", "note.txt"], "relata: gold.tsv holds its own texts; leave the inputs out"),
      (
        ["gold.jsonl"],
        "relata: the gold holds no texts; name the files or folders that hold them behind it"
      ),
      (
        ["gold.jsonl", "note.txt"],
        "relata: the gold names the document \"other.txt\", which no input holds; name the inputs by which it was annotated"
      ),
      (
        ["empty"],
        "relata: empty holds no gold annotations; give .ann, .conll, .jsonl or .tsv files, or state --gold-format"
      ),
      (
        ["nowhere"], "relata: cannot read \"nowhere\": No such file or directory"
      ),
    ])
  func saysWhatCannotBeDone(arguments: [String], line: String) throws {
    folder.write("gold.tsv", Self.gold)
    folder.write("gold.jsonl", #"{"document":"other.txt","start":0,"end":3,"kind":"person"}"#)
    folder.makeFolder("empty")
    let outcome = try Tool.run(["evaluate"] + arguments + Samples.only, in: folder)
    #expect(outcome == .init(error: line + "\n", status: 1))
  }

  @Test("faults of the gold are listed, and nothing is printed")
  func listsFaults() throws {
    folder.write("gold.tsv", "name\tpassage\na\tA [[mark.\nb\n")
    let outcome = try Tool.run(["evaluate", "gold.tsv"] + Samples.only, in: folder)
    #expect(
      outcome
        == .init(
          error: """
            gold.tsv:2:5: error: the mark that opens here is not [[text|entity]]; correct it
            gold.tsv:3:1: error: the line has no tab; write a name, a tab, and the marked passage
            relata: nothing was evaluated: correct 2 errors first

            """, status: 1))
  }

  @Test(
    "wrong options are wrong usage",
    arguments: [["--map", "GPE"], ["--show", "-1"], ["--at-least", "2"], ["--tag-column", "0"]])
  func refusesOptions(arguments: [String]) throws {
    #expect(try Tool.run(["evaluate", "note.txt"] + arguments, in: folder).status == 2)
  }
}
