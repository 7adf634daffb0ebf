import Gazetteers
import TestSupport
import Testing

@testable import Relata

/// Compares the mentions of a small gazetteer with marks.
@Suite struct EvaluationTests {
  static let lexicon: Lexicon = {
    let table = """
      id\tkind\tname\tabbreviations\tdemonyms\tshort
      person/ann-lee\tperson\tAnn Lee\t\t\t
      organisation/ho\torganisation\tHarbour Office\tHO\t\t
      country/norland\tcountry\tNorland\t\tNorlander\t
      country/sudland\tcountry\tSudland\t\tSudlander\t

      """
    return Lexicon([Gazetteer(path: "names.tsv", bytes: Array(table.utf8).span)])
  }()

  private func evaluate(
    _ marked: String, _ change: (inout EvaluationOptions) -> Void = { _ in }
  ) throws -> Evaluation {
    var findings: [GoldFinding] = []
    let documents = MarkedGold.read(
      Array(marked.utf8), path: "gold.txt", name: "gold.txt", into: &findings)
    #expect(findings == [])
    var options = EvaluationOptions()
    change(&options)
    return try EvaluationJob(Self.lexicon, options: options).run(documents, inputs: [])
  }

  private func score(_ evaluation: Evaluation, _ group: ScoreRow.Group, _ name: String) -> [Int]? {
    evaluation.scores.first { $0.group == group && $0.name == name }.map {
      [$0.score.right, $0.score.found, $0.score.gold]
    }
  }

  static let marked = """
    [[Ann Lee|person/ann-lee]] left [[Norland|country/sudland]] for Sudland.
    The [[Bay Club|organisation/bay-club]] wrote to the [[Norlander|country/norland]] press.
    """

  @Test("right, found and marked mentions are counted in all, by kind, form and rule")
  func counts() throws {
    let evaluation = try evaluate(Self.marked)
    #expect(score(evaluation, .all, "all") == [2, 4, 4])
    #expect(score(evaluation, .kind, "person") == [1, 1, 1])
    #expect(score(evaluation, .kind, "country") == [1, 3, 2])
    #expect(score(evaluation, .kind, "organisation") == [0, 0, 1])
    #expect(score(evaluation, .form, "demonym") == [1, 1, 0])
    #expect(score(evaluation, .rule, "exact") == [1, 3, 0])
    #expect(evaluation.total.precision == 0.5)
    #expect(evaluation.total.recall == 0.5)
    #expect(evaluation.total.f1 == 0.5)
  }

