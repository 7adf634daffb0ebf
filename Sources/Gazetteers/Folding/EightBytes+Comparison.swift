/// Comparing bytes eight at a time.
extension EightBytes {
  /// Whether two texts hold the same bytes.
  static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    left.count == right.count && sharedCount(left, right) == left.count
  }

  /// Whether a text stands before another in the order of their bytes.
  static func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    let shared = sharedCount(left, right)
    guard shared < min(left.count, right.count) else { return left.count < right.count }
    return left[shared] < right[shared]
  }

  /// How many bytes two texts begin with alike.
  static func sharedCount(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    let limit = min(left.count, right.count)
    var place = 0
    while place < limit {
      let difference =
        EightBytes(left, at: place, limit: limit).raw
        ^ EightBytes(right, at: place, limit: limit).raw
      if difference != 0 { return place + difference.trailingZeroBitCount >> 3 }
      place += 8
    }
    return limit
  }
}
