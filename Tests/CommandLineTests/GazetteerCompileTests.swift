import Foundation
import Testing

@Suite("relata gazetteer compile")
struct GazetteerCompileTests {
  let folder = Samples.folder()

  @Test("a compiled gazetteer tags as its text does, and repeats its warnings")
  func tagsAlike() throws {
    folder.write("odd.tsv", "id\tkind\tname\taliases\nship/argo\tship\tArgo\tArgo\n")
    let compiled = try Tool.run(
      ["gazetteer", "compile", "names.tsv", "odd.tsv", "-o", "all.lexicon"], in: folder)
    #expect(compiled.status == 0)
    #expect(compiled.error.contains("odd.tsv:2:"))
    #expect(compiled.error.hasSuffix(": all.lexicon\n"))
    let tag = ["tag", "note.txt", "--no-shipped", "--format", "jsonl"]
    let text = try Tool.run(tag + ["-g", "names.tsv", "-g", "odd.tsv"], in: folder)
    let mapped = try Tool.run(tag + ["-g", "all.lexicon"], in: folder)
    #expect(mapped.output == text.output)
    #expect(!mapped.output.isEmpty)
    #expect(mapped.error.contains("odd.tsv:2:"))
  }

  @Test(
    "what cannot be done with a compiled gazetteer is said in one line",
    arguments: [
      (["-g", "all.lexicon"], "a compiled lexicon is used alone; add --no-shipped"),
      (["-g", "all.lexicon", "-g", "names.tsv", "--no-shipped"], "is used alone"),
      (
        ["-g", "all.lexicon", "--no-shipped", "--corrections", "c.tsv"],
        "name the gazetteers it was made of"
      ),
      (["-g", "cut.lexicon", "--no-shipped"], "it is cut off or was made by another version"),
      (["-g", "names.lexicon", "--no-shipped"], "it is no compiled lexicon"),
    ])
  func refusals(_ options: [String], _ reason: String) throws {
    _ = try Tool.run(["gazetteer", "compile", "names.tsv", "-o", "all.lexicon"], in: folder)
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.path(of: "all.lexicon")))
    try whole.prefix(whole.count / 2).write(
      to: URL(fileURLWithPath: folder.path(of: "cut.lexicon")))
    folder.write("names.lexicon", "Argo\nTern\n")
    folder.write("c.tsv", "action\tentity\tvalue\tdocument\treason\n")
    let outcome = try Tool.run(["tag", "note.txt"] + options, in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.error.contains(reason))
  }

  @Test("the name of the file must say what it is")
  func extensionNeeded() throws {
    let outcome = try Tool.run(
      ["gazetteer", "compile", "names.tsv", "-o", "names.bin"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("end the name in .lexicon"))
  }

  @Test("a second run uses the cache, and a changed gazetteer is seen at once")
  func usesCache() throws {
    let cache = ["RELATA_CACHE": folder.path(of: "cache")]
    let tag = ["tag", "note.txt", "--no-shipped", "-g", "names.tsv", "--format", "jsonl"]
    let first = try Tool.run(tag, in: folder, environment: cache)
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "cache"))
    #expect(kept.count == 1)
    #expect(try Tool.run(tag, in: folder, environment: cache) == first)
    folder.write("names.tsv", "id\tkind\tname\nship/none\tship\tNothing Of This\n")
    #expect(try Tool.run(tag, in: folder, environment: cache).output == "")
  }
}
