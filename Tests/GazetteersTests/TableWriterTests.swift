import Testing
import TextFiles

@testable import Gazetteers

@Suite struct TableWriterTests {
  @Test("what is written is read back as it was")
  func readsBack() throws {
    var rich = entity(
      "person/ann-lee", "Ann Lee", names: [Name("Nan Lee", .alias), Name("AL", .abbreviation)],
      prior: ["Ann Lee"], family: ["Lee"], given: ["Ann", "Nan"],
      attributes: [EntityAttribute(name: "born", value: "1961|1962")])
    rich.caseRule = .exact
    rich.context = ["Harbour", "Quay"]
    let entities = [rich, entity("ship/tern", "\"Tern\" 'II'", names: [Name("Ternish", .demonym)])]
    let sink = MemorySink()
    let writer = try GazetteerTableWriter(to: sink, attributes: ["born", "died"])
    for entity in entities { try writer.write(entity) }
    let read = gazetteer("x.tsv", sink.bytes)
    #expect(read.messages == [])
    #expect(read.entities == entities)
  }
}
