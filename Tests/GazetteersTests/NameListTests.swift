import Testing

@testable import Gazetteers

@Suite struct NameListTests {
  @Test("a plain file is a gazetteer of one name a line")
  func readsLines() {
    let list = gazetteer("lists/ships.txt", "\u{FEFF}# our ships\nSea Bird\r\n\r\n  Tern \rAuk")
    #expect(list.messages == [])
    #expect(list.ids == ["ship/sea-bird", "ship/tern", "ship/auk"])
    #expect(list.entities.map(\.name) == ["Sea Bird", "Tern", "Auk"])
    #expect(list.entities.allSatisfy { $0.kind == Kind("ship") })
  }

  @Test("an empty list is empty and no error")
  func readsNothing() {
    #expect(gazetteer("ships.txt", "").messages == [])
    #expect(gazetteer("ships.txt", "\n# none\n").ids == [])
  }

  @Test("what is wrong in a list is said with its line")
  func reports() {
    var bytes = Array("Tern\r\n".utf8)
    bytes += [0x47, 0xFC, 0x0D, 0x0A]
    bytes += Array("Sea\tBird\r\n***\r\nTern\r\nAuk\r\n".utf8)
    let list = gazetteer("ships.txt", bytes)
    #expect(
      list.messages == [
        "ships.txt:2:1: error: the line is not valid UTF-8; save the file as UTF-8",
        "ships.txt:3:1: error: the line holds a control character; one name a line, nothing else",
        "ships.txt:4:1: warning: \"***\" holds no letter or digit and can never match",
        "ships.txt:5:1: note: \"Tern\" stands in an earlier line, too",
      ])
    #expect(list.ids == ["ship/tern", "ship/auk"])
  }

  @Test("white space of any script at the ends of a line is no part of a name")
  func trims() {
    let list = gazetteer(
      "ships.txt", "\u{A0}Tern\u{2003}\n\tSea Bird\t\n\u{3000}\n \u{2003}# no ship\nAuk\u{7F}\n7\n")
    #expect(list.messages == [])
    #expect(list.entities.map(\.name) == ["Tern", "Sea Bird", "Auk\u{7F}", "7"])
  }

  @Test("spellings that fold alike are one entity with an alias")
  func joinsSpellings() {
    let list = gazetteer("ships.txt", "Al-Bahr\nAl Bahr\nAL BAHR\n")
    #expect(list.messages == [])
    #expect(list.ids == ["ship/al-bahr"])
    #expect(list.entities[0].names.map(\.text) == ["Al Bahr", "AL BAHR"])
  }

  @Test(
    "the name of a file gives the kind",
    arguments: [
      ("people.txt", "person"), ("Persons.txt", "person"), ("person", "person"),
      ("countries.txt", "country"), ("organizations.txt", "organisation"),
      ("organisation.list", "organisation"), ("/data/x.y/ships.txt", "ship"),
      ("companies.txt", "company"), ("places.2024.txt", "place"), ("class.txt", "class"),
      ("bus.txt", "bus"), ("ties.txt", "tie"), ("sheep.txt", "sheep"),
    ])
  func givesKind(_ path: String, _ kind: String) {
    #expect(NameListReader.kind(of: path) == kind)
  }

  @Test(
    "a name gives a readable identifier",
    arguments: [
      ("Vladimir Putin", "vladimir-putin"), ("Kim Jong-un", "kim-jong-un"),
      ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"), ("N’Djamena", "ndjamena"),
      ("N'Djamena", "ndjamena"), ("  U.N. (New York) ", "u-n-new-york"),
      ("Smith & Sons", "smith-sons"), ("Straße 7", "strasse-7"), ("Łódź", "lodz"),
      ("Nguye\u{302}\u{303}n", "nguyen"), ("北京", "北京"), ("한국", "한국"), ("Москва", "москва"),
      ("😀 Smile", "smile"), ("ＮＡＴＯ", "nato"),
      ("C", "c"), ("C++", "c-plus-plus"), ("C#", "c-sharp"),
    ])
  func givesSlug(_ name: String, _ slug: String) {
    #expect(Slug.of(name) == slug)
  }
}
