import TextFiles

/// Orders many identifiers by their bytes.
///
/// Identifiers share their beginnings, `person/` or `person/anna-`, and are made of few different bytes.
/// So behind what all of them share, as many bytes as fit are packed into 64 bits, each as its place
/// among the bytes that occur: twelve letters, where eight would fit as they are. These numbers are
/// sorted by their digits; where two of them are equal, six more bytes, packed likewise, decide, and
/// only behind those the bytes themselves are looked at again.
struct IdentifierOrder {
  private struct Key {
    /// What the bytes are first sorted by.
    var value: UInt64
    /// What the bytes behind those are sorted by where the first are equal.
    var rest: UInt32
    var number: UInt32
  }

  /// - Parameters:
  ///   - bytes: The identifiers one behind another.
  ///   - ends: Where each ends.
  /// - Returns: Their numbers, ordered.
  /// - Complexity: O(length of all) where few share more than eighteen bytes that not all share, and
  ///   O(n log n) comparisons at worst.
  static func of(_ bytes: Span<UInt8>, ends: [Int]) -> [UInt32] {
    let shared = sharedBytes(bytes, ends)
    let packing = BytePacking(bytes, ends, from: shared)
    var keys: [Key] = []
    keys.makeRoom(for: ends.count)
    var start = 0
    for (number, end) in ends.enumerated() {
      let (value, rest) = packing.key(bytes, start + shared..<end)
      keys.append(Key(value: value, rest: rest, number: UInt32(number)))
      start = end
    }
    sort(&keys, bits: packing.bits)
    func rest(of number: UInt32) -> Range<Int> {
      (number == 0 ? 0 : ends[Int(number) - 1]) + shared..<ends[Int(number)]
    }
    sortEquals(&keys) { left, right in
      EightBytes.precedes(bytes.extracting(rest(of: left)), bytes.extracting(rest(of: right)))
    }
    return keys.map(\.number)
  }

  /// How many bytes all identifiers begin with.
  private static func sharedBytes(_ bytes: Span<UInt8>, _ ends: [Int]) -> Int {
    guard var shared = ends.first else { return 0 }
    let first = bytes.extracting(..<shared)
    var start = shared
    for end in ends.dropFirst() {
      shared = EightBytes.sharedCount(
        first.extracting(..<shared), bytes.extracting(start..<min(end, start + shared)))
      start = end
    }
    return shared
  }

  /// Sorts by the lowest bits of the keys, eleven at a time, keeping the order of equals.
  private static func sort(_ keys: inout [Key], bits: Int) {
    if keys.count < 1 << 10 { return keys.sort { $0.value < $1.value } }
    var other = [Key](inLargePages: keys[0], count: keys.count)
    let digits = 1 << 11
    for shift in stride(from: UInt64(0), to: UInt64(bits), by: 11) {
      func digit(of key: Key) -> Int {
        Int(truncatingIfNeeded: key.value >> shift) & (digits - 1)
      }
      var places = [Int](repeating: 0, count: digits)
      for key in keys { places[digit(of: key)] += 1 }
      var place = 0
      for digit in 0..<digits {
        place += places[digit]
        places[digit] = place - places[digit]
      }
      for key in keys {
        let digit = digit(of: key)
        other[places[digit]] = key
        places[digit] += 1
      }
      swap(&keys, &other)
    }
  }

  /// Sorts what stands side by side with equal keys.
  private static func sortEquals(_ keys: inout [Key], _ precedes: (UInt32, UInt32) -> Bool) {
    var begin = 0
    while begin < keys.count {
      var end = begin + 1
      while end < keys.count, keys[end].value == keys[begin].value { end += 1 }
      if end - begin > 1 {
        keys[begin..<end].sort { left, right in
          left.rest == right.rest
            ? precedes(left.number, right.number) : left.rest < right.rest
        }
      }
      begin = end
    }
  }
}
