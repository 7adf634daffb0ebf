import Foundation
import TestSupport
import Testing

@testable import Relata

/// Reads gold annotations from files written for the test.
@Suite struct GoldReaderTests {
  let folder = TemporaryFolder()

  private func read(_ name: String, _ text: String) throws -> [GoldDocument] {
    folder.write(name, text)
    return try GoldReader().read(folder.path + "/" + name)
  }

  /// `span kind|entity` of each mention, with the words it covers where the gold has the text.
  private func shown(_ document: GoldDocument) -> [String] {
    let scalars = Array(String(decoding: document.text ?? [], as: UTF8.self).unicodeScalars)
    return document.mentions.map { mention in
      let words = mention.span.upperBound <= scalars.count ? scalars[mention.span] : []
      return String(String.UnicodeScalarView(words)) + "|"
        + (mention.entity ?? mention.kind ?? "")
    }
  }

  private func messages(_ name: String, _ text: String) throws -> [String] {
    do {
      _ = try read(name, text)
      return []
    } catch EvaluationError.gold(let findings) {
      return findings.map { $0.description.replacing(folder.path + "/", with: "") }
    }
  }

  struct Scheme: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var mentions: [String]
  }

  @Test(
    "CoNLL tags give the same mentions in every scheme",
    arguments: [
      Scheme(
        testDescription: "IOB1: B only parts neighbours of one kind",
        text: "Ann I-PER\nLee I-PER\nBo B-PER\nmet O\nHO I-ORG\n",
        mentions: ["Ann Lee|PER", "Bo|PER", "HO|ORG"]),
      Scheme(
        testDescription: "IOB2: every mention begins with B",
        text: "Ann\tB-PER\nLee\tI-PER\nBo\tB-PER\nmet\tO\nHO\tB-ORG\n",
        mentions: ["Ann Lee|PER", "Bo|PER", "HO|ORG"]),
      Scheme(
        testDescription: "BIOES",
        text: "Ann\tB-PER\nLee\tE-PER\nBo\tS-PER\nmet\tO\nHO\tS-ORG\n",
        mentions: ["Ann Lee|PER", "Bo|PER", "HO|ORG"]),
      Scheme(
        testDescription: "the tag is in the last of four columns",
        text: "EU NNP B-NP B-ORG\nsays VBZ B-VP O\n. . O O\n", mentions: ["EU|ORG"]),
      Scheme(
        testDescription: "an entity stands behind the tag",
        text: "Ann\tB-person\tperson/ann\nLee\tI-person\tperson/ann\nspoke\tO\t_\n",
        mentions: ["Ann Lee|person/ann"]),
      Scheme(
        testDescription: "a mention ends with its sentence",
        text: "Ann I-PER\n\nLee I-PER\n", mentions: ["Ann|PER", "Lee|PER"]),
    ])
  func readsCoNLL(_ scheme: Scheme) throws {
    let documents = try read("gold.conll", scheme.text)
    #expect(documents.count == 1)
    #expect(documents.flatMap { shown($0) } == scheme.mentions)
  }

  @Test("CoNLL tokens are joined as they were printed, sentences apart by a blank line")
  func joinsTokens() throws {
    let tokens = [
      "He", "said", "\"", "No", ",", "Ann", "'s", "ship", "(", "HO", ")", "\"", ".", "", "Next",
    ]
    let text = tokens.map { $0.isEmpty ? "" : "\($0)\tO" }.joined(separator: "\n")
    let document = try #require(try read("gold.conll", text).first)
    #expect(
      String(decoding: document.text ?? [], as: UTF8.self)
        == "He said \"No, Ann's ship (HO)\".\n\nNext")
  }

  @Test("documents of a CoNLL file begin at -DOCSTART- and at comments that name them")
  func partsDocuments() throws {
    let text = "-DOCSTART- -X- O O\n\na O\n-DOCSTART- -X- O O\n\nb O\n# document = c.txt\nc O\n"
    #expect(try read("gold.conll", text).map(\.id) == ["gold.conll", "gold.conll#2", "c.txt"])
  }

  @Test("brat gives kinds, our references give entities, other lines are passed over")
  func readsBrat() throws {
    folder.write("brat/a.txt", "Ann Lee met\nHO.")
    folder.write(
      "brat/a.ann",
      "T1\tPER 0 7\tAnn Lee\nN1\tReference T1 relata:person/ann\tAnn\nT2\tORG 12 14\tHO\n"
        + "R1\tMeets Arg1:T1 Arg2:T2\nT3\tORG 0 3;12 14\tAnn HO\n#1\tAnnotatorNotes T1\tsure\n")
    let documents = try GoldReader().read(folder.path + "/brat")
    #expect(documents.map(\.id) == ["a.txt"])
    #expect(
      documents.flatMap { shown($0) } == ["Ann Lee|person/ann", "HO|ORG", "Ann Lee met\nHO|ORG"])
  }

  @Test("marked text gives entities and kinds; in a table a line is a document")
  func readsMarkedText() throws {
    let table = "name\tpassage\none\t[[Ann|person/ann]] met\\n[[H\\nO|org]].\ntwo\tNobody.\n"
    let documents = try read("gold.tsv", table)
    #expect(documents.map(\.id) == ["one", "two"])
    #expect(documents.flatMap { shown($0) } == ["Ann|person/ann", "H\nO|org"])
    #expect(documents[0].mentions.map { "\($0.mark.line):\($0.mark.column)" } == ["2:5", "2:29"])
    #expect(try read("gold.txt", "A [[Lee|person]].").flatMap { shown($0) } == ["Lee|person"])
  }

  @Test("lines of JSON give places, entities, kinds and forms")
  func readsJSON() throws {
    let line =
      #"{"document":"a.txt","start":1,"end":4,"text":"Ann","entity":"person/ann","form":"short"}"#
    let documents = try read("gold.jsonl", line + "\n\n")
    #expect(documents.map(\.id) == ["a.txt"])
    #expect(documents[0].mentions.map(\.span) == [1..<4])
    #expect(documents[0].mentions.map(\.form) == ["short"])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var file: String
    var text: String
    var message: String
    var testDescription: String { message }
  }

  @Test(
    "what is wrong is said with file, line and column",
    arguments: [
      Fault(
        file: "g.conll", text: "Ann B-PER\nLee X-PER\n",
        message:
          "g.conll:2:5: error: tag \"X-PER\" is not O, B-kind or I-kind; correct it, or state --tag-column"
      ),
      Fault(
        file: "g.tsv", text: "name\tpassage\na\tAn [[Ann]] met\n",
        message:
          "g.tsv:2:6: error: the mark that opens here is not [[text|entity]]; correct it"),
      Fault(
        file: "g.tsv", text: "name\tpassage\nonly a name\n",
        message:
          "g.tsv:2:1: error: the line has no tab; write a name, a tab, and the marked passage"),
      Fault(
        file: "g.jsonl", text: #"{"document":"a","start":5,"end":2,"kind":"person"}"#,
        message:
          "g.jsonl:1:1: error: \"start\" and \"end\" must be whole numbers, the end the larger one"
      ),
      Fault(
        file: "g.jsonl", text: "{\"document\":\"a\",",
        message:
          "g.jsonl:1:17: error: expected the name of a field in double quotes; each line must be a JSON object"
      ),
      Fault(
        file: "g.jsonl", text: #"{"document":"a","start":5,"end":7}"#,
        message: "g.jsonl:1:1: error: neither \"entity\" nor \"kind\" is there; give one"),
    ])
  func saysWhatIsWrong(_ fault: Fault) throws {
    #expect(try messages(fault.file, fault.text) == [fault.message])
  }

  @Test("lines of brat that are none are named")
  func saysWhatIsWrongInBrat() throws {
    folder.write("b.txt", "Ann")
    #expect(
      try messages("b.ann", "T1\tPER 3 1\tAnn\nT2 PER 0 3\nN1\tReference T9 relata:x/y\tX\n?\n")
        == [
          "b.ann:1:4: error: \"PER 3 1\" is not a kind, a start and a larger end; correct it",
          "b.ann:2:1: error: the annotation has no tabs; write T1<TAB>kind 0 14<TAB>text",
          "b.ann:4:1: error: a line of brat begins with T, N, R, E, A, M, # or *, not \"?\"; correct it",
          "b.ann:3:1: error: T9 is annotated nowhere in the file; correct the reference",
        ])
  }

  @Test("arbitrary bytes neither crash nor hang a reader", arguments: GoldFormat.allCases)
  func readsAnything(_ format: GoldFormat) throws {
    var generator = SeededGenerator(seed: 7)
    let signs = [
      "[[", "]]", "|", "\t", "\n", "T1", "N1 ", "B-", "O", "é", "{\"", "\":", "\\n", "9",
    ]
    for _ in 0..<200 {
      let text = (0..<40).map { _ in signs.randomElement(using: &generator) ?? "" }.joined()
      folder.write("any.txt", "text")
      folder.write("any.ann", text)
      var reader = GoldReader()
      reader.format = format
      _ = try? reader.read(folder.path + "/any.ann")
    }
  }
}
