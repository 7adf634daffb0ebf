import TextFiles

/// Orders many identifiers by their bytes.
///
/// Identifiers share their beginnings, `person/` or `person/anna-`, and are made of few different bytes.
/// So behind what all of them share, as many bytes as fit are packed into 64 bits, each as its place
/// among the bytes that occur: twelve letters, where eight would fit as they are. These numbers are
/// sorted by their digits, and bytes are looked at again only where two of them are equal.
struct IdentifierOrder {
  private struct Key {
    var value: UInt64
    var number: UInt32
  }

  /// - Parameters:
  ///   - bytes: The identifiers one behind another.
  ///   - ends: Where each ends.
  /// - Returns: Their numbers, ordered.
  /// - Complexity: O(length of all) where few share more than twelve bytes that not all share, and
  ///   O(n log n) comparisons at worst.
  static func of(_ bytes: Span<UInt8>, ends: [Int]) -> [UInt32] {
    let shared = sharedBytes(bytes, ends)
    let packing = Packing(bytes, ends, from: shared)
    var keys: [Key] = []
    keys.makeRoom(for: ends.count)
    var start = 0
    for (number, end) in ends.enumerated() {
      keys.append(
        Key(value: packing.key(bytes, start + shared..<end), number: UInt32(number)))
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
      if end - begin > 1 { keys[begin..<end].sort { precedes($0.number, $1.number) } }
      begin = end
    }
  }
}

/// How bytes are packed into a number so that the order of the numbers is that of the bytes.
private struct Packing {
  /// For each byte its place among those that occur, from 1; nothing there counts as 0.
  private var codes = [UInt64](repeating: 0, count: 256)
  private var base: UInt64 = 1
  private var length = 0

  /// How many bits a key takes.
  private(set) var bits = 0

  /// - Parameter shared: The number of bytes at the beginning of each that are not packed.
  init(_ bytes: Span<UInt8>, _ ends: [Int], from shared: Int) {
    var occurs = [Bool](repeating: false, count: 256)
    var start = 0
    for end in ends {
      for place in start + shared..<end { occurs[Int(bytes[place])] = true }
      start = end
    }
    for byte in 0..<0x80 where occurs[byte] {
      codes[byte] = base
      base += 1
    }
    // All others are one: what stands behind them is left to the comparison of bytes.
    if occurs[0x80...].contains(true) {
      for byte in 0x80..<256 { codes[byte] = base }
      base += 1
    }
    var largest: UInt64 = 0
    while length < 64 {
      let (product, isTooMuch) = largest.multipliedReportingOverflow(by: base)
      let (sum, isTooMuchMore) = product.addingReportingOverflow(base - 1)
      if isTooMuch || isTooMuchMore { break }
      largest = sum
      length += 1
    }
    bits = 64 - largest.leadingZeroBitCount
  }

  func key(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var (key, end): (UInt64, Int) = (0, range.upperBound)
    for place in range.lowerBound..<range.lowerBound + length {
      key = key &* base
      guard place < end else { continue }
      key = key &+ codes[Int(bytes[place])]
      if bytes[place] >= 0x80 { end = place }
    }
    return key
  }
}
