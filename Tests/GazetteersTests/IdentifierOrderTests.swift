import TestSupport
import Testing
import TextFiles

@testable import Gazetteers

@Suite struct IdentifierOrderTests {
  private func order(_ ids: [String], room: Int) -> [String] {
    var (bytes, ends): ([UInt8], [UInt32]) = ([], [])
    for id in ids {
      bytes += id.utf8
      ends.append(UInt32(bytes.count))
    }
    // What the memory holds is of no meaning.
    var first = FixedTable<UInt64>(inLargePages: room)
    var second = FixedTable<UInt64>(inLargePages: 2 * room)
    for place in 0..<room { first[place] = UInt64(place) &* 0x9E37_79B9_7F4A_7C15 }
    return IdentifierOrder.of(bytes.span, ends: ends, in: &first, &second).map { ids[Int($0)] }
  }

  @Test(
    "identifiers are ordered by their bytes, few or many, whatever they share",
    arguments: [
      (0, "ab"), (1, "ab"), (2, "ab"), (500, "a"), (500, "ab-"), (5000, "ab"),
      (5000, "abcdefghijklmnopqrstuvwxyz0123456789-"), (5000, "aé北😀"), (5000, "\u{1}\u{7F}é"),
    ])
  func orders(_ count: Int, _ alphabet: String) {
    var random = SeededGenerator(seed: 3)
    let letters = Array(alphabet)
    for shared in ["", "person/", "names/everything begins alike/"] {
      let ids = Set(
        (0..<count).map { _ in
          shared
            + String(
              (0..<Int.random(in: 0...30, using: &random)).map { _ in
                letters[Int.random(in: 0..<letters.count, using: &random)]
              })
        })
      let shuffled = ids.sorted().shuffled(using: &random)
      let expected = shuffled.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for room in [0, count, 2 * count] {
        #expect(order(shuffled, room: room) == expected, "\(shared), room for \(room)")
      }
    }
  }
}
