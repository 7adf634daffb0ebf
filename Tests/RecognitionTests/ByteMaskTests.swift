import CByteMasks
import Testing

@Suite struct ByteMaskTests {
  @Test("the masks of 64 bytes are those that a loop over the bytes gives")
  func equalLoop() {
    var random = SeededGenerator(seed: 7)
    for round in 0..<2000 {
      var bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) }
      // Every byte comes, at every place of a vector.
      if round < 256 { bytes = Array(repeating: UInt8(round), count: 64) }
      let found = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe relata_byte_masks(buffer.baseAddress)
      }
      func mask(_ holds: (UInt8) -> Bool) -> UInt64 {
        bytes.enumerated().reduce(0) { $0 | (holds($1.element) ? 1 << UInt64($1.offset) : 0) }
      }
      let (digits, capitals, smalls) = (UInt8(0x30)...0x39, UInt8(0x41)...0x5A, UInt8(0x61)...0x7A)
      #expect(found.digits == mask { digits.contains($0) })
      #expect(found.capitals == mask { capitals.contains($0) })
      #expect(
        found.words == mask { digits.contains($0) || capitals.contains($0) || smalls.contains($0) })
      #expect(found.others == mask { $0 >= 0x80 })
      #expect(found.leads == mask { $0 >= 0xC0 })
      #expect(found.ampersands == mask { $0 == 0x26 })
    }
  }
}
