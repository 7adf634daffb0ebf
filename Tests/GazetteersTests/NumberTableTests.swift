import TestSupport
import Testing

@testable import Gazetteers

@Suite struct NumberTableTests {
  @Test("numbers are found by their hashes, also where these are equal or crowded")
  func finds() {
    var random = SeededGenerator(seed: 7)
    for bits in [3, 12, 20, 32] {
      var table = NumberTable(slots: bits == 20 ? 0 : 1 << 12)
      if bits == 12 { table.makeRoom(for: 12_345) }
      var hashes: [UInt32] = []
      for number in 0..<(bits == 3 ? 300 : 20_000) {
        // All in the highest slots, so that a search goes on at the first one.
        let hash = ~UInt32(truncatingIfNeeded: random.next() & ((1 << UInt64(bits)) - 1))
        table.insert(UInt32(number), hash)
        hashes.append(hash)
      }
      let found = hashes.indices.allSatisfy { number in
        table.number(hashes[number]) { $0 == UInt32(number) } == UInt32(number)
      }
      #expect(found, "\(bits) bits")
      #expect(table.number(hashes[0]) { _ in false } == nil)
    }
  }

  @Test("a table that gives its memory away is empty, and takes numbers again")
  func givesMemory() {
    var table = NumberTable()
    for number in 0..<100 as Range<UInt32> { table.insert(number, number &* 0x9E37_79B9) }
    let memory = table.giveMemory()
    #expect(memory.count >= 1 << 12)
    #expect(table.number(5 &* 0x9E37_79B9) { _ in true } == nil)
    for number in 0..<100 as Range<UInt32> { table.insert(number, number &* 0x9E37_79B9) }
    #expect(table.number(5 &* 0x9E37_79B9) { $0 == 5 } == 5)
  }
}
