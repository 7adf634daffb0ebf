import Testing
import TextFiles

@testable import Gazetteers

@Suite struct IdentifierTableTests {
  private func add(_ id: String, to table: inout IdentifierTable) -> (number: UInt32, isNew: Bool) {
    id.withUTF8Span { table.add($0, IdentifierTable.hash($0)) }
  }

  private func number(of id: String, in table: borrowing IdentifierTable) -> UInt32? {
    id.withUTF8Span { table.number(of: $0, IdentifierTable.hash($0)) }
  }

  @Test(
    "identifiers are found and told apart whatever they begin with, and in whatever order they come",
    arguments: [
      ["ship/a", "ship/b", "ship/ab", "ship/"],
      ["ship/a", "ship/b", "ship", "ship/c", "a", "b", "ships/a"],
      ["a", "ship/a", "", "/a", "/", "b/a"],
      ["country/KP", "ship/a", "country/kp", "country"],
      ["", "a", "ship/a/b", "ship/a"],
    ])
  func finds(_ ids: [String]) {
    var table = IdentifierTable()
    for (index, id) in ids.enumerated() {
      #expect(number(of: id, in: table) == nil, "\(id)")
      let added = add(id, to: &table)
      #expect(added == (UInt32(index), true), "\(id)")
      for (known, id) in ids[...index].enumerated() {
        #expect(number(of: id, in: table) == UInt32(known), "\(id)")
        #expect(table.text(of: UInt32(known)) == id)
        let again = add(id, to: &table)
        #expect(again == (UInt32(known), false), "\(id)")
        for other in ids {
          let matches = other.withUTF8Span { table.matches($0, UInt32(known)) }
          #expect(matches == (other == id), "\(other) beside \(id)")
        }
      }
    }
    var memory = FixedTable<UInt64>(inLargePages: 0)
    let order = table.order(in: &memory).map { ids[Int($0)] }
    #expect(order == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
