import Foundation
import TestSupport
import Testing

@testable import TextFiles

/// Tables in memory and in files, against those of the standard library.
@Suite struct TableTests {
  /// Where the tables of a test are: in memory, or in files from the first element on.
  enum Place: CaseIterable {
    case memory, files
  }

  let folder = TemporaryFolder()

  private func overflow(_ place: Place) -> BytePool.Overflow? {
    place == .memory ? nil : BytePool.Overflow(folder: folder.path, memory: 0)
  }

  @Test(
    "a set of keys tells which are new, whatever their highest bits", arguments: 1...4,
    Place.allCases)
  func keySet(seed: UInt64, place: Place) {
    var generator = SeededGenerator(seed: seed)
    var (set, expected): (KeySet, Set<UInt64>) = (KeySet(overflow: overflow(place)), [])
    var wrong: [UInt64] = []
    for number in 0..<8000 {
      // Some alike in their highest bits or in all but these, some again, zero among them.
      let random = UInt64.random(in: 0..<4000, using: &generator)
      let key =
        switch number % 4 {
        case 0: random
        case 1: random << 44
        case 2: ~random
        default: random &* 0x9E37_79B9_7F4A_7C15
        }
      if set.insert(key) != expected.insert(key).inserted { wrong.append(key) }
    }
    #expect(wrong == [], "seed \(seed)")
    #expect(set.count == expected.count)
    #expect(set.failure == nil)
  }

  @Test(
    "an index finds the rows of keys, also of such as differ only below", arguments: 1...4,
    Place.allCases)
  func hashIndex(seed: UInt64, place: Place) {
    var generator = SeededGenerator(seed: seed)
    var (index, keys) = (HashIndex(overflow: overflow(place)), [UInt64]())
    var expected: [UInt64: Int] = [:]
    var wrong: [UInt64] = []
    for _ in 0..<20_000 {
      let high = UInt64.random(in: 0..<5000, using: &generator) &* 0x9E37_79B9_7F4A_7C15
      let key = high & ~0xFFFF_FFFF | UInt64.random(in: 0..<2, using: &generator)
      let found = index.find(key) { keys[$0] == key }
      if found != expected[key] { wrong.append(key) }
      guard found == nil else { continue }
      index.insert(keys.count, key)
      expected[key] = keys.count
      keys.append(key)
    }
    #expect(wrong == [], "seed \(seed)")
    #expect(index.count == expected.count)
    #expect(index.failure == nil)
  }

  @Test(
    "an array in pages is an array", arguments: [0, 1, 16, 17, 100, 16_384, 16_385, 70_000],
    Place.allCases)
  func pagedArray(count: Int, place: Place) {
    var array = PagedArray<Int>(overflow: overflow(place))
    for number in 0..<count { array.append(number) }
    #expect(array.count == count)
    for place in stride(from: 0, to: count, by: 7) { array[place] += 1 }
    let expected = (0..<count).map { $0 % 7 == 0 ? $0 + 1 : $0 }
    #expect((0..<count).map { array[$0] } == expected)
    var inOrder: [Int] = []
    array.forEachElement { inOrder.append($0) }
    #expect(inOrder == expected)
    #expect(array.failure == nil)
  }

  @Test("copies of tables share what they had and change apart", arguments: Place.allCases)
  func copies(place: Place) {
    var array = PagedArray<Int>(overflow: overflow(place))
    var set = KeySet(overflow: overflow(place))
    for number in 0..<40_000 {
      array.append(number)
      _ = set.insert(UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
    }
    let (copiedArray, copiedSet) = (array, set)
    for number in 0..<40_000 { array[number] = -number }
    array.append(7)
    _ = set.insert(1)
    #expect((0..<40_000).allSatisfy { copiedArray[$0] == $0 && array[$0] == -$0 })
    #expect((copiedArray.count, array.count) == (40_000, 40_001))
    var further = copiedSet
    let isNew = further.insert(1)
    #expect(isNew)
    #expect((copiedSet.count, set.count) == (40_000, 40_001))
  }

  @Test("tables in files take what was said of memory, and leave no file")
  func memory() throws {
    var array = PagedArray<UInt64>(
      overflow: BytePool.Overflow(folder: folder.path, memory: 1 << 18))
    for number in 0..<200_000 as Range<UInt64> { array.append(number) }
    #expect(array[199_999] == 199_999)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    #expect(TemporaryFiles.shared.paths.allSatisfy { !$0.hasPrefix(folder.path) })
  }

  @Test("a folder that takes no file is told of, and nothing is lost")
  func noFolder() {
    let overflow = BytePool.Overflow(folder: folder.path + "/none", memory: 0)
    var (array, set) = (PagedArray<UInt64>(overflow: overflow), KeySet(overflow: overflow))
    var index = HashIndex(overflow: overflow)
    for number in 0..<20_000 as Range<UInt64> {
      let key = number &* 0x9E37_79B9_7F4A_7C15
      array.append(key)
      _ = set.insert(key)
      index.insert(Int(number), key)
    }
    let words =
      "cannot write a temporary file in \"\(folder.path)/none\": No such file or directory"
    for failure in [array.failure, set.failure, index.failure] {
      #expect(failure?.description == words)
    }
    #expect(set.count == 20_000)
    #expect((0..<20_000).allSatisfy { place in index.find(array[place]) { $0 == place } == place })
  }

  @Test("memory that is given away is used again, and no copy of the table changes")
  func givesMemory() {
    var table = FixedTable<UInt64>(inLargePages: 1000)
    #expect((0..<1000).allSatisfy { table[$0] == 0 })
    for place in 0..<1000 { table[place] = UInt64(place) }
    let copy = table
    var given = table.giveMemory(for: (UInt64, UInt32).self)
    #expect((given.count, table.count, copy.count) == (500, 0, 1000))
    given.withMutableSpan { span in
      for place in span.indices { span[place] = (7, UInt32(place)) }
    }
    #expect((0..<500).allSatisfy { given[$0] == (7, UInt32($0)) })
    #expect((0..<1000).allSatisfy { copy[$0] == UInt64($0) })
    var changed = given
    changed.withMutableSpan { $0[3] = (8, 8) }
    #expect(given[3] == (7, 3))
    #expect(changed[3] == (8, 8))
  }
}
