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
  ///   - first: Memory that is free to be used, and goes; where it does not suffice, other is taken.
  ///   - second: The same.
  /// - Returns: Their numbers, ordered.
  /// - Complexity: O(length of all) where few share more than eighteen bytes that not all share, and
  ///   O(n log n) comparisons at worst.
  static func of(
    _ bytes: Span<UInt8>, ends: [UInt32], in first: inout FixedTable<UInt64>,
    _ second: inout FixedTable<UInt64>
  ) -> [UInt32] {
    let shared = sharedBytes(bytes, ends)
    let packing = BytePacking(bytes, ends, from: shared)
    func rest(of number: Int) -> Range<Int> {
      Int(number == 0 ? 0 : ends[number - 1]) + shared..<Int(ends[number])
    }
    var keys = room(for: ends.count, in: &first)
    keys.withMutableSpan { keys in
      for number in ends.indices {
        let (value, rest) = packing.key(bytes, rest(of: number))
        keys[number] = Key(value: value, rest: rest, number: UInt32(number))
      }
    }
    var others = room(for: ends.count, in: &second)
    sort(&keys, &others, count: ends.count, bits: packing.bits)
    sortEquals(&keys, count: ends.count) { left, right in
      EightBytes.precedes(
        bytes.extracting(rest(of: Int(left))), bytes.extracting(rest(of: Int(right))))
    }
    return keys.withMutableSpan { keys in
      var order: [UInt32] = []
      order.makeRoom(for: ends.count)
      for place in ends.indices { order.append(keys[place].number) }
      return order
    }
  }

  /// Memory for so many keys.
  private static func room(
    for count: Int, in memory: inout FixedTable<UInt64>
  ) -> FixedTable<Key> {
    let keys = memory.giveMemory(for: Key.self)
    return keys.count >= count ? keys : FixedTable(inLargePages: count)
  }

  /// How many bytes all identifiers begin with.
  private static func sharedBytes(_ bytes: Span<UInt8>, _ ends: [UInt32]) -> Int {
    guard var shared = ends.first.map(Int.init) else { return 0 }
    let first = bytes.extracting(..<shared)
    var start = shared
    for end in ends.dropFirst() {
      // No text shares less than nothing.
      if shared == 0 { break }
      shared = EightBytes.sharedCount(
        first.extracting(..<shared), bytes.extracting(start..<min(Int(end), start + shared)))
      start = Int(end)
    }
    return shared
  }

  /// Sorts by the lowest bits of the keys, up to eleven at a time, keeping the order of equals.
  ///
  /// - Parameter others: Room for as many keys; which of the two holds them changes.
  private static func sort(
    _ keys: inout FixedTable<Key>, _ others: inout FixedTable<Key>, count: Int, bits: Int
  ) {
    let width = 11
    for shift in stride(from: 0, to: bits, by: width) {
      let digits = 1 << min(width, bits - shift)
      func digit(of key: Key) -> Int {
        Int(truncatingIfNeeded: key.value &>> UInt64(shift)) & (digits - 1)
      }
      keys.withMutableSpan { keys in
        var places = [Int](repeating: 0, count: digits)
        for index in 0..<count { places[digit(of: keys[index])] += 1 }
        var place = 0
        for digit in 0..<digits {
          place += places[digit]
          places[digit] = place - places[digit]
        }
        others.withMutableSpan { others in
          for index in 0..<count {
            let digit = digit(of: keys[index])
            others[places[digit]] = keys[index]
            places[digit] += 1
          }
        }
      }
      swap(&keys, &others)
    }
  }

  /// Sorts what stands side by side with equal keys.
  private static func sortEquals(
    _ keys: inout FixedTable<Key>, count: Int, _ precedes: (UInt32, UInt32) -> Bool
  ) {
    keys.withMutableSpan { keys in
      var begin = 0
      while begin < count {
        var end = begin + 1
        while end < count, keys[end].value == keys[begin].value { end += 1 }
        if end - begin > 1 {
          unsafe keys.withUnsafeMutableBufferPointer { keys in
            unsafe keys[begin..<end].sort { left, right in
              left.rest == right.rest
                ? precedes(left.number, right.number) : left.rest < right.rest
            }
          }
        }
        begin = end
      }
    }
  }
}
