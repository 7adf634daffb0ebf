import Foundation
import Testing

@testable import Gazetteers

@Suite struct ShippedGazetteerTests {
  private static let files = [
    "countries.tsv", "organisations.tsv", "people.tsv", "lookalikes.tsv",
  ]

  private func shipped(_ file: String) throws -> Gazetteer {
    try Gazetteer(path: checkout.appendingPathComponent("gazetteers/\(file)").path)
  }

  @Test("a shipped gazetteer holds no error and no warning", arguments: files)
  func holdsNoFaults(_ file: String) throws {
    #expect(try shipped(file).messages == [])
  }

  @Test("the shipped gazetteers hold as many entities as promised")
  func holdsEnough() throws {
    let countries = try shipped("countries.tsv").entities
    let codes = countries.filter {
      $0.id.text.wholeMatch(of: /country\/[A-Z]{2}/) != nil && $0.attribute("until") == nil
    }
    #expect(codes.count >= 249)
    #expect(try shipped("organisations.tsv").entities.count { $0.kind == .organisation } >= 400)
    #expect(try shipped("people.tsv").entities.count { $0.kind == .person } >= 600)
    #expect(try shipped("lookalikes.tsv").entities.allSatisfy { $0.kind == .none })
  }

  @Test("an identifier stands in one file, and names its kind and itself")
  func hasCleanIdentifiers() throws {
    var files: [EntityID: String] = [:]
    for file in Self.files {
      for entity in try shipped(file).entities {
        #expect(files.updateValue(file, forKey: entity.id) == nil, "\(entity.id)")
        #expect(entity.id.text.hasPrefix(entity.kind.name + "/"), "\(entity.id)")
        let rest = entity.id.text.dropFirst(entity.kind.name.count + 1)
        #expect(rest.wholeMatch(of: /[A-Za-z0-9]+(-[A-Za-z0-9]+)*/) != nil, "\(entity.id)")
      }
    }
  }

  @Test("a Wikidata column is empty or a QID, each QID of one entity")
  func hasCleanQIDs() throws {
    var owners: [String: EntityID] = [:]
    for entity in try Self.files.flatMap({ try shipped($0).entities }) {
      guard let value = entity.attribute("wikidata") else { continue }
      #expect(value.wholeMatch(of: /Q[1-9][0-9]*/) != nil, "\(entity.id) \(value)")
      let first = owners.updateValue(entity.id, forKey: value)
      #expect(first == nil, "\(value) of \(entity.id) and \(String(describing: first))")
    }
  }

  @Test("the country of an entity is a country of the gazetteer, and a gender is m or f")
  func pointsToCountries() throws {
    let gazetteers = try Self.files.map { try shipped($0) }
    let lexicon = Lexicon(gazetteers)
    for (index, entity) in lexicon.entities.enumerated() {
      if let code = entity.attribute("country") {
        #expect(
          lexicon.country(of: EntityIndex(UInt32(index))) != nil, "\(entity.id) has \(code)")
      }
      if let gender = entity.attribute("gender") {
        #expect(["m", "f"].contains(gender), "\(entity.id) has \(gender)")
      }
    }
  }
}
