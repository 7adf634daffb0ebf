import Testing

@Suite("relata gazetteer suggest")
struct SuggestTests {
  let folder = Samples.folder()

  static let text = """
    Marta Lindqvist met Ann Lee in Sarn. Mrs. Lindqvist said that Sarn was cold.

    """

  @Test("the rows are a gazetteer that check accepts and tag uses")
  func makesGazetteer() throws {
    folder.write("news.txt", Self.text)
    let outcome = try Tool.run(["gazetteer", "suggest", "news.txt"] + Samples.only, in: folder)
    #expect(
      outcome
        == .init(
          output: """
            id\tkind\tname\taliases\tabbreviations\tshort\tcount\tdocuments\twhy\tneighbours\tspellings\texample\tdocument
            person/marta-lindqvist\tperson\tMarta Lindqvist\t\t\t\t2\t1\thonorific before 1; last word by itself 1; verb of speech beside 2\tAnn Lee 1\tMarta Lindqvist; Lindqvist\tMarta Lindqvist met Ann Lee in Sarn.\tnews.txt
            place/sarn\tplace\tSarn\t\t\t\t2\t1\tpreposition of places before 1\tAnn Lee 1\tSarn\tMarta Lindqvist met Ann Lee in Sarn.\tnews.txt

            """, error: "1 document, 2 suggestions\n"))
    folder.write("new.tsv", outcome.output)
    let check = try Tool.run(["gazetteer", "check", "new.tsv", "--strict"], in: folder)
    #expect(check.output == "")
    #expect(check.status == 0)
    let tag = try Tool.run(
      ["tag", "news.txt", "-g", "new.tsv"] + Samples.only, in: folder)
    #expect(tag.output.hasPrefix("[[Marta Lindqvist|person/marta-lindqvist]] met [[Ann Lee|"))
  }

  @Test("kinds, counts and numbers of suggestions can be limited; other formats are there")
  func limits() throws {
    folder.write("news.txt", Self.text)
    func names(_ arguments: [String]) throws -> [String] {
      let outcome = try Tool.run(
        ["gazetteer", "suggest", "news.txt", "-q"] + arguments + Samples.only, in: folder)
      #expect(outcome.status == 0)
      return outcome.output.split(separator: "\n").dropFirst().map { row in
        String(row.split(separator: "\t", omittingEmptySubsequences: false)[2])
      }
    }
    #expect(try names(["--kind", "place"]) == ["Sarn"])
    #expect(try names(["--top", "1"]) == ["Marta Lindqvist"])
    #expect(try names(["--min-count", "3"]) == [])
    for format in ["table", "json", "csv"] {
      let outcome = try Tool.run(
        ["gazetteer", "suggest", "news.txt", "-q", "-f", format] + Samples.only, in: folder)
      #expect(outcome.output.contains("Marta Lindqvist"))
    }
  }

  @Test("more names than may be kept are read twice, and the threshold is said; a pipe cannot be")
  func keepsMemory() throws {
    folder.write("news.txt", Self.text)
    let arguments = ["--candidates", "1"] + Samples.only
    let outcome = try Tool.run(["gazetteer", "suggest", "news.txt"] + arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("more than 1 different names: those that stand less than"))
    let pipe = try Tool.run(
      ["gazetteer", "suggest", "-"] + arguments, in: folder, input: Self.text)
    #expect(
      pipe
        == .init(
          error:
            "relata: standard input holds more than 1 names and cannot be read a second time; give files, or raise --candidates\n",
          status: 1))
  }

  @Test(
    "wrong options are wrong usage",
    arguments: [["--min-count", "0"], ["--top", "0"], ["--candidates", "0"], ["-f", "brat"]])
  func refusesOptions(arguments: [String]) throws {
    #expect(try Tool.run(["gazetteer", "suggest", "note.txt"] + arguments, in: folder).status == 2)
  }
}
