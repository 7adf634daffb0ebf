import CByteMasks
import Gazetteers
import TestSupport
import Testing

@testable import Recognition

@Suite struct ByteMaskTests {
  @Test("the masks of 64 bytes are those that a loop over the bytes gives")
  func equalLoop() {
    var random = SeededGenerator(seed: 7)
    for round in 0..<2000 {
      var bytes = Self.pairs(round, &random)
      // Every byte comes, at every place of a vector.
      if round < 256 { bytes = Array(repeating: UInt8(round), count: 65) }
      let found = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe relata_byte_masks(buffer.baseAddress)
      }
      func mask(_ holds: (UInt8) -> Bool) -> UInt64 {
        bytes.prefix(64).enumerated().reduce(0) {
          $0 | (holds($1.element) ? 1 << UInt64($1.offset) : 0)
        }
      }
      let signs = (0..<64).reduce(UInt64(0)) {
        $0 | (bytes[$1] == 0xE2 && bytes[$1 + 1] == 0x80 ? 1 << UInt64($1) : 0)
      }
      let (digits, capitals, smalls) = (UInt8(0x30)...0x39, UInt8(0x41)...0x5A, UInt8(0x61)...0x7A)
      #expect(found.digits == mask { digits.contains($0) })
      #expect(found.capitals == mask { capitals.contains($0) })
      #expect(
        found.words == mask { digits.contains($0) || capitals.contains($0) || smalls.contains($0) })
      #expect(found.others == mask { $0 >= 0x80 })
      #expect(found.leads == mask { $0 >= 0xC0 } & ~signs)
      #expect(found.ampersands == mask { $0 == 0x26 })
      #expect(found.periods == mask { $0 == 0x2E })
    }
  }
  /// 65 random bytes, of which many stand where the masks tell two bytes apart.
  private static func pairs(_ round: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let usual: [UInt8] = [
      0xC3, 0x97, 0xB7, 0xE1, 0xBA, 0xE2, 0x80, 0xE3, 0xEF, 0xBC, 0xE0, 0xA5, 0xD8, 0x9F, 0x2E,
      0x0A,
    ]
    return (0..<65).map { _ in
      round % 2 == 0
        ? UInt8.random(in: 0...255, using: &random) : usual[Int.random(in: 0..<16, using: &random)]
    }
  }

  @Test(
    "the masks of letters, line ends, marks and strings are those that a loop over the bytes gives")
  func pairsEqualLoop() {
    var random = SeededGenerator(seed: 8)
    for round in 0..<2000 {
      let bytes = Self.pairs(round, &random)
      func mask(_ holds: (UInt8, UInt8) -> Bool) -> UInt64 {
        (0..<64).reduce(0) { $0 | (holds(bytes[$1], bytes[$1 + 1]) ? 1 << UInt64($1) : 0) }
      }
      let (letters, lines, marks, strings) = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe (
          relata_letter_masks(buffer.baseAddress), relata_line_mask(buffer.baseAddress),
          relata_mark_mask(buffer.baseAddress), relata_string_mask(buffer.baseAddress)
        )
      }
      #expect(
        letters.pairs
          == mask {
            ($0 == 0xC3 && $1 != 0x97 && $1 != 0xB7) || (0xC4...0xC9).contains($0)
              || [0xD0, 0xD1, 0xD3].contains($0)
          })
      #expect(letters.triples == mask { $0 == 0xE1 && ($1 == 0xBA || $1 == 0xBB) })
      #expect(lines == mask { byte, _ in (0x0A...0x0D).contains(byte) })
      #expect(strings == mask { byte, _ in byte < 0x20 || byte == 0x22 || byte == 0x5C })
      let begins: [UInt8: UInt8] = [0xE2: 0x80, 0xE3: 0x80, 0xEF: 0xBC, 0xE0: 0xA5, 0xD8: 0x9F]
      #expect(marks == mask { [0x2E, 0x21, 0x3F].contains($0) || begins[$0] == $1 })
    }
  }

  @Test("what the masks take for a letter is one, and is all of it")
  func lettersAreLetters() {
    for value in UInt32(0x80)..<0x10000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let utf8 = Array(String(scalar).utf8)
      let bytes = utf8 + [UInt8](repeating: 0x20, count: 65 - utf8.count)
      let masks = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe relata_letter_masks(buffer.baseAddress)
      }
      if masks.pairs | masks.triples == 0 { continue }
      let kind = ScalarTable.shared.classOf(value)
      #expect(
        kind == ScalarClass.word || kind == ScalarClass.upper, "U+\(String(value, radix: 16))")
      #expect(
        masks.pairs == (utf8.count == 2 ? 1 : 0) && masks.triples == (utf8.count == 3 ? 1 : 0))
    }
  }

  @Test("a scan for breaks finds what a loop over the bytes finds, from any place to any end")
  func breaksEqualLoop() {
    var random = SeededGenerator(seed: 9)
    for length in 0..<200 {
      let text = (0..<length).map { _ in
        Int.random(in: 0..<20, using: &random) == 0 ? UInt8(0x2E) : UInt8(0x61)
      }
      let step = Int.random(in: 1...90, using: &random)
      unsafe text.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        var scan = unsafe BreakScan(base, limit: length, .marks)
        for place in stride(from: 0, to: length, by: step) {
          #expect(scan.next(from: place) == text[place...].firstIndex(of: 0x2E) ?? length)
        }
      }
    }
  }

  /// The kinds of vector instructions that this processor has.
  static let instructions = (0...relata_widest().rawValue).map { RelataInstructions($0) }

  @Test("the masks of a run of blocks are those of its blocks, one by one", arguments: instructions)
  func runsEqualBlocks(_ instructions: RelataInstructions) {
    var random = SeededGenerator(seed: 10)
    for round in 0..<300 {
      let count = Int.random(in: 1...20, using: &random)
      let bytes = (0..<count * 64 + 1).map { _ in Self.pairs(round, &random)[0] }
      var masks = Array(repeating: RelataByteMasks(), count: count)
      var lines = Array(repeating: UInt64(0), count: count)
      var marks = lines
      unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        unsafe relata_mask_blocks(instructions, base, Int64(count), nil, &masks)
        unsafe relata_line_masks(instructions, base, Int64(count), &lines)
        unsafe relata_mark_masks(instructions, base, Int64(count), &marks)
        for block in 0..<count {
          let one = unsafe relata_byte_masks(base + block * 64)
          #expect(
            [
              one.words, one.capitals, one.digits, one.others, one.leads, one.ampersands,
              one.periods, one.letters.pairs, one.letters.triples,
            ]
              == [
                masks[block].words, masks[block].capitals, masks[block].digits,
                masks[block].others, masks[block].leads, masks[block].ampersands,
                masks[block].periods, masks[block].letters.pairs, masks[block].letters.triples,
              ])
          #expect(masks[block].beginnings == ~0)
          #expect(unsafe lines[block] == relata_line_mask(base + block * 64))
          #expect(unsafe marks[block] == relata_mark_mask(base + block * 64))
        }
      }
    }
  }

  @Test(
    "no place where a small name may begin is missed by its letters, and most others are left out",
    arguments: instructions)
  func beginningsAreFound(_ instructions: RelataInstructions) throws {
    var random = SeededGenerator(seed: 11)
    var (found, all) = (0, 0)
    for round in 0..<200 {
      let names = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        String(
          (0..<Int.random(in: 1...5, using: &random)).map { _ in
            random.pick(["a", "q", "x", "o", "z", "9"])
          }.joined())
      }
      let lexicon = lexicon([entity("thing/1", names[0], aliases: names, caseRule: .ignore)])
      defer { withExtendedLifetime(lexicon) {} }
      var sets = try #require(lexicon.tables.smallLetters)
      let letters = Array("aqxozbcdefAQXOZ9 .'-é".utf8)
      let bytes = (0..<68).map { _ in
        round % 3 == 0 ? UInt8.random(in: 0...255, using: &random) : random.pick(letters)
      }
      var masks = RelataByteMasks()
      unsafe bytes.withUnsafeBufferPointer {
        unsafe relata_mask_blocks(instructions, $0.baseAddress, 1, &sets, &masks)
      }
      for place in 0..<62 where bytes[place] < 0x80 {
        let isFound = masks.beginnings >> UInt64(place) & 1 == 1
        let isName = names.contains {
          zip($0.utf8.prefix(3), bytes[place...]).allSatisfy(Self.spells)
        }
        let mayBeOther = bytes[place + 1...place + 2].contains { $0 >= 0x80 }
        if isName || mayBeOther || bytes[place + 1] == 0x2E { #expect(isFound) }
        all += 1
        found += isFound ? 1 : 0
      }
    }
    // Without wide instructions all places are given.
    #expect(instructions == RELATA_BASIC ? found == all : found * 2 < all)
  }

  /// Whether a byte of a text is a letter or digit of a name, in small form or not.
  private static func spells(_ name: UInt8, _ byte: UInt8) -> Bool { byte | 0x20 == name }
}
