import Testing

@testable import GazetteerImporters

@Suite struct HostileTests {
  static let head =
    #"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">"#

  static func concept(_ text: String) -> String {
    #"<skos:Concept rdf:about="x"><skos:prefLabel>\#(text)</skos:prefLabel></skos:Concept></rdf:RDF>"#
  }

  @Test("XML that declares entities is refused, whatever they are")
  func entities() throws {
    let bomb =
      #"<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"#
      + Self.head + Self.concept("&b;&b;")
    let imported = try Imported(.skos, bomb)
    #expect(imported.rows == [])
    #expect(
      imported.summary.findings.map(\.message) == [
        "the file declares entities, which are not expanded; expand them first; the rest of the file is not read"
      ])
    let file =
      #"<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>"# + Self.head + Self.concept("&a;")
    #expect(try Imported(.skos, file).rows == [])
  }

  @Test("a document type that declares no entities is passed over, and its file not asked for")
  func documentType() throws {
    let text =
      #"<!DOCTYPE r SYSTEM "http://127.0.0.1:9/no.dtd">"# + Self.head + Self.concept("Sea Bird")
    #expect(try Imported(.skos, text).rows == ["id=concept/sea-bird; name=Sea Bird; source_id=x"])
  }

  @Test("broken XML gives what stands before the error, and the error's place")
  func brokenXML() throws {
    let text = Self.head + "\n" + Self.concept("Sea Bird").replacing("</rdf:RDF>", with: "\n<open")
    let imported = try Imported(.skos, text)
    #expect(imported.rows == ["id=concept/sea-bird; name=Sea Bird; source_id=x"])
    #expect(imported.summary.findings.first?.line == 3)
    #expect(imported.summary.badRows == 1)
  }

  @Test("nesting beyond all reason ends in a finding", arguments: ImportFormat.allCases)
  func deep(format: ImportFormat) throws {
    for unit in ["[", #"{"a":"#, "<a>", "\"", "((", "[{\"a\":["] {
      _ = try Imported(format, String(repeating: unit, count: 100_000))
    }
  }

  @Test("any bytes give a valid gazetteer", arguments: ImportFormat.allCases)
  func anyBytes(format: ImportFormat) throws {
    var state: UInt64 = 88_172_645_463_325_252
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let sample = try Sample.all.first { $0.format == format }.map { try fixture($0.file) } ?? []
    for round in 0..<60 {
      // The beginning of the sample holds its nasty rows; every round damages it elsewhere.
      var bytes = Array(sample.prefix(4_000))
      for _ in 0..<(round % 20 + 1) {
        bytes[Int(next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: next())
      }
      if round % 3 == 0 { bytes.removeLast(Int(next() % 3_000)) }
      let imported = try Imported(format, bytes)
      #expect(imported.gazetteer.findings == [], "round \(round)")
    }
  }

  @Test("twenty thousand names of one entity, and as many entities of one name, take no time")
  func veryMany() throws {
    let rows = (0..<20_000).map { "http://www.wikidata.org/entity/Q7\tName of \($0)" }
    let item = try Imported(
      .wikidataTSV, "item\titemLabel\n" + rows.joined(separator: "\n"))
    #expect(item.summary.names == 2_000)
    #expect(item.summary.droppedNames == ["beyond the first 2,000 of one entity": 18_000])
    let same = String(repeating: "x,Person,Ann Lee\n", count: 20_000)
    let entities = try Imported(.openSanctions, "id,schema,name\n" + same)
    #expect(entities.summary.entities == 20_000)
    #expect(
      entities.rows.prefix(3).map { $0.prefix { $0 != ";" } }
        == ["id=person/ann-lee", "id=person/ann-lee-x", "id=person/ann-lee-x-2"])
  }

  @Test("of very many bad rows the first hundred are told, all are counted")
  func manyBadRows() throws {
    let imported = try Imported(.jrcNames, String(repeating: "bad\n", count: 250))
    #expect(imported.summary.badRows == 250)
    #expect(imported.summary.findings.count == 100)
  }

  @Test("an empty file is no crash", arguments: ImportFormat.allCases)
  func empty(format: ImportFormat) throws {
    #expect(try Imported(format, "").rows == [])
    let bytes: [UInt8] = []
    #expect(ImportFormat.guess(bytes.span) == nil)
  }
}
