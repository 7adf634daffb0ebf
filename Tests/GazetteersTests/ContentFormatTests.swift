import Gazetteers
import Testing

@Suite struct ContentFormatTests {
  private func read(_ path: String, _ text: String) -> Gazetteer {
    Gazetteer(path: path, bytes: Array(text.utf8).span)
  }

  @Test(
    "a file without an extension of its own is a table if its first line is a header",
    arguments: [
      "id\tkind\tname\nx\tship\tAurora\n", "\u{FEFF}name\tid\tkind\r\nAurora\tx\tship",
      "id,kind,name\nx,ship,Aurora\n", "\"id\",\"name\",\"kind\"\nx,Aurora,ship\n",
    ])
  func table(text: String) {
    for path in ["/dev/fd/63", "ships.txt", "ships"] {
      let gazetteer = read(path, text)
      #expect(gazetteer.findings == [])
      #expect(gazetteer.entities.map(\.id) == [EntityID("x")])
      #expect(gazetteer.entities.map(\.name) == ["Aurora"])
    }
  }

  @Test("a header that lacks the kind says so, and is no list of names")
  func noKind() {
    let findings = read("/dev/fd/63", "id\tname\nx\tAurora\n").findings.map(\.description)
    #expect(findings.count == 1)
    #expect(findings[0].hasPrefix("/dev/fd/63:1:1: error: the header has no column \"kind\""))
  }

  @Test(
    "any other first line is a name",
    arguments: ["Aurora", "id", "id, name", "name,id", "kind\u{A0}name", "", "id,kind"])
  func list(line: String) {
    let gazetteer = read("/dev/fd/63", line + "\nBoat\n")
    #expect(gazetteer.findings == [])
    #expect(gazetteer.entities.map(\.name) == (line.isEmpty ? [] : [line]) + ["Boat"])
    #expect(gazetteer.entities.allSatisfy { $0.kind.name == "entity" })
  }
}
