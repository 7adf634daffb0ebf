/// How bytes are packed into numbers so that the order of the numbers is that of the bytes.
struct BytePacking {
  /// For each byte its place among those that occur, from 1; nothing there counts as 0.
  private var codes = [UInt64](repeating: 0, count: 256)
  private var base: UInt64 = 1

  /// How many bytes go into a number of 64 bits, and how many more into one of 32.
  private var lengths = (value: 0, rest: 0)

  /// How many bits the first number takes.
  private(set) var bits = 0

  /// - Parameters:
  ///   - bytes: Texts one behind another.
  ///   - ends: Where each ends.
  ///   - shared: The number of bytes at the beginning of each that are not packed.
  init(_ bytes: Span<UInt8>, _ ends: [UInt32], from shared: Int) {
    var occurs = [Bool](repeating: false, count: 256)
    var start = 0
    for end in ends {
      for place in start + shared..<Int(end) { occurs[Int(bytes[place])] = true }
      start = Int(end)
    }
    for byte in 0..<0x80 where occurs[byte] {
      codes[byte] = base
      base += 1
    }
    // All others are one, and nothing is packed behind them: they are seldom.
    if occurs[0x80...].contains(true) {
      for byte in 0x80..<256 { codes[byte] = base }
      base += 1
    }
    let largest: UInt64
    (lengths.value, largest) = length(below: .max)
    (lengths.rest, _) = length(below: UInt64(UInt32.max))
    bits = 64 - largest.leadingZeroBitCount
  }

  /// How many bytes make a number that is at most a limit, and the largest such number.
  private func length(below limit: UInt64) -> (length: Int, largest: UInt64) {
    var (length, largest): (Int, UInt64) = (0, 0)
    while length < 64 {
      let (product, isTooMuch) = largest.multipliedReportingOverflow(by: base)
      let (sum, isTooMuchMore) = product.addingReportingOverflow(base - 1)
      if isTooMuch || isTooMuchMore || sum > limit { break }
      (length, largest) = (length + 1, sum)
    }
    return (length, largest)
  }

  /// The first bytes of a text, and those behind them.
  func key(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (value: UInt64, rest: UInt32) {
    var (place, end) = (range.lowerBound, range.upperBound)
    func packed(_ length: Int) -> UInt64 {
      var key: UInt64 = 0
      for _ in 0..<length {
        key = key &* base
        guard place < end else { continue }
        key = key &+ codes[Int(bytes[place])]
        if bytes[place] >= 0x80 { end = place }
        place += 1
      }
      return key
    }
    return (packed(lengths.value), UInt32(packed(lengths.rest)))
  }
}
