import Testing

@testable import Cooccurrence

/// The tables behind the counts.
@Suite struct TableTests {
  @Test("a set of keys tells which are new, whatever their highest bits", arguments: 1...4)
  func keySet(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var (set, expected): (KeySet, Set<UInt64>) = (KeySet(), [])
    var wrong: [UInt64] = []
    for number in 0..<40_000 {
      // Some alike in their highest bits or in all but these, some again, zero among them.
      let random = UInt64.random(in: 0..<20_000, using: &generator)
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
  }

  @Test("an array in pages is an array", arguments: [0, 1, 100, 16_384, 16_385, 70_000])
  func pagedArray(count: Int) {
    var array = PagedArray<Int>()
    for number in 0..<count { array.append(number) }
    #expect(array.count == count)
    for place in stride(from: 0, to: count, by: 7) { array[place] += 1 }
    let expected = (0..<count).map { $0 % 7 == 0 ? $0 + 1 : $0 }
    #expect((0..<count).map { array[$0] } == expected)

    var generator = SeededGenerator(seed: UInt64(count))
    let order = (0..<UInt32(count)).shuffled(using: &generator)
    var (arranged, drained): ([Int], [Int]) = ([], [])
    array.arrange(order)
    array.forEachElement { arranged.append($0) }
    array.drain { drained.append($0) }
    #expect(arranged == order.map { expected[Int($0)] })
    #expect(drained == arranged)
  }
}