  @Test("each difference has its place, its words, what was expected and what was given")
  func tellsDifferences() throws {
    #expect(
      try evaluate(Self.marked).differences.map(\.description) == [
        "gold.txt:1:35: expected country/sudland, given country/norland (preferred, exact): Ann Lee left [Norland] for Sudland. The Bay Club wrote to the",
        "gold.txt:1:65: false country/sudland (preferred, exact): Ann Lee left Norland for [Sudland]. The Bay Club wrote to the Norlander",
        "gold.txt:2:7: missed organisation/bay-club, which no gazetteer lists: Ann Lee left Norland for Sudland. The [Bay Club] wrote to the Norlander press.",
      ])
  }

  @Test("gold that names kinds is compared by kind, and entities too on request")
  func comparesKinds() throws {
    let kinds = "[[Ann Lee|person]] left [[Norland|country]]."
    #expect(score(try evaluate(kinds), .all, "all") == [2, 2, 2])
    let byKind = try evaluate(Self.marked) { $0.byKind = true }
    #expect(score(byKind, .kind, "country") == [2, 3, 2])
  }

  @Test("kinds of other schemes are mapped; unknown ones are left out and said")
  func mapsKinds() throws {
    let text = "[[Ann Lee|PER]] of [[Norland|GPE]] and the [[HO|ORG]] met [[Bo|MISC]]."
    let plain = try evaluate(text)
    #expect(score(plain, .all, "all") == [2, 3, 2])
    #expect(
      plain.notes == [
        "1 gold mention of kind GPE left out: no gazetteer has this kind; --map GPE=KIND says what it is, --map GPE= drops it",
        "1 gold mention of kind MISC left out: no gazetteer has this kind; --map MISC=KIND says what it is, --map MISC= drops it",
        "the gold has no country, so 1 given mention counts as false; --kind says what to compare",
      ])
    let mapped = try evaluate(text) { $0.map = [("gpe", "country"), ("MISC", "")] }
    #expect(score(mapped, .all, "all") == [3, 3, 3])
    #expect(mapped.notes == [])
    let persons = try evaluate(text) { $0.kinds = ["person"] }
    #expect(score(persons, .all, "all") == [1, 1, 1])
  }

  @Test("spans must be equal, or overlap where that is asked for")
  func comparesSpans() throws {
    let text = "[[Old Norland|country/norland]] and [[Ann Lee|person/ann-lee]]."
    #expect(score(try evaluate(text), .all, "all") == [1, 2, 2])
    #expect(score(try evaluate(text) { $0.overlap = true }, .all, "all") == [2, 2, 2])
  }

  struct Listing: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    /// Right, found, marked, where unlisted mentions are left out.
    var score: [Int]
  }

  @Test(
    "unlisted mentions are left out on request",
    arguments: [
      Listing(
        testDescription: "an unlisted entity",
        text: "[[Bo|person/bo]] met [[Ann Lee|person/ann-lee]].",
        score: [1, 1, 1]),
      Listing(
        testDescription: "an unlisted name of a kind",
        text: "[[Bo|person]] met [[Ann Lee|person]].",
        score: [1, 1, 1]),
      Listing(
        testDescription: "a listed name under another kind is not listed",
        text: "[[Norland|person]] is a singer.", score: [0, 1, 0]),
      Listing(
        testDescription: "a family name of somebody unlisted is not listed",
        text: "[[Marta Lee|person]] came. [[Lee|person]] spoke.", score: [0, 0, 0]),
      Listing(
        testDescription: "a family name of somebody listed is listed, and found",
        text: "[[Ann Lee|person]] came. [[Lee|person]] spoke.", score: [2, 2, 2]),
    ])
  func leavesUnlistedOut(_ listing: Listing) throws {
    let evaluation = try evaluate(listing.text) { $0.listedOnly = true }
    #expect(score(evaluation, .all, "all") == listing.score)
  }

  @Test("a form that is switched off is not listed either")
  func heedsLayers() throws {
    let text = "A [[Norlander|country]] ship."
    let evaluation = try evaluate(text) {
      $0.listedOnly = true
      $0.run.recognition.demonyms = false
    }
    #expect(score(evaluation, .all, "all") == [0, 0, 0])
  }

  @Test("gold with forms gives recall by form")
  func tellsRecallByForm() throws {
    var document = GoldDocument(id: "a", path: "a", text: Array("Ann Lee of Norland".utf8))
    let mark = FilePlace(path: "g", line: 1, column: 1)
    document.mentions = [
      GoldMention(span: 0..<7, entity: "person/ann-lee", form: "alias", mark: mark),
      GoldMention(span: 11..<18, entity: "country/norland", form: "preferred", mark: mark),
      GoldMention(span: 11..<18, entity: "country/norland", form: "preferred", mark: mark),
    ]
    let evaluation = try EvaluationJob(Self.lexicon).run([document], inputs: [])
    let rows = evaluation.scores.filter { $0.group == .form }
    #expect(rows.map(\.name) == ["alias", "preferred"])
    #expect(rows.map(\.score.recall) == [1, 1])
    #expect(rows.map(\.score.precision) == [nil, 1])
    #expect(score(evaluation, .all, "all") == [2, 2, 2], "a mention marked twice is one")
  }

  @Test("each entity has a score on request")
  func scoresEntities() throws {
    let evaluation = try evaluate(Self.marked) { $0.entities = true }
    #expect(score(evaluation, .entity, "country/norland") == [1, 2, 1])
    #expect(score(evaluation, .entity, "organisation/bay-club") == [0, 0, 1])
  }

  @Test("texts of inputs are found by the documents' ids, and marks that do not fit are named")
  func readsInputs() throws {
    let folder = TemporaryFolder()
    folder.write("in/a.txt", "Ann Lee.")
    folder.write("in/b.txt", "Norland.")
    let mark = FilePlace(path: "g.jsonl", line: 1, column: 1)
    var gold = GoldDocument(id: "a.txt", path: "a.txt")
    gold.mentions = [GoldMention(span: 0..<7, text: "Ann Lee", kind: "person", mark: mark)]
    let job = EvaluationJob(Self.lexicon)
    let evaluation = try job.run([gold], inputs: [folder.path + "/in"])
    #expect(score(evaluation, .all, "all") == [1, 1, 1])
    #expect(
      evaluation.notes == [
        "1 document of the inputs left out: the gold does not name it; --all-documents takes it as holding no mention"
      ])
    var options = EvaluationOptions()
    options.allDocuments = true
    let all = try EvaluationJob(Self.lexicon, options: options).run(
      [gold], inputs: [folder.path + "/in"])
    #expect(score(all, .all, "all") == [1, 2, 1])
    gold.mentions[0].text = "Bo Lee"
    gold.mentions.append(GoldMention(span: 6..<90, kind: "person", mark: mark))
    #expect {
      try job.run([gold], inputs: [folder.path + "/in"])
    } throws: { error in
      "\(error)" == """
        g.jsonl:1:1: error: the mention is "Bo Lee", and a.txt has "Ann Lee" there; is this the text that was annotated?
        g.jsonl:1:1: error: the mention ends at 90, and a.txt has 8 characters; is this the text that was annotated?
        """
    }
    #expect {
      try job.run([GoldDocument(id: "c.txt", path: "c")], inputs: [folder.path + "/in"])
    } throws: { error in
      "\(error)"
        == "the gold names the document \"c.txt\", which no input holds; name the inputs by which it was annotated"
    }
  }
}
