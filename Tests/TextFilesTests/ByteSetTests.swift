import Testing
import TextFiles

/// Sixteen bytes at a time against one by one.
@Suite struct ByteSetTests {
  static let sets: [(limit: UInt8, members: [UInt8])] = [
    (0x20, [0x22, 0x5C]), (0, [0xFF]), (1, [0x22]), (0x20, [0xEF]),
    (0x20, [0x3C, 0x3E, 0x26, 0x22, 0xEF]), (0x80, [0x80]),
  ]

  private func set(_ limit: UInt8, _ members: [UInt8]) -> ByteSet {
    switch members.count {
    case 1: ByteSet(below: limit, members[0])
    case 2: ByteSet(below: limit, members[0], members[1])
    default:
      ByteSet(below: limit, members[0], members[1], members[2], members[3], members[4])
    }
  }

  @Test("a set holds its members and all bytes below its limit", arguments: sets.indices)
  func members(number: Int) {
    let (limit, members) = Self.sets[number]
    let set = set(limit, members)
    for byte in UInt8.min...UInt8.max {
      #expect(set.contains(byte) == (byte < limit || members.contains(byte)))
    }
  }

  @Test(
    "the first byte of a set is found wherever it stands, and nothing before the start",
    arguments: sets.indices)
  func places(number: Int) {
    let (limit, members) = Self.sets[number]
    let set = set(limit, members)
    let others = (UInt8.min...UInt8.max).filter { $0 >= limit && !members.contains($0) }
    for count in 0...50 {
      let plain = (0..<count).map { others[($0 * 37 + count) % others.count] }
      #expect(set.first(in: plain.span) == count)
      for place in 0..<count {
        for member in members + (limit > 0 ? [0, limit - 1] : []) {
          var bytes = plain
          bytes[place] = member
          #expect(set.first(in: bytes.span) == place)
          #expect(set.first(in: bytes.span, from: place) == place)
          #expect(set.first(in: bytes.span, from: place + 1) == count)
        }
      }
    }
  }
}
